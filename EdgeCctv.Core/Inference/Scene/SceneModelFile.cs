using System.Security.Cryptography;
using EdgeCctv.Core.Inference.Onnx;
using EdgeCctv.Core.Inference.Onnx.Schema;
using Google.Protobuf;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>
/// A scene model as one ONNX file: the graph that scores frames, the parameters as its named initializers, and the rest as metadata.
/// Any ONNX Runtime can run it. Thread-safe.
/// </summary>
public static class SceneModelFile
{
    /// <summary>Files with more bytes are refused unread; ours have a quarter of that with the usual pictures, and less than all of it with the largest.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    private const string ExtraPrefix = "extra.";
    private const string ChecksumKey = SceneModelMetadata.Prefix + "checksum";
    private const string Remedy = "Take another copy of the file, or learn the scene again.";

    // How every file of ours begins: version of the format and name of the program that wrote it.
    private static readonly byte[] Beginning = new OnnxGraphBuilder("").ToBytes()[..12];
    internal static readonly int SealLength = Seal([]).Length;

    /// <summary>The bytes of the file; the same for the same model.</summary>
    /// <exception cref="AnalysisException">The model is impossible.</exception>
    public static byte[] Write(SceneModel model)
    {
        if (SceneModelRules.Fault(model) is { } fault)
        {
            throw new AnalysisException($"The scene model '{model.Info.Name}' {fault}; it cannot be used. Learn the scene again.");
        }

        var graph = SceneGraph.Of(model);
        foreach (var (name, values) in model.Extras)
        {
            graph.Initializer<float>(ExtraPrefix + name, [values.Length], values);
        }

        SceneModelMetadata.Write(graph, model);
        var content = graph.ToBytes();
        return [.. content, .. Seal(content)];
    }

    /// <summary>Reads what <see cref="Write"/> has written. The graph in the file is not looked at: it follows from the rest.</summary>
    /// <param name="file">All bytes of the file.</param>
    /// <param name="what">Its name, for messages.</param>
    /// <exception cref="AnalysisException">It is incomplete, damaged, somebody else's, or impossible; the message says which.</exception>
    public static SceneModel Read(ReadOnlySpan<byte> file, string what)
    {
        RequireWhole(file, what);
        try
        {
            var proto = ModelProto.Parser.ParseFrom(file);
            var (geometry, info) = SceneModelMetadata.Read(Entries(proto));
            var model = SceneModelRules.Fault(geometry) is { } bad ? throw new FormatException(bad) : Model(proto, geometry, info);
            return SceneModelRules.Fault(model) is { } fault ? throw new FormatException(fault) : model;
        }
        catch (InvalidProtocolBufferException exception)
        {
            throw new AnalysisException($"'{what}' is not an ONNX file. {Remedy}", exception);
        }
        catch (FormatException exception)
        {
            throw new AnalysisException($"'{what}' {exception.Message}. {Remedy}", exception);
        }
    }

    /// <summary>Writes the file so that at every moment there is either the whole old one or the whole new one.</summary>
    /// <exception cref="AnalysisException">The model is impossible, or the disk refused it.</exception>
    public static void Save(SceneModel model, string path)
    {
        try
        {
            AtomicFile.Write(path, Write(model));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AnalysisException($"'{path}' cannot be written: {exception.Message}", exception);
        }
    }

    /// <summary>Reads a file from disk.</summary>
    /// <exception cref="AnalysisException">It cannot be read, or <see cref="Read"/> refuses it.</exception>
    public static SceneModel Load(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            RequireSize(stream.Length, path);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return Read(bytes, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AnalysisException($"'{path}' cannot be read: {exception.Message}", exception);
        }
    }

    private static void RequireSize(long length, string what)
    {
        if (length > MostBytes)
        {
            throw new AnalysisException($"'{what}' has {length} bytes; a scene model has at most {MostBytes}. It is probably another kind of file.");
        }
    }

    // Before anything is taken apart, so that a damaged file costs nothing but a look at its bytes.
    private static void RequireWhole(ReadOnlySpan<byte> file, string what)
    {
        RequireSize(file.Length, what);
        if (file.Length > SealLength && file[^SealLength..].SequenceEqual(Seal(file[..^SealLength])))
        {
            return;
        }

        throw new AnalysisException(file.StartsWith(Beginning)
            ? $"'{what}' is incomplete or was altered: its {file.Length} bytes do not go with its checksum. {Remedy}"
            : $"'{what}' is not a scene model of this program. {Remedy}");
    }

    // A message appended to another one is merged into it: the checksum of all before becomes the last entry of the metadata.
    internal static byte[] Seal(ReadOnlySpan<byte> content)
    {
        var entry = new StringStringEntryProto { Key = ChecksumKey, Value = Convert.ToHexStringLower(SHA256.HashData(content)) };
        return new ModelProto { MetadataProps = { entry } }.ToByteArray();
    }

    private static Dictionary<string, string> Entries(ModelProto proto)
    {
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in proto.MetadataProps)
        {
            if (!entries.TryAdd(entry.Key, entry.Value))
            {
                throw new FormatException($"has the entry '{entry.Key}' twice");
            }
        }

        return entries;
    }

    private static SceneModel Model(ModelProto proto, SceneGeometry geometry, SceneModelInfo info)
    {
        var tensors = new SceneTensors(proto);
        // A file of before there were places to watch: then nothing is rare, and places are not watched.
        var hasPlaces = tensors.Has(SceneParameters.Rare);
        var values = SceneParameters.Shapes(geometry).Where(one => hasPlaces || one.Name != SceneParameters.Rare)
            .ToDictionary(one => one.Name, one => tensors.Floats(one.Name, one.Shape));
        return new SceneModel
        {
            Geometry = geometry,
            Info = hasPlaces ? info : info with { PlaceThreshold = null },
            Speed = values[SceneParameters.Speed],
            WideSpeed = values[SceneParameters.WideSpeed],
            Perspective = values[SceneParameters.Perspective],
            Mean = values[SceneParameters.Mean],
            Deviation = values[SceneParameters.Deviation],
            Precision = values[SceneParameters.Precision],
            Rare = hasPlaces ? values[SceneParameters.Rare] : new float[geometry.Small.Columns * geometry.Small.Rows],
            CueMedian = values[SceneParameters.CueMedian],
            CueSpread = values[SceneParameters.CueSpread],
            Extras = tensors.Beginning(ExtraPrefix),
        };
    }
}
