using EdgeCctv.Core.Capture.Clips;
using EdgeCctv.Core.Frames;

namespace EdgeCctv.Core.Capture;

/// <summary>A native library with everything that the program needs of one: it opens cameras, makes and reads JPEGs, and reads clips. Thread-safe.</summary>
public interface ICaptureLibrary : ICaptureBackend, IBackendFacts, IJpegEncoderFactory, IGreyDecoderFactory, IColourDecoderFactory, IClipReaderFactory;
