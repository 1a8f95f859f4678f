using System.Globalization;

namespace EdgeCctv.Web.CommandLine;

/// <summary>Shows how far a command is, on a terminal; elsewhere nothing. Also counts frames per second. One thread.</summary>
internal sealed class ProgressBar(CommandContext context) : IDisposable
{
    private const int Width = 30;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly long _began = context.Clock.GetTimestamp();
    private TimeSpan _shown = -Pause;
    private int _length;

    public int Frames { get; private set; }

    public TimeSpan Elapsed => context.Clock.GetElapsedTime(_began);

    public double FramesPerSecond => Frames / Math.Max(Elapsed.TotalSeconds, 1e-3);

    /// <summary>Another frame is done.</summary>
    /// <param name="share">How far that is, 0 to 1; null where the end is not known.</param>
    public void Step(double? share)
    {
        Frames++;
        if (context.HasTerminal && Elapsed - _shown >= Pause)
        {
            _shown = Elapsed;
            Show(share);
        }
    }

    /// <summary>Takes the bar away.</summary>
    public void Dispose()
    {
        if (_length > 0)
        {
            context.Error.Write($"\r{new string(' ', _length)}\r");
            _length = 0;
        }
    }

    private void Show(double? share)
    {
        var done = (int)(Math.Clamp(share ?? 0, 0, 1) * Width);
        var bar = share is null ? "" : string.Create(CultureInfo.InvariantCulture, $"[{new string('#', done)}{new string('.', Width - done)}] {Math.Min(share.Value, 1):P0}  ");
        var line = string.Create(CultureInfo.InvariantCulture, $"{bar}{Frames} frames  {FramesPerSecond:0} frames/s");
        context.Error.Write($"\r{line.PadRight(_length)}");
        _length = line.Length;
    }
}
