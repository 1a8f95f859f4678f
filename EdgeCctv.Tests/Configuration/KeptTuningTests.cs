using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Frames;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Web.Configuration;

namespace EdgeCctv.Tests.Configuration;

public sealed class KeptTuningTests : IDisposable
{
    private static readonly EdgeCctvSettings Settings =
        new(CameraRig.Front, AutoStart: false, CameraRig.Settings, CaptureSettings.Default with { JpegQuality = 85 }, Freshness.Default, 0, false);

    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("edgecctv-tuning-");
    private readonly LogRecord<OperatorSettings> _choicesLog = new();
    private readonly LogRecord<KeptTuning> _log = new();

    private DataFolder Folder => new(Path.Combine(_parent.FullName, "data"));

    public void Dispose() => _parent.Delete(recursive: true);

    [Fact]
    public void Of_NothingChosen_IsTheConfiguration()
    {
        var tuning = Open();

        Assert.Equal(new CameraTuning(CameraRig.Settings, 85), tuning.Of(CameraRig.Front));
        Assert.Same(tuning.Configured, tuning.Of(CameraRig.Front));
    }

    [Fact]
    public void Change_EachThing_IsInForceAtOnceAndAfterARestartForThisCameraOnly()
    {
        var tuning = Open();
        var changes = 0;
        tuning.Changed += () => changes++;

        tuning.Change(CameraRig.Front, _ => new TuningChoices
        {
            JpegQuality = 40,
            StartTimeout = TimeSpan.FromSeconds(7.5),
            StallTime = TimeSpan.FromSeconds(3),
            Reconnect = ReconnectPolicy.Eager,
        });

        var expected = new CameraTuning(new CameraSettings(TimeSpan.FromSeconds(7.5), TimeSpan.FromSeconds(3)) { Reconnect = ReconnectPolicy.Eager }, 40);
        Assert.Equal(expected, tuning.Of(CameraRig.Front));
        Assert.Equal(expected, Open().Of(CameraRig.Front));
        Assert.Equal(tuning.Configured, Open().Of(CameraRig.Back));
        Assert.Equal(1, changes);
        Assert.Contains("JPEG quality 40, first picture within 7.5 s, lost after 3 s, tried again Eager", Assert.Single(_log.Lines).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Change_ToWhatTheConfigurationSays_IsNoChoiceAndGoesWithIt()
    {
        var tuning = Open();
        tuning.Change(CameraRig.Front, choices => choices with { JpegQuality = 40, StallTime = TimeSpan.FromSeconds(3) });

        tuning.Change(CameraRig.Front, choices => choices with { JpegQuality = 85 });

        Assert.Equal(new TuningChoices { StallTime = TimeSpan.FromSeconds(3) }, tuning.ChoicesOf(CameraRig.Front));
        Assert.Equal((60, TimeSpan.FromSeconds(3)), Values(Open(Settings with { Capture = CaptureSettings.Default with { JpegQuality = 60 } })));

        static (int, TimeSpan) Values(KeptTuning one) => (one.Of(CameraRig.Front).JpegQuality, one.Of(CameraRig.Front).Limits.StallTime);
    }

    [Fact]
    public void Change_WhatIsNotAllowed_IsRefusedAndNothingChanges()
    {
        var tuning = Open();

        var refused = Assert.Throws<ArgumentException>(() => tuning.Change(CameraRig.Front, choices => choices with { JpegQuality = 101 }));

        Assert.StartsWith("jpeg_quality is 101; allowed: from 10 to 100", refused.Message, StringComparison.Ordinal);
        Assert.Equal(85, tuning.Of(CameraRig.Front).JpegQuality);
        Assert.False(Directory.Exists(Folder.Path));
    }

    [Fact]
    public void Change_FolderCannotBeWritten_IsSaidAndNotInForce()
    {
        File.WriteAllText(Folder.Path, "a file where the folder should be");
        var tuning = Open();

        Assert.Throws<IOException>(() => tuning.Change(CameraRig.Front, choices => choices with { JpegQuality = 40 }));

        Assert.Equal(85, tuning.Of(CameraRig.Front).JpegQuality);
        Assert.Empty(_log.Lines);
    }

    [Theory]
    [InlineData("\"jpeg_quality\": 900", "jpeg_quality is 900; allowed: from 10 to 100")]
    [InlineData("\"start_timeout\": \"00:01:00\"", "start_timeout is 00:01:00; allowed: from 00:00:01 to 00:00:08")]
    [InlineData("\"stall_time\": \"00:00:00\"", "stall_time is 00:00:00; allowed: from 00:00:00.5000000 to 00:00:15")]
    [InlineData("\"reconnect\": 7", "reconnect is 7; allowed: usual or eager or sparing")]
    public void Open_FileHoldsWhatIsNotAllowed_NamesItAndUsesTheRest(string written, string words)
    {
        Directory.CreateDirectory(Folder.Path);
        var other = written.Contains("jpeg", StringComparison.Ordinal) ? "\"reconnect\": \"eager\"" : "\"jpeg_quality\": 40";
        File.WriteAllText(Folder["settings.json"], $$"""{ "cameras": { "{{CameraRig.Front}}": { "scene_model": "day", "tuning": { {{written}}, {{other}} } } } }""");

        var tuning = Open();

        var line = Assert.Single(_choicesLog.Lines).Text;
        Assert.Contains($"{CameraRig.Front}: {words}", line, StringComparison.Ordinal);
        Assert.True(tuning.ChoicesOf(CameraRig.Front) is { Reconnect: ReconnectPolicy.Eager, JpegQuality: null } or { Reconnect: null, JpegQuality: 40 });
        Assert.Equal(CameraRig.Settings.StallTime, tuning.Of(CameraRig.Front).Limits.StallTime);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{ \"scene_model\": \"day\" }")]
    [InlineData("{ \"tuning\": null }")]
    public void Open_FileOfAnEarlierVersionOrWithoutIt_IsTheConfiguration(string choices)
    {
        Directory.CreateDirectory(Folder.Path);
        File.WriteAllText(Folder["settings.json"], $$"""{ "cameras": { "{{CameraRig.Front}}": {{choices}} } }""");

        Assert.Equal(85, Open().Of(CameraRig.Front).JpegQuality);
        Assert.Empty(_choicesLog.Lines);
    }

    private KeptTuning Open(EdgeCctvSettings? settings = null) => new(new OperatorSettings(Folder, _choicesLog), settings ?? Settings, _log);
}
