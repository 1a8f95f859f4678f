using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Capture;

/// <summary>Whatever the stage a capture is in when it ends, nothing of it stays.</summary>
[Trait("Category", "Fault")]
[Collection(AloneGroup.Name)]
public sealed class LibraryReleaseTests
{
    private const int Times = 200;
    private readonly ICaptureLibrary _library = LibraryUnderTest.Create(TimeProvider.System);

    [RequiresLinuxTheory]
    [InlineData("rtsp://127.0.0.1:1/live")]
    [InlineData("file:/etc/hostname")]
    public Task Dispose_OpenedOrFailed200Times_NoThreadNorFileStays(string locator) => AssertNothingStaysAsync(locator);

    [RequiresTheory(Need.GStreamer)]
    [InlineData("gst:videotestsrc ! nosuchelement")]
    [InlineData("gst:videotestsrc is-live=true")]
    public Task Dispose_PipelineText_NoThreadNorFileStays(string locator) => AssertNothingStaysAsync(locator);

    [RequiresLinuxFact]
    public async Task Dispose_Clip_NoThreadNorFileStays() => await AssertNothingStaysAsync($"file:{await TestClips.MatroskaAsync(320, 180, 30, 1)}");

    private static int Count(string what) => Directory.GetFileSystemEntries($"/proc/self/{what}").Length;

    private async Task AssertNothingStaysAsync(string locator)
    {
        var source = Locators.Parse(locator);
        OpenAndEnd(source, 20);
        var (threads, files) = (Count("task"), Count("fd"));

        OpenAndEnd(source, Times);

        // The runtime's own pool may have grown by a few meanwhile: a leak would be one for each of the 200.
        await Eventually.IsTrueAsync(() => Count("task") < threads + 20 && Count("fd") < files + 20, $"threads and files are back to {threads} and {files}");
    }

    private void OpenAndEnd(CameraSource source, int times)
    {
        for (var i = 0; i < times; i++)
        {
            try
            {
                using var capture = _library.Open(source, CaptureSettings.Default);
                capture.Read(TimeSpan.FromMilliseconds(i % 3 * 20), withGrey: true, CancellationToken.None);
            }
            catch (CaptureException)
            {
                // That is the point, where it fails.
            }
        }
    }
}
