using Bunit;
using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Tests.Inference.Scene;
using EdgeCctv.Tests.Inference.Scene.Watch;
using EdgeCctv.Tests.Language;
using EdgeCctv.Web.Components.Console;
using EdgeCctv.Web.Kit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace EdgeCctv.Tests.Components;

public sealed class AnalysisPanelTests : IAsyncDisposable
{
    private static readonly SceneModel Model = ScenePictures.Model(new SceneGeometry(96, 64));

    private readonly ConsoleRig _rig = new();

    private ToastBoard Toasts => _rig.Context.Services.GetRequiredService<ToastBoard>();

    private SceneRig Scene => _rig.Scene;

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Learn_AskedNamedAndBegun_ShowsItsProgressAndCanBeCancelled()
    {
        await _rig.Feed.StartAsync(CancellationToken.None);
        var panel = _rig.Context.Render<SceneLearningPanel>();

        await ClickAsync(panel, "learn");
        Assert.Null(Scene.Status.Learning);
        await ClickAsync(panel, "learn-begin");

        Assert.Equal(("scene", TimeSpan.FromMinutes(10)), (Scene.Status.Learning!.Name, Scene.Status.Learning.Least));
        await panel.WaitForElementAsync("[data-testid=learning-progress]", Pulse.Patience);
        Assert.Contains("nothing has moved so far", panel.Markup, StringComparison.Ordinal);
        Assert.True(panel.Find("[data-testid=learn-finish]").HasAttribute("disabled"));
        await ClickAsync(panel, "learn-cancel");
        Assert.Null(Scene.Status.Learning);
    }

    [Fact]
    public async Task Model_RenamedAndDeleted_IsHadBackByTheToasts()
    {
        Scene.Library.Keep(SceneRig.Yard, "day", Model);
        var panel = _rig.Context.Render<SceneModelsPanel>();
        Assert.Equal("analysis/models/day", panel.Find("[data-testid=model-export]").GetAttribute("href"));

        await ClickAsync(panel, "model-rename");
        await panel.Find("[data-testid=model-name]").ChangeAsync(new() { Value = " night " });
        await ClickAsync(panel, "model-rename-yes");
        Assert.Equal("night", Assert.Single(Scene.Status.Models).Name);
        await UndoByToastAsync("The model 'day' is now called 'night'.");
        Assert.Equal("day", Assert.Single(Scene.Status.Models).Name);

        await ClickAsync(panel, "model-delete");
        Assert.Empty(Scene.Status.Models);
        await UndoByToastAsync("The model 'day' was deleted.");
        Assert.Equal(("day", "day"), (Assert.Single(Scene.Status.Models).Name, Scene.Choices.Of("").Model));
    }

    [Fact]
    public async Task Models_FrozenAndRenamedMeanwhile_AreUnfrozenAndARefusalIsSaid()
    {
        Scene.Library.Keep(SceneRig.Yard, "day", Model);
        var panel = _rig.Context.Render<SceneModelsPanel>();

        await panel.InvokeAsync(() => panel.FindComponent<Toggle>().Instance.ValueChanged.InvokeAsync(true));
        Assert.True(Scene.Status.IsFrozen);
        await UndoByToastAsync("The models are frozen.");
        Assert.False(Scene.Status.IsFrozen);

        await ClickAsync(panel, "model-delete");
        Scene.Library.Keep(SceneRig.Yard, "day", Model);
        await UndoByToastAsync("The model 'day' was deleted.");
        Assert.Equal("It was changed again since then, and stays as it is.", Assert.Single(Toasts.Shown).Text);
    }

    [Fact]
    public async Task Threshold_Chosen_IsTheOneOfBeforeByTheToast()
    {
        Scene.Library.Keep(SceneRig.Yard, "day", Model);
        Scene.Library.SetThreshold(20, "Ann");
        Scene.Watch.Attach(this);
        Scene.Watch.OnModel(this, Scene.Library.Find(new SceneGeometry(96, 64), _ => true).Model, null);
        var panel = _rig.Context.Render<SceneThresholdPanel>();

        await panel.InvokeAsync(() => panel.FindComponent<Slider>().Instance.ValueChanged.InvokeAsync(12.5));
        await ClickAsync(panel, "threshold-use");
        Assert.Equal(12.5f, Scene.Status.Threshold);
        await UndoByToastAsync("The threshold is 12.5.");
        Assert.Equal(20f, Scene.Status.Threshold);

        await ClickAsync(panel, "threshold-own");
        Assert.False(Scene.Status.IsThresholdChosen);
        await UndoByToastAsync("The model's own threshold counts.");
        Assert.Equal(20f, Scene.Status.Threshold);
    }

    [Fact]
    public async Task Panels_OfAGermanReader_AreGerman()
    {
        using var german = new Reading("de-DE");
        Scene.Library.Keep(SceneRig.Yard, "day", Model);
        var panel = _rig.Context.Render<SceneModelsPanel>();
        Assert.Contains("Bilder, am ", panel.Markup, StringComparison.Ordinal);

        await ClickAsync(panel, "model-delete");

        var toast = Assert.Single(Toasts.Shown);
        Assert.Equal(("Modell „day“ wurde gelöscht.", "Rückgängig"), (toast.Text, toast.ActionText));
        Assert.Contains("Neu lernen …", _rig.Context.Render<SceneLearningPanel>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AlarmLine_NobodyLooks_DoesNotSayNoAlarm()
    {
        await _rig.Camera.RunAsync();

        var line = _rig.Context.Render<AlarmLine>();

        Assert.Equal("no-picture", line.Find("[data-testid=alarm-line]").GetAttribute("data-state"));
        Assert.DoesNotContain("No alarm", line.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_Refused_IsMarkedUntilOneIsTaken()
    {
        var panel = _rig.Context.Render<SceneModelsPanel>();
        var (picker, answer) = (panel.FindComponent<InputFile>(), "[data-testid=model-answer]");

        await picker.InvokeAsync(() => picker.UploadFiles(InputFileContent.CreateFromText("no model", "foreign.onnx")));
        await panel.WaitForAssertionAsync(() => Assert.Contains("'foreign'", panel.Find(answer).TextContent, StringComparison.Ordinal), Pulse.Patience);
        Assert.Contains("panel-refusal", panel.Find(answer).ClassName, StringComparison.Ordinal);

        await picker.InvokeAsync(() => picker.UploadFiles(InputFileContent.CreateFromBinary(SceneModelFile.Write(Model), "day.onnx")));
        await panel.WaitForAssertionAsync(() => Assert.Equal("The model 'day' was imported.", panel.Find(answer).TextContent), Pulse.Patience);
        Assert.DoesNotContain("panel-refusal", panel.Find(answer).ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public void ScoreTrend_Gap_StaysAGap()
    {
        var trend = _rig.Context.Render<ScoreTrend>(parameters => parameters
            .Add(one => one.Label, "Score")
            .Add(one => one.Samples, [1, null, 3, 2])
            .Add(one => one.Threshold, 2));

        Assert.Equal(["0,75 1,75", "2,25 3,25 3,50 4,50"], trend.FindAll("polyline").Select(line => line.GetAttribute("points")));
        Assert.Equal("50", trend.Find(".kit-score-threshold").GetAttribute("y1"));
        Assert.Equal("50%", trend.Find(".kit-score-names text").GetAttribute("y"));
        Assert.Contains("4 s ago", trend.Markup, StringComparison.Ordinal);
    }

    private async Task UndoByToastAsync(string text)
    {
        var toast = Toasts.Shown[^1];
        Assert.Equal((text, "Undo"), (toast.Text, toast.ActionText));
        Toasts.Shown.ToList().ForEach(Toasts.Dismiss);
        await toast.Action!();
    }

    private static Task ClickAsync<T>(IRenderedComponent<T> panel, string testId)
        where T : IComponent => panel.Find($"[data-testid={testId}]").ClickAsync(new());
}
