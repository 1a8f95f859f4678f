using EdgeCctv.Web.Kit;
using EdgeCctv.Web.Language;
using EdgeCctv.Web.Support;
using EdgeCctv.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Components.Support;

/// <summary>The newest lines of the log, newest first, drawn anew at most once a second.</summary>
public sealed partial class LogPanel : SecondComponent
{
    // Each holds the graver ones too.
    private static (LogLevel, string)[] Filters =>
        [(LogLevel.Trace, SupportTexts.LogAll), (LogLevel.Warning, SupportTexts.LogWarnings), (LogLevel.Error, SupportTexts.LogErrors)];

    private IReadOnlyList<LogLine> _lines = [];
    private List<LogLine> _shown = [];
    private LogLevel _least = LogLevel.Trace;
    private bool _isPaused;

    [Inject]
    public required LogRing Ring { get; init; }

    private string Count => Told.With(SupportTexts.LogCount, _shown.Count, _lines.Count);

    private static string Note => ReaderZone.IsUtc ? SupportTexts.LogNoteUtc : Told.With(SupportTexts.LogNote, ReaderZone.Current.Id);

    protected override void OnInitialized() => Take();

    protected override bool TakeNews()
    {
        if (_isPaused || Ring.Last == (_lines.Count == 0 ? 0 : _lines[^1].Number))
        {
            return false;
        }

        Take();
        return true;
    }

    private void Filter(LogLevel least)
    {
        _least = least;
        Choose();
    }

    private void Pause(bool isPaused)
    {
        _isPaused = isPaused;
        TakeNews();
    }

    private void Take()
    {
        _lines = Ring.Read();
        Choose();
    }

    private void Choose() => _shown = [.. _lines.Where(line => line.Level >= _least).Reverse()];

    private static string Sign(LogLine line) => line.Level switch
    {
        >= LogLevel.Error => Tone.Bad.Sign(),
        LogLevel.Warning => Tone.Busy.Sign(),
        _ => Tone.Off.Sign(),
    };
}
