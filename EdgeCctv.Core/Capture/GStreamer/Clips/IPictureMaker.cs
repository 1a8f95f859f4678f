namespace EdgeCctv.Core.Capture.GStreamer.Clips;

/// <summary>Makes the pictures of a clip in one colour scheme. One for each clip; used by one thread.</summary>
internal interface IPictureMaker<TPicture>
{
    /// <summary>What stands in a pipeline between the decoder and the sink.</summary>
    string Tail { get; }

    /// <summary>Width and height of the frames before they are scaled; zero before the first one.</summary>
    (int Width, int Height) Source { get; }

    /// <summary>Makes a new pipeline ready to play.</summary>
    void Prepare(GStreamerPipeline pipeline);

    /// <exception cref="CaptureException">The size is another one than that of the frames before.</exception>
    TPicture Make(nint sample);
}
