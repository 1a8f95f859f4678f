using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Frames;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Web.Configuration;
using Microsoft.Extensions.Configuration;

namespace EdgeCctv.Tests.Configuration;

public sealed class SettingsLoaderTests
{
    [Fact]
    public void Load_NothingConfigured_GivesTheDefaults()
    {
        var (settings, mistakes) = ConfigurationText.LoadArguments();

        Assert.Empty(mistakes);
        Assert.Equal(
            new EdgeCctvSettings(
                CameraSource.Demo, AutoStart: true, CameraSettings.Default, CaptureSettings.Default, Freshness.Default,
                ResetStatisticsEveryFrames: 0, AllowRemoteWithoutLogin: false),
            settings with { Capture = settings.Capture with { Addresses = CaptureSettings.Default.Addresses }, FileFolders = [] });
        Assert.Empty(settings.FileFolders);
    }

    [Fact]
    public void Load_EveryKey_IsRead()
    {
        var (settings, mistakes) = ConfigurationText.LoadJson("""
            {
              "EdgeCctv": {
                "Camera": {
                  "Source": "rtsp://admin:x@192.0.2.7/s", "AutoStart": false,
                  "StartTimeout": "00:00:03", "StallTime": "00:00:02.5", "JpegQuality": 65, "RtspTransport": "UDP",
                  "FileFolders": ["/clips", "/more/clips"], "AllowedHosts": ["127.0.0.1", "camera.local", "::1"]
                },
                "Analysis": { "PictureSize": 320, "PicturesPerSecond": 2.5 },
                "Live": { "FreshnessLimit": "00:00:02" },
                "Kiosk": { "StartCamera": true, "Sound": true, "Title": " Gate, night shift " },
                "Statistics": { "ResetEveryFrames": 1000 },
                "Network": { "AllowRemoteWithoutLogin": true }
              }
            }
            """);

        Assert.Empty(mistakes);
        Assert.Equal(("rtsp://***@192.0.2.7/s", false), (settings.Source.Display, settings.AutoStart));
        Assert.Equal(new CameraSettings(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(2.5)), settings.Camera);
        Assert.Equal((65, RtspTransport.Udp), (settings.Capture.JpegQuality, settings.Capture.RtspTransport));
        Assert.Equal((320, 2.5), (settings.Capture.GreyLongSide, settings.Capture.GreyRate));
        Assert.Equal(["/clips", "/more/clips"], settings.FileFolders);
        Assert.Null(settings.Capture.Addresses.Objection(Locators.Parse("rtsp://127.0.0.1/x").AsUntrusted()));
        Assert.NotNull(settings.Capture.Addresses.Objection(Locators.Parse("rtsp://127.0.0.2/x").AsUntrusted()));
        Assert.Equal(TimeSpan.FromSeconds(2), settings.Freshness.Limit);
        Assert.Equal(new KioskSettings(StartCamera: true, Sound: true, Title: "Gate, night shift"), settings.Kiosk);
        Assert.Equal((1000, true), (settings.ResetStatisticsEveryFrames, settings.AllowRemoteWithoutLogin));
    }

    [Theory]
    [InlineData("Camera:StartTimeout", "00:00:01")]
    [InlineData("Camera:StartTimeout", "00:00:08")]
    [InlineData("Camera:StallTime", "00:00:00.5")]
    [InlineData("Camera:StallTime", "00:00:15")]
    [InlineData("Camera:JpegQuality", "10")]
    [InlineData("Camera:JpegQuality", "100")]
    [InlineData("Live:FreshnessLimit", "00:00:00.5")]
    [InlineData("Live:FreshnessLimit", "00:00:15")]
    [InlineData("Statistics:ResetEveryFrames", "2147483647")]
    [InlineData("camera:autostart", "TRUE")]
    [InlineData("Camera:RtspTransport", "udp")]
    [InlineData("Camera:Backend", "GStreamer")]
    [InlineData("Camera:FileFolders:0", "/clips")]
    [InlineData("Camera:AllowedHosts:7", "camera-1.example")]
    [InlineData("Camera:AllowedHosts:0", "2001:db8::7")]
    [InlineData("Kiosk:Title", "")]
    [InlineData("Kiosk:Title", "Forty characters, which is all there are")]
    [InlineData("Analysis:PictureSize", "64")]
    [InlineData("Analysis:PictureSize", "640")]
    [InlineData("Analysis:PicturesPerSecond", "0.1")]
    [InlineData("Analysis:PicturesPerSecond", "30")]
    public void Load_ValueAtTheLimit_IsTaken(string key, string value) =>
        Assert.Empty(ConfigurationText.LoadArguments($"--EdgeCctv:{key}={value}").Mistakes);

    [Theory]
    [InlineData("Camera:AutoStart", "yes", "true or false")]
    [InlineData("Camera:StartTimeout", "00:00:00.9", "from 00:00:01 to 00:00:08")]
    [InlineData("Camera:StartTimeout", "00:00:08.1", "from 00:00:01 to 00:00:08")]
    [InlineData("Camera:StartTimeout", "5", "hh:mm:ss.f")]
    [InlineData("Camera:StartTimeout", "5s", "hh:mm:ss.f")]
    [InlineData("Camera:StallTime", "00:00:00", "from 00:00:00.5 to 00:00:15")]
    [InlineData("Camera:StallTime", "-00:00:01", "from 00:00:00.5 to 00:00:15")]
    [InlineData("Camera:JpegQuality", "9", "a whole number from 10 to 100")]
    [InlineData("Camera:JpegQuality", "101", "a whole number from 10 to 100")]
    [InlineData("Camera:JpegQuality", "80.5", "a whole number from 10 to 100")]
    [InlineData("Camera:JpegQuality", "", "a whole number from 10 to 100")]
    [InlineData("Live:FreshnessLimit", "00:00:16", "from 00:00:00.5 to 00:00:15")]
    [InlineData("Statistics:ResetEveryFrames", "-1", "a whole number from 0 to 2147483647")]
    [InlineData("Statistics:ResetEveryFrames", "often", "a whole number from 0 to 2147483647")]
    [InlineData("Network:AllowRemoteWithoutLogin", "1", "true or false")]
    [InlineData("Camera:RtspTransport", "carrier-pigeon", "tcp or udp")]
    [InlineData("Camera:RtspTransport", "1", "tcp or udp")]
    [InlineData("Camera:Backend", "directshow", "auto or gstreamer or opencv")]
    [InlineData("Camera:FileFolders", "/clips", "a list (Camera:FileFolders:0, Camera:FileFolders:1 …) of: full paths of folders")]
    [InlineData("Camera:FileFolders:0", "clips", "full paths of folders")]
    [InlineData("Camera:FileFolders:0", "", "full paths of folders")]
    [InlineData("Camera:AllowedHosts:0", "http://camera.example", "host names and addresses")]
    [InlineData("Camera:AllowedHosts:1", "", "host names and addresses")]
    [InlineData("Kiosk:StartCamera", "maybe", "true or false")]
    [InlineData("Kiosk:Sound", "loud", "true or false")]
    [InlineData("Kiosk:Title", "Forty-one characters, which is one more..", "one line of at most 40 characters")]
    [InlineData("Kiosk:Title", "bell\a", "one line of at most 40 characters")]
    [InlineData("Analysis:PictureSize", "63", "a whole number from 64 to 640")]
    [InlineData("Analysis:PictureSize", "641", "a whole number from 64 to 640")]
    [InlineData("Analysis:PicturesPerSecond", "0", "a number from 0.1 to 30")]
    [InlineData("Analysis:PicturesPerSecond", "NaN", "a number from 0.1 to 30")]
    public void Load_BadValue_IsOneLineWithOriginKeyValueAndWhatIsAllowed(string key, string value, string allowed)
    {
        var line = ConfigurationText.LoadArguments($"--EdgeCctv:{key}={value}").OnlyMistake();

        Assert.StartsWith($"command line: EdgeCctv:{key}: '{value}' is not valid; allowed: ", line, StringComparison.Ordinal);
        Assert.Contains(allowed, line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
    }

    [Theory]
    [InlineData("webcam", "'webcam'")]
    [InlineData("demo:?fps=900", "\"900\"")]
    [InlineData("rtsp://host:port/x", "'rtsp://host:port/x'")]
    public void Load_BadSource_IsOneLineInTheWordsOfTheParser(string source, string value)
    {
        var line = ConfigurationText.LoadArguments($"--EdgeCctv:Camera:Source={source}").OnlyMistake();

        Assert.StartsWith("command line: EdgeCctv:Camera:Source: ", line, StringComparison.Ordinal);
        Assert.Contains(value, line, StringComparison.Ordinal);
        Assert.Contains("allowed", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rtsp://admin:c4n4ry@host:port/x")]
    [InlineData("ftp://admin:x@c4n4ry@192.0.2.7/x")]
    [InlineData("admin:c4n4ry@192.0.2.7")]
    [InlineData("webcam?password=c4n4ry")]
    public void Load_BadSourceWithASecret_DoesNotRepeatIt(string source) => Assert.DoesNotContain(
        "c4n4ry", ConfigurationText.LoadArguments($"--EdgeCctv:Camera:Source={source}").OnlyMistake(), StringComparison.Ordinal);

    [Theory]
    [InlineData("Camera:Sauce", "rtsp://admin:c4n4ry@192.0.2.7/s")]
    [InlineData("Camera", "c4n4ry")]
    [InlineData("Camera:Source:0", "c4n4ry")]
    [InlineData("Camera:FileFolders:first", "c4n4ry")]
    [InlineData("Camera:FileFolders:0:0", "c4n4ry")]
    [InlineData("Kamera:Source", "c4n4ry")]
    public void Load_UnknownKey_IsNamedWithTheKnownOnesAndWithoutItsValue(string key, string value)
    {
        var line = ConfigurationText.LoadArguments($"--EdgeCctv:{key}={value}").OnlyMistake();

        Assert.StartsWith($"command line: EdgeCctv:{key}: unknown key; allowed: ", line, StringComparison.Ordinal);
        Assert.Contains("EdgeCctv:Camera:Source", line, StringComparison.Ordinal);
        Assert.DoesNotContain("c4n4ry", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_SeveralMistakes_AreSeveralLines()
    {
        var (_, mistakes) = ConfigurationText.LoadArguments(
            "--EdgeCctv:Camera:JpegQuality=0", "--EdgeCctv:Camera:Source=webcam", "--EdgeCctv:Camera:Quality=80", "--urls=http://*:5080");

        Assert.Equal(4, mistakes.Count);
    }

    [Fact]
    public void Load_MistakeInAFile_NamesTheFile() => Assert.StartsWith(
        "appsettings.json: EdgeCctv:Camera:JpegQuality: '900'",
        ConfigurationText.LoadJson("""{ "EdgeCctv": { "Camera": { "JpegQuality": 900 } } }""").OnlyMistake(),
        StringComparison.Ordinal);

    [Fact]
    public void Load_MistakeInTheEnvironment_SaysSo()
    {
        // A prefix of our own: the environment belongs to all tests of the process.
        const string Prefix = "EDGECCTV_UNIT_TEST_";
        Environment.SetEnvironmentVariable($"{Prefix}EdgeCctv__Camera__JpegQuality", "900");
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables(Prefix).Build();
        Environment.SetEnvironmentVariable($"{Prefix}EdgeCctv__Camera__JpegQuality", null);

        Assert.StartsWith(
            "environment: EdgeCctv:Camera:JpegQuality: '900'", SettingsLoader.Load(configuration).OnlyMistake(), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_SameKeyInSeveralPlaces_BlamesTheOneThatCounts()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("EdgeCctv:Camera:JpegQuality", "80")])
            .AddCommandLine(["--EdgeCctv:Camera:JpegQuality=900"])
            .Build();

        Assert.StartsWith("command line: ", SettingsLoader.Load(configuration).OnlyMistake(), StringComparison.Ordinal);
    }
}
