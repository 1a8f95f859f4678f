using EdgeCctv.Core.Statistics;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Web.Api;

/// <summary>One open screen, as <c>/status</c> lists it.</summary>
internal sealed record ScreenAnswer
{
    public required long Number { get; init; }

    public required string Kind { get; init; }

    public required string? Address { get; init; }

    public required DateTimeOffset Since { get; init; }

    public required bool Connected { get; init; }

    /// <summary>What its browser last said: <c>live</c>, or why not.</summary>
    public required string State { get; init; }

    public required double StateForMs { get; init; }

    public required long? Sequence { get; init; }

    public required double? PaintedAgoMs { get; init; }

    public required long Painted { get; init; }

    public required long Skipped { get; init; }

    public required LatencyPercentiles? LatencyMs { get; init; }

    public static ScreenAnswer Of(ScreenSnapshot screen, TimeProvider clock) => new()
    {
        Number = screen.Number,
        Kind = screen.Kind.ToString().ToLowerInvariant(),
        Address = screen.Address,
        Since = screen.Since,
        Connected = screen.IsConnected,
        State = screen.Verdict.Word,
        StateForMs = Math.Round(clock.GetElapsedTime(screen.Verdict.At).TotalMilliseconds),
        Sequence = screen.Sequence,
        PaintedAgoMs = screen.PaintedAt is { } at ? Math.Round(clock.GetElapsedTime(at).TotalMilliseconds) : null,
        Painted = screen.Painted,
        Skipped = screen.Skipped,
        LatencyMs = screen.Latency,
    };
}
