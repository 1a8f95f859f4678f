namespace EdgeCctv.Core.Statistics;

/// <summary>Where the time went between the receipt of a picture and its paint on one screen. The parts add up to the latency.</summary>
/// <param name="Drift">What the picture was held up before its receipt, as its presentation time tells.</param>
/// <param name="Prepare">From receipt until it was decoded, encoded and ready for whoever watches.</param>
/// <param name="Wait">Until its sending to this screen began.</param>
/// <param name="Send">On the way to the browser: at most this long, since the way of the acknowledgement before is in it.</param>
/// <param name="Paint">From its arrival in the browser until it was on the canvas.</param>
public readonly record struct PaintTiming(TimeSpan Drift, TimeSpan Prepare, TimeSpan Wait, TimeSpan Send, TimeSpan Paint)
{
    /// <summary>Receipt to paint, plus drift: the age of the picture when it was painted.</summary>
    public TimeSpan Total => Drift + Prepare + Wait + Send + Paint;
}
