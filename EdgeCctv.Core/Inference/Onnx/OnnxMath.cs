using static EdgeCctv.Core.Inference.Onnx.OnnxAttribute;

namespace EdgeCctv.Core.Inference.Onnx;

/// <summary>Everyday arithmetic for <see cref="OnnxGraphBuilder"/>; names of values in, the name of the result out.</summary>
internal static class OnnxMath
{
    extension(OnnxGraphBuilder graph)
    {
        public string Plus(string a, string b) => graph.Apply("Add", [a, b]);

        public string Minus(string a, string b) => graph.Apply("Sub", [a, b]);

        public string Times(string a, string b) => graph.Apply("Mul", [a, b]);

        public string Times(string a, float factor) => graph.Apply("Mul", [a, graph.Constant(factor)]);

        public string Over(string a, string b) => graph.Apply("Div", [a, b]);

        public string Absolute(string a) => graph.Apply("Abs", [a]);

        public string Root(string a) => graph.Apply("Sqrt", [a]);

        public string Positive(string a) => graph.Apply("Relu", [a]);

        public string Negated(string a) => graph.Apply("Neg", [a]);

        public string Clamped(string a, float least, float most) => graph.Apply("Clip", [a, graph.Constant(least), graph.Constant(most)]);

        /// <summary>1 where <paramref name="a"/> is larger than <paramref name="limit"/>, else 0.</summary>
        public string IsAbove(string a, float limit) =>
            graph.Apply("Cast", [graph.Apply("Greater", [a, graph.Constant(limit)])], Int("to", (long)OnnxType.Float));

        public string Joined(int axis, params ReadOnlySpan<string> parts) => graph.Apply("Concat", parts, Int("axis", axis));

        /// <summary>From <paramref name="start"/> to before <paramref name="end"/> along one axis; a negative end counts from the end.</summary>
        public string Part(string a, int axis, long start, long end) =>
            graph.Apply("Slice", [a, graph.Constant(start), graph.Constant(end), graph.Constant(axis)]);

        public string Shaped(string a, params ReadOnlySpan<long> shape) => graph.Apply("Reshape", [a, graph.Constant(shape)]);

        public string SumOver(string a, int axis, bool keep) =>
            graph.Apply("ReduceSum", [a, graph.Constant(axis)], Int("keepdims", keep ? 1 : 0));
    }
}
