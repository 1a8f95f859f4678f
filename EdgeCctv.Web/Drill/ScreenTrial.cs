using System.Globalization;
using EdgeCctv.Web.Live;

namespace EdgeCctv.Web.Drill;

/// <summary>One screen in one drill: keeps of what it says only what it is judged by. Not thread-safe: its drill sees to that.</summary>
/// <param name="before">As it was when the drill began, or when it came.</param>
/// <param name="isLate">Whether it came after the beginning.</param>
internal sealed class ScreenTrial(ScreenSnapshot before, bool isLate)
{
    private ScreenVerdict _last = before.Verdict;
    private ScreenVerdict? _veil;
    private ScreenVerdict? _otherVeil;
    private ScreenVerdict? _recovery;
    private bool _liftedEarly;

    public long Number => before.Number;

    private bool WasLive => !isLate && before is { IsConnected: true, Verdict.IsLive: true };

    /// <summary>Nothing more is to be heard from it.</summary>
    public bool IsSettled => !WasLive || _last.IsLive;

    /// <param name="verdict">What it says of itself.</param>
    /// <param name="terms">What is asked of it.</param>
    /// <param name="isOver">Whether the pictures are no longer disturbed.</param>
    public void Hear(ScreenVerdict verdict, DrillTerms terms, bool isOver)
    {
        _last = verdict;
        if (verdict.IsLive)
        {
            _liftedEarly |= _veil is not null && !isOver;
            _recovery ??= isOver ? verdict : null;
        }
        else if (terms.Expects(verdict.Word))
        {
            _veil ??= verdict;
        }
        else
        {
            _otherVeil ??= verdict;
        }
    }

    /// <param name="run">The drill, which is over.</param>
    /// <param name="now">The screen as it is now; null when it has left.</param>
    /// <param name="since">The time between two moments of the monotonic clock.</param>
    public DrillScreenReport Judge(DrillRun run, ScreenSnapshot? now, Func<long, long, TimeSpan> since)
    {
        var report = new DrillScreenReport
        {
            Number = Number,
            Kind = before.Kind,
            Address = before.Address,
            VeilAfter = _veil is null ? null : since(run.BeganAt, _veil.At),
            Word = _veil?.Word,
            PictureAge = _veil?.PictureAge,
            VeilWithin = run.Terms.VeilWithin,
            RecoveredAfter = _veil is null || _recovery is null || !_last.IsLive ? null : since(run.EndedAt, _recovery.At),
            Verdict = DrillVerdict.Passed,
        };
        return WhyNotJudged(run, report, now) is { } reason ? report with { Verdict = DrillVerdict.NotJudged, Remark = reason }
            : WhyFailed(report) is { } failure ? report with { Verdict = DrillVerdict.Failed, Remark = failure }
            : report;
    }

    // What a screen said while its connection was lost, if only for some seconds, was never heard: its veil may have been up in time.
    private string? WhyNotJudged(DrillRun run, DrillScreenReport report, ScreenSnapshot? now) =>
        isLate ? "opened during the drill"
        : !before.IsConnected ? "not connected when the drill began"
        : !WasLive ? $"not live when the drill began: {before.Verdict.Word}"
        : now is null ? "left during the drill"
        : now.Disconnects != before.Disconnects ? "lost its connection during the drill"
        : run.AbortReason is not null ? "the drill did not run to its end"
        : !report.InTime && CameBefore(_otherVeil, _veil) ? $"veiled for another reason: {_otherVeil!.Word}"
        : null;

    private string? WhyFailed(DrillScreenReport report) =>
        report.VeilAfter is not { } after ? "said LIVE throughout the drill"
        : !report.InTime ? string.Create(CultureInfo.InvariantCulture, $"its veil came {(after - report.VeilWithin).TotalSeconds:0.0} s too late")
        : _liftedEarly ? "said LIVE again while the drill was under way"
        : !report.Recovered ? string.Create(CultureInfo.InvariantCulture, $"not live again within {DrillTerms.RecoveryLimit.TotalSeconds:0} s")
        : null;

    private static bool CameBefore(ScreenVerdict? one, ScreenVerdict? other) => one is not null && (other is null || one.At <= other.At);
}
