using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Frames;

namespace EdgeCctv.Web.Api;

/// <summary>What is known of the stream: what the camera says, and what its newest picture shows.</summary>
internal sealed record StreamAnswer
{
    public required string? Backend { get; init; }

    public required string? Codec { get; init; }

    public required string? Transport { get; init; }

    public required string? Device { get; init; }

    public required int? Width { get; init; }

    public required int? Height { get; init; }

    public required double? IntervalMs { get; init; }

    public required double? Rate { get; init; }

    /// <summary>Null while nothing is known.</summary>
    public static StreamAnswer? Of(StreamFacts? facts, Frame? newest) => facts is null && newest is null ? null : new StreamAnswer
    {
        Backend = facts?.Backend,
        Codec = facts?.Codec,
        Transport = facts?.Transport,
        Device = facts?.Device,
        Width = newest?.Width,
        Height = newest?.Height,
        IntervalMs = newest?.Interval is { } interval ? Math.Round(interval.TotalMilliseconds, 1) : null,
        Rate = newest?.Interval is { Ticks: > 0 } known ? Math.Round(1 / known.TotalSeconds, 2) : null,
    };
}
