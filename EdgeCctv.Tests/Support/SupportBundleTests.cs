using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Inference.Zones;
using EdgeCctv.Tests.Hosts;
using EdgeCctv.Web.Configuration;
using Microsoft.Extensions.Logging;

namespace EdgeCctv.Tests.Support;

/// <summary>The support bundle as it comes over HTTP, from the program in the process of the test.</summary>
[Trait("Category", "Camera")]
[Collection(MachineGroup.Name)]
public sealed class SupportBundleTests : IDisposable
{
    private const string Canary = "c4n4ry-Pw";
    private static readonly string[] Files = ["configuration.json", "facts.txt", "log.txt", "proof.json", "screens.json", "settings.json", "status.json"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("edgecctv-bundle-");

    public void Dispose() => _folder.Delete(recursive: true);

    [RequiresLinuxFact]
    public async Task Get_FromATool_HasEveryFileAndItsName()
    {
        await using var console = await InProcessConsole.StartAsync(SharedConsole.Source, "--EdgeCctv:Camera:AutoStart=false", "--EdgeCctv:Kiosk:Title=Gate");
        using var http = new HttpClient { BaseAddress = console.Address };
        using var response = await http.GetAsync("/support-bundle");
        var files = await ReadAsync(response);

        Assert.Equal(Files, files.Keys.Order(StringComparer.Ordinal));
        Assert.Matches("^edgecctv-support-[0-9]{8}-[0-9]{6}\\.zip$", response.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(("application/zip", true), (response.Content.Headers.ContentType?.MediaType, response.Headers.CacheControl?.NoStore));
        Assert.Contains("Data folder: ", files["facts.txt"], StringComparison.Ordinal);
        Assert.Contains(" info Lifetime: Now listening on: http", files["log.txt"], StringComparison.Ordinal);
        Assert.Equal(Names(await http.GetStringAsync("/status")), Names(files["status.json"]));
        var configuration = JsonDocument.Parse(files["configuration.json"]).RootElement.GetProperty("EdgeCctv");
        Assert.Equal(SharedConsole.Source, configuration.GetProperty("Camera").GetProperty("Source").GetString());
        Assert.Equal(("Gate", "80"), (configuration.GetProperty("Kiosk").GetProperty("Title").GetString(), configuration.GetProperty("Camera").GetProperty("JpegQuality").GetString()));
    }

    [RequiresLinuxTheory]
    [InlineData($"rtsp://admin:{Canary}@127.0.0.1:1/s")]
    [InlineData($"rtsp://admin:x%40{Canary}@127.0.0.1:1/s?access_token={Canary}")]
    [InlineData($"http://admin:{Canary}@127.0.0.1:1/s?password={Canary}")]
    [InlineData($"gst:rtspsrc location=\"rtsp://admin:{Canary}@127.0.0.1:1/s\" user-id=admin user-pw={Canary} ! decodebin ! videoconvert")]
    public async Task Get_CredentialsWhereverTheConfigurationHoldsThem_NoneIsInAnyFile(string source)
    {
        var model = Path.Combine(_folder.FullName, $"password={Canary}");
        await File.WriteAllTextAsync(model, "no model");
        await using var console = await InProcessConsole.StartAsync(
            source,
            $"--EdgeCctv:Kiosk:Title=http://a:{Canary}@b",
            $"--EdgeCctv:Camera:FileFolders:0=/srv/rtsp://admin:{Canary}@clips",
            $"--EdgeCctv:Camera:FileFolders:1=/srv/password={Canary}",
            $"--EdgeCctv:Analysis:Detector:Model={model}",
            $"--EdgeCctv:Analysis:Detector:Labels={model}",
            $"--EdgeCctv:Analysis:Detector:Classes:0=token={Canary}",
            $"--EdgeCctv:Analysis:Detector:ConfidenceOf:0=secret={Canary}=0.5",
            $"--EdgeCctv:DataFolder={_folder.FullName}/token={Canary}",
            $"--Kestrel:Certificates:Default:Password={Canary}",
            $"--ConnectionStrings:Any=Server=a;Password={Canary}");
        var camera = console.Service<CameraLifecycleManager>();
        await Eventually.IsTrueAsync(() => camera.GetState().Fault != CameraFault.None, "the camera's fault");
        console.Service<OperatorSettings>().Change(
            camera.GetState().Source!.Display, one => one with { Zones = [new Zone($"rtsp://a:{Canary}@b", ZoneKind.Name, [new(0, 0), new(1, 0), new(1, 1)])] });
        console.Service<ILogger<SupportBundleTests>>().LogWarningOf($"any library: rtsp://admin:{Canary}@127.0.0.1", new IOException($"user-pw={Canary}\n   at {Canary}"));

        using var http = new HttpClient { BaseAddress = console.Address };
        using var response = await http.GetAsync("/support-bundle");
        var files = await ReadAsync(response);

        Assert.Equal(Files, files.Keys.Order(StringComparer.Ordinal));
        var rtsp = source.StartsWith("gst:", StringComparison.Ordinal) ? "gst:" : "***@127.0.0.1:1";
        Assert.Contains(rtsp, files["configuration.json"], StringComparison.Ordinal);
        Assert.Contains("any library", files["log.txt"], StringComparison.Ordinal);
        Assert.Contains("\"zones\"", files["settings.json"], StringComparison.Ordinal);
        Assert.All(files, file => Assert.DoesNotContain(Canary, file.Value, StringComparison.OrdinalIgnoreCase));
    }

    [RequiresLinuxFact]
    public async Task Get_FromAnotherSitesPage_IsRefused()
    {
        await using var console = await InProcessConsole.StartAsync(SharedConsole.Source, "--EdgeCctv:Camera:AutoStart=false");
        using var http = new HttpClient { BaseAddress = console.Address };
        http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync("/support-bundle")).StatusCode);
    }

    private static async Task<Dictionary<string, string>> ReadAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var archive = new ZipArchive(await response.Content.ReadAsStreamAsync());
        var files = new Dictionary<string, string>();
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            files[entry.FullName] = await reader.ReadToEndAsync();
        }

        return files;
    }

    private static IEnumerable<string> Names(string json) => JsonDocument.Parse(json).RootElement.EnumerateObject().Select(one => one.Name);
}

/// <summary>A line as a library beyond our reach might write it.</summary>
internal static partial class ForeignLog
{
    [LoggerMessage(1, LogLevel.Warning, "{Text}")]
    public static partial void LogWarningOf(this ILogger logger, string text, Exception exception);
}
