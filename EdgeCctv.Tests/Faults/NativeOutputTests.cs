using System.Text;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Faults;

/// <summary>GStreamer's own debug output, asked for by a user in search of a fault, keeps the camera's password to itself.</summary>
[Trait("Category", "Fault")]
[Collection(MachineGroup.Name)]
public sealed class NativeOutputTests
{
    private const string Canary = "c4n@ry \"5$521";

    [RequiresTheory(Need.GStreamer)]
    [InlineData(Canary)]
    [InlineData(Canary + "-wrong")]
    public async Task GstDebug_PasswordRightOrWrong_IsNeverInTheOutput(string password)
    {
        await using var camera = await RtspCamera.StartLiveAsync(15, "operator", Canary);
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await using var console = new ChildProcess(
            "env",
            "GST_DEBUG=*:6",
            $"GST_DEBUG_FILE={file}",
            "dotnet",
            Path.Combine(AppContext.BaseDirectory, "EdgeCctv.Web.dll"),
            "--urls=http://127.0.0.1:0",
            $"--EdgeCctv:Camera:Source={camera.LocatorWith($"operator:{Uri.EscapeDataString(password)}")}");

        await console.LineAsync("GST_DEBUG_FILE is ignored");
        await console.LineAsync("gstreamer LOG");
        await console.LineAsync(password == Canary ? "appsink we have a buffer" : "Unauthorized");

        var output = console.Output;
        string[] forms = [password, Uri.EscapeDataString(password), Convert.ToBase64String(Encoding.UTF8.GetBytes($"operator:{password}")), "c4n"];
        Assert.All(forms, form => Assert.DoesNotContain(form, output, StringComparison.OrdinalIgnoreCase));
        File.Delete(file);
    }
}
