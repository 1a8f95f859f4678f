using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Faults;

/// <summary>An HTTP MJPEG camera that can do everything wrong.</summary>
internal sealed class MjpegStage : ICameraStage
{
    private readonly MjpegCamera _camera = new(MjpegPlays.Streams());

    public string Locator => _camera.LocatorWith("ann:secret");

    public int OpenConnections => _camera.OpenConnections;

    public void Refuse() => _camera.Refuse();

    /// <summary>On open connections as well, in mid-stream.</summary>
    public void Behave(MjpegPlay play) => _camera.Behave(play);

    /// <summary>From the next connection on, which is due at once.</summary>
    public void BehaveAnew(MjpegPlay play)
    {
        _camera.Behave(MjpegPlays.Silent);
        _camera.Cut();
        _camera.Behave(play);
    }

    public void Mend() => _camera.Behave(MjpegPlays.Streams());

    public ValueTask DisposeAsync() => _camera.DisposeAsync();
}
