using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Capture.Mjpeg;
using EdgeCctv.Tests.Hosts;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Measurements;

/// <summary>What a picture costs that is passed through.</summary>
[Trait("Category", "Measurement")]
[Collection(AloneGroup.Name)]
public sealed class MjpegCost(ITestOutputHelper output)
{
    private const int FramesPerSecond = 30;
    private const int Rounds = 5;

    /// <summary>MJPEG 1280×720 at 30 fps with one reader, beside a bare pipeline that decodes and encodes the same pictures.</summary>
    [RequiresLinuxFact]
    public async Task Mjpeg720p30_OneReader_BesideDecodingAndEncoding()
    {
        await using var camera = await ConsoleProcess.StartAsync($"demo:?size=1280x720&fps={FramesPerSecond}&seed=42");
        await camera.StreamingAsync();
        var locator = new Uri(camera.Address, "/live").ToString();
        await using var console = await ConsoleProcess.StartAsync(locator);
        await console.StreamingAsync();
        await using var reader = new LiveDrain(console);
        await using var bare = new ChildProcess(
            "gst-launch-1.0",
            $"-q souphttpsrc location={locator} is-live=true ! multipartdemux ! jpegdec ! jpegenc quality=80 ! fakesink sync=false".Split(' '));
        await Measure.PassAsync(Measure.WarmUp);

        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            // Both at the same time, so that whatever else the machine does falls on both. Both get every picture of the camera.
            var cpu = bare.CpuTime;
            var (frames, cpuPerFrame) = (await camera.FramesAsync(), await Measure.CpuPerFrameAsync(console));
            ours.Add(cpuPerFrame);
            theirs.Add((bare.CpuTime - cpu).TotalMilliseconds / (await camera.FramesAsync() - frames));
        }

        output.Report(new
        {
            Name = "CPU per frame, MJPEG 720p30 passed through, one /live reader",
            OursMs = Measure.Median(ours),
            DecodeAndEncodeMs = Measure.Median(theirs),
            Ratio = Measure.Median(ours.Zip(theirs, (mine, other) => mine / other)),
            Ratios = ours.Zip(theirs, (mine, other) => Math.Round(mine / other, 3)),
        });
    }

    /// <summary>Managed bytes for each picture beside the picture itself, on the capture's thread.</summary>
    [RequiresLinuxFact]
    public async Task Mjpeg_PassedThrough_BytesAllocatedBesideThePicture()
    {
        const int Pictures = 300;
        const int ArrayHeader = 24;
        await using var camera = new MjpegCamera(MjpegPlays.Streams(60));
        using var capture = MjpegRig.Open(camera.Locator);
        for (var i = 0; i < Pictures; i++)
        {
            MjpegRig.Read(capture);
        }

        long beside = 0;
        for (var i = 0; i < Pictures; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var picture = MjpegRig.Read(capture);
            var own = (picture.Jpeg.Length + ArrayHeader + 7) / 8 * 8;
            beside += GC.GetAllocatedBytesForCurrentThread() - before - own;
        }

        output.Report(new { Name = "Bytes allocated per MJPEG picture beside it", Bytes = (double)beside / Pictures });
    }

    /// <summary>The structural check of a picture of about 100 kB.</summary>
    [RequiresLinuxFact]
    public void JpegStructure_Check_MicrosecondsPerPicture()
    {
        const int Checks = 20_000;
        var jpeg = CameraPictures.Take(1280, 720);
        var clock = TimeProvider.System;
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var began = clock.GetTimestamp();
            for (var i = 0; i < Checks; i++)
            {
                Assert.Null(JpegStructure.Check(jpeg, out _));
            }

            times.Add(clock.GetElapsedTime(began).TotalMicroseconds / Checks);
        }

        output.Report(new { Name = "Structural check", Kilobytes = jpeg.Length / 1000, Microseconds = Measure.Median(times) });
    }
}
