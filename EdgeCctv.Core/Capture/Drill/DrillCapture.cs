namespace EdgeCctv.Core.Capture.Drill;

/// <summary>
/// A real capture, read as ever, whose pictures a rehearsal may replace, damage or cut off. While none is under way they pass untouched.
/// </summary>
internal sealed class DrillCapture(ICapture capture, CameraSource source, DrillSwitch drill, TimeProvider clock) : ICapture
{
    private DrillSwitch.Rehearsal? _stagedFor;
    private StagedPicture? _staged;
    private int _damaged;

    public StreamFacts Facts => capture.Facts;

    public long? LastReceived => capture.LastReceived;

    public void EncodeAt(int jpegQuality) => capture.EncodeAt(jpegQuality);

    public CapturedPicture? Read(TimeSpan timeout, bool withGrey, CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        var picture = capture.Read(timeout, withGrey, cancellation);
        string? fault = null;
        while (drill.Current is { } rehearsal)
        {
            if (rehearsal.Kind == DrillKind.Disconnect)
            {
                throw DrillBackend.Cut(source);
            }

            if (picture is not { } real)
            {
                return fault is null ? null : throw Broken(fault);
            }

            if (rehearsal.Kind != DrillKind.Corrupt)
            {
                return Stage(rehearsal, real);
            }

            // What the check finds broken is left out, as the readers of real cameras do it.
            var damaged = Damage.Of(real.Jpeg, _damaged++);
            fault = JpegStructure.Check(damaged, out _);
            if (fault is null)
            {
                return real with { Jpeg = damaged };
            }

            picture = capture.Read(Left(timeout, began), withGrey, cancellation);
        }

        return picture;
    }

    public void Dispose() => capture.Dispose();

    private CapturedPicture Stage(DrillSwitch.Rehearsal rehearsal, in CapturedPicture real)
    {
        if (_staged is null || _stagedFor != rehearsal)
        {
            _staged = rehearsal.Kind == DrillKind.Freeze ? StagedPicture.Frozen(real) : StagedPicture.Blank(real);
            _stagedFor = rehearsal;
        }

        return _staged.InPlaceOf(real);
    }

    private CaptureException Broken(string fault) =>
        new(CameraFault.Damaged, $"Drill: no whole picture from {source.Display}; of the last one: {fault}.");

    private TimeSpan Left(TimeSpan timeout, long began)
    {
        var left = timeout - clock.GetElapsedTime(began);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
