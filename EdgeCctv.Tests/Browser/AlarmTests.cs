using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Core.Inference.Scene.Watch;
using EdgeCctv.Core.Inference.Zones;
using EdgeCctv.Tests.Hosts;
using EdgeCctv.Tests.Inference.Scene;
using EdgeCctv.Web.Zones;
using Microsoft.Playwright;

namespace EdgeCctv.Tests.Browser;

/// <summary>An alarm comes and goes by the real analysis; nothing on any screen moves for it, and it is read whole.</summary>
[Trait("Category", "Browser")]
[Collection(BrowserGroup.Name)]
public sealed class AlarmTests(BrowserFixture browser)
{
    private const int Rate = 5;
    private const string Tester = "a test";
    private const string LongName = "Gate behind the loading bay, north side 2";

    // What an operator would see move, and whether all of the line's words are to be seen, beside the picture and within the screen.
    private const string Look = """
        () => {
          const box = (part) => document.querySelector(part).getBoundingClientRect();
          const [picture, line, words] = [box('[data-testid=live-canvas]'), box('[data-testid=alarm-line]'), document.querySelector('.alarm-words')];
          const text = document.createRange();
          text.selectNodeContents(words);
          const written = text.getBoundingClientRect();
          const shown = words.getBoundingClientRect();
          return {
            picture: [picture.x, picture.y, picture.width, picture.height, line.x, line.y, line.width, line.height],
            isBeside: line.bottom <= picture.top || line.top >= picture.bottom,
            isOnScreen: line.top >= 0 && line.bottom <= innerHeight && line.left >= 0 && line.right <= innerWidth,
            isWhole: written.bottom <= shown.bottom + 1 && written.right <= shown.right + 1 && shown.top >= line.top && shown.bottom <= line.bottom,
          };
        }
        """;

    [RequiresLinuxTheory]
    [InlineData("/", 1920, 1080)]
    [InlineData("/", 1366, 768)]
    [InlineData("/", 1024, 768)]
    [InlineData("/", 390, 844)]
    [InlineData("/kiosk", 1920, 1080)]
    [InlineData("/kiosk", 1024, 768)]
    [InlineData("/kiosk", 1080, 1920)]
    public async Task Alarm_ComesAndGoes_NothingMovesAndItsWordsAreWhole(string page, int width, int height)
    {
        await using var console = await WatchingAsync();
        await using var screen = await browser.OpenAsync(new Uri(console.Address, page), width: width, height: height);
        await screen.LiveAsync();
        await SaysAsync(screen, "watching");
        var calm = await screen.Page.EvaluateAsync<Sight>(Look);

        Threshold(console, float.MinValue);
        await SaysAsync(screen, "alarm");
        var alarm = await screen.Page.EvaluateAsync<Sight>(Look);
        Threshold(console, float.MaxValue);
        await SaysAsync(screen, "watching");
        var after = await screen.Page.EvaluateAsync<Sight>(Look);

        Assert.Equal(calm.Picture, alarm.Picture);
        Assert.Equal(calm.Picture, after.Picture);
        Assert.True(alarm is { IsBeside: true, IsOnScreen: true, IsWhole: true }, $"{alarm}: {await screen.Find("alarm-line").InnerTextAsync()}");
        Assert.Empty(await screen.Page.EvaluateAsync<string[]>("() => witness.errors"));
    }

    [RequiresLinuxTheory]
    [InlineData(1366, 768)]
    [InlineData(390, 844)]
    public async Task Alarm_OperatorReadsFurtherDown_ItIsInSight(int width, int height)
    {
        await using var console = await WatchingAsync();
        await using var screen = await browser.OpenAsync(new Uri(console.Address, "/analysis"), width: width, height: height);
        await screen.LiveAsync();
        await screen.Find("model-import").ScrollIntoViewIfNeededAsync();
        Assert.True(await screen.Page.EvaluateAsync<double>("() => scrollY") > 100);

        Threshold(console, float.MinValue);
        await SaysAsync(screen, "alarm");

        Assert.True((await screen.Page.EvaluateAsync<Sight>(Look)).IsOnScreen);
    }

    // With a model of its own, so that nothing has to be learnt, and a place with a long name in all of the picture.
    private static async Task<InProcessConsole> WatchingAsync()
    {
        var console = await InProcessConsole.StartAsync($"demo:?strip=1&size=320x180&fps={Rate}&seed=7", "--EdgeCctv:Analysis:Scene:LearnByItself=false");
        var library = console.Service<SceneWatch>().Library;
        await Eventually.IsTrueAsync(() => library.Camera is not null, "a camera is watched");
        var model = ScenePictures.Model(SceneGeometry.For(320, 180));
        library.Keep(library.Camera!, "day", model with { Info = model.Info with { FramesPerSecond = Rate } });
        Threshold(console, float.MaxValue);

        var (book, camera) = (console.Service<ZoneBook>(), console.Service<ZoneFollower>().Camera);
        var drawn = book.Add(camera, ZoneKind.Name, [new(0, 0), new(1, 0), new(1, 1), new(0, 1)]);
        Assert.Null(book.Change(camera, drawn.Change!.Zone.Name, zone => zone with { Name = LongName[..ZoneRules.LongestName] }).Refusal);
        return console;
    }

    private static void Threshold(InProcessConsole console, float threshold) =>
        Assert.True(console.Service<SceneWatch>().Library.SetThreshold(threshold, Tester).IsDone);

    private static Task SaysAsync(ConsolePage screen, string word) => Assertions.Expect(screen.Find("alarm-line")).ToHaveAttributeAsync(
        "data-state", word, new() { Timeout = (float)ChildProcess.Patience.TotalMilliseconds });

    private sealed record Sight
    {
        /// <summary>Place and size of the picture, and of the line.</summary>
        public double[] Picture { get; init; } = [];

        public bool IsBeside { get; init; }

        public bool IsOnScreen { get; init; }

        public bool IsWhole { get; init; }
    }
}
