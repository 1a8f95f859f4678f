using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace EdgeCctv.Core.Inference;

/// <summary>The ONNX Runtime of this process.</summary>
public static class InferenceRuntime
{
    // .NET never tries a failed static constructor again (ONNX Runtime loads its library in one), so neither do we.
    private static readonly Lazy<InferenceRuntimeInfo> Loaded = new(() => Probe(Ask));

    /// <summary>Loads ONNX Runtime when nobody has yet. Never throws: without it the camera works, the analysis does not.</summary>
    public static InferenceRuntimeInfo Info => Loaded.Value;

    internal static InferenceRuntimeInfo Probe(Func<InferenceRuntimeInfo> ask)
    {
        try
        {
            return ask();
        }
        catch (Exception exception) when (IsLoadFailure(exception))
        {
            return InferenceRuntimeInfo.Unavailable(Explain(exception));
        }
    }

    private static InferenceRuntimeInfo Ask()
    {
        var runtime = OrtEnv.Instance();
        return new InferenceRuntimeInfo(runtime.GetVersionString(), runtime.GetAvailableProviders());
    }

    // TypeInitializationException wraps whatever ONNX Runtime's static constructor met while it loaded the library.
    private static bool IsLoadFailure(Exception exception) =>
        exception is TypeInitializationException or DllNotFoundException or EntryPointNotFoundException
            or BadImageFormatException or OnnxRuntimeException;

    private static string Explain(Exception exception)
    {
        var platform = RuntimeInformation.RuntimeIdentifier;
        return Innermost(exception) switch
        {
            // Its own message is a page of paths that were tried and of advice for programmers.
            DllNotFoundException =>
                $"ONNX Runtime's native library for {platform}, or a system library that it needs, is missing.",
            BadImageFormatException =>
                $"ONNX Runtime's native library is damaged or made for another processor than {platform}.",
            EntryPointNotFoundException or NullReferenceException =>
                "The native library found under the name of ONNX Runtime is another one, or too old for this program.",
            var other => $"ONNX Runtime does not start on {platform}: {other.Message}",
        };
    }

    private static Exception Innermost(Exception exception) =>
        exception is TypeInitializationException { InnerException: { } inner } ? Innermost(inner) : exception;
}
