using EdgeCctv.Core.Inference.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace EdgeCctv.Tests.Inference.Onnx;

/// <summary>Runs a model once, the plain way.</summary>
internal static class OnnxRun
{
    public static Dictionary<string, float[]> Floats(OnnxGraphBuilder model, params (string Name, long[] Shape, float[] Values)[] inputs) =>
        Floats(model.ToBytes(), inputs);

    /// <returns>Every output by its name.</returns>
    public static Dictionary<string, float[]> Floats(byte[] model, params (string Name, long[] Shape, float[] Values)[] inputs)
    {
        using var options = new SessionOptions { IntraOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
        using var session = new InferenceSession(model, options);
        using var run = new RunOptions();
        var values = inputs.ToDictionary(input => input.Name, input => OrtValue.CreateTensorValueFromMemory(input.Values, input.Shape));
        try
        {
            using var outputs = session.Run(run, values, session.OutputNames);
            return session.OutputNames.Zip(outputs).ToDictionary(one => one.First, one => one.Second.GetTensorDataAsSpan<float>().ToArray());
        }
        finally
        {
            foreach (var value in values.Values)
            {
                value.Dispose();
            }
        }
    }
}
