using EdgeCctv.Core.Inference.Detection;
using EdgeCctv.Tests.Hosts;
using EdgeCctv.Tests.Inference.Detection;
using Microsoft.ML.OnnxRuntime;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Measurements;

/// <summary>What a detector costs beside its model.</summary>
[Trait("Category", "Measurement")]
[Collection(AloneGroup.Name)]
public sealed class DetectorCost(ITestOutputHelper output)
{
    private const int Rounds = 20;
    private const int Runs = 20;

    /// <summary>
    /// A 720p JPEG to objects, beside the bare run of the same model with as many threads. The model is one of our own, or the one that
    /// EDGECCTV_DETECTOR names.
    /// </summary>
    [RequiresLinuxFact]
    public void Detect_OnePicture_BesideTheBareRun()
    {
        using var bench = new DetectorBench();
        var options = Environment.GetEnvironmentVariable("EDGECCTV_DETECTOR") is { Length: > 0 } file
            ? new DetectorOptions(file)
            : bench.Options(YoloXWork.Graph());
        options = options with { Threads = 1 };
        using var detector = DetectorBench.Load(options);
        using var decoder = LibraryUnderTest.Create(TimeProvider.System).CreateColourDecoder();
        using var bare = new BareRun(options.ModelFile, detector.InputSize);
        var jpeg = CameraPictures.Take(1280, 720);
        var (width, height) = detector.PictureSize(1280, 720);
        var picture = decoder.Decode(jpeg, width, height)!;
        double[][] times = [new double[Rounds], new double[Rounds], new double[Rounds]];
        var allocated = 0L;

        // In turn, so that whatever else the machine does falls on all. The first round warms up.
        for (var round = -1; round < Rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var took = new[] { Time(bare.Run), Time(() => detector.Detect(picture, 1280, 720)), Time(() => decoder.Decode(jpeg, width, height)) };
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            for (var what = 0; what < took.Length && round >= 0; what++)
            {
                times[what][round] = took[what];
            }
        }

        output.Report(new
        {
            Name = $"Detector {Path.GetFileName(options.ModelFile)}, {detector.Layout}",
            BareRunMs = Measure.Median(times[0]),
            DetectMs = Measure.Median(times[1]),
            Ratio = Measure.Median(times[0].Zip(times[1], (plain, whole) => whole / plain)),
            JpegToSmallPictureMs = Measure.Median(times[2]),
            RatioWithJpeg = Measure.Median(times[0].Zip(times[1].Zip(times[2], (whole, decode) => whole + decode), (plain, whole) => whole / plain)),
            AllocatedBytes = allocated / Runs,
        });
    }

    private static double Time(Action what)
    {
        var began = TimeProvider.System.GetTimestamp();
        for (var run = 0; run < Runs; run++)
        {
            what();
        }

        return TimeProvider.System.GetElapsedTime(began).TotalMilliseconds / Runs;
    }

    /// <summary>The model alone, on an input that is always the same.</summary>
    private sealed class BareRun : IDisposable
    {
        private readonly InferenceSession _session;
        private readonly RunOptions _run = new();
        private readonly OrtValue[] _inputs;
        private readonly string[] _names;

        public BareRun(string file, (int Width, int Height) size)
        {
            using var options = new SessionOptions { IntraOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
            _session = new InferenceSession(file, options);
            _names = [.. _session.InputMetadata.Keys.OrderByDescending(name => _session.InputMetadata[name].Dimensions.Length)];
            var picture = OrtValue.CreateTensorValueFromMemory(new float[3 * size.Width * size.Height], [1, 3, size.Height, size.Width]);
            _inputs = _names.Length == 1
                ? [picture]
                : [picture, OrtValue.CreateTensorValueFromMemory(new long[] { size.Width, size.Height }, [1, 2])];
        }

        public void Run() => _session.Run(_run, _names, _inputs, _session.OutputNames).Dispose();

        public void Dispose()
        {
            foreach (var input in _inputs)
            {
                input.Dispose();
            }

            _run.Dispose();
            _session.Dispose();
        }
    }
}
