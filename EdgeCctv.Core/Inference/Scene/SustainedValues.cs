namespace EdgeCctv.Core.Inference.Scene;

/// <summary>What a threshold must not exceed for <see cref="Persistence"/> to be met, frame by frame.</summary>
internal static class SustainedValues
{
    /// <summary>For each frame the value that so many of the last ones reach; negative infinity where fewer follow each other.</summary>
    /// <param name="frames">Say which follow each other.</param>
    /// <param name="values">One for each frame.</param>
    /// <param name="lookedBackOn">Frames that are looked back on.</param>
    /// <param name="least">So many of them must reach it.</param>
    public static float[] Of(IReadOnlyList<HeldOutFrame> frames, float[] values, int lookedBackOn, int least)
    {
        var sustained = new float[values.Length];
        Span<float> window = stackalloc float[lookedBackOn];
        for (int i = 0, length = 0; i < values.Length; i++)
        {
            length = frames[i].Follows ? Math.Min(length + 1, lookedBackOn) : 1;
            var last = window[..length];
            values.AsSpan(i - length + 1, length).CopyTo(last);
            last.Sort();
            sustained[i] = length < least ? float.NegativeInfinity : last[length - least];
        }

        return sustained;
    }
}
