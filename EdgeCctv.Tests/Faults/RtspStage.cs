using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Faults;

/// <summary>An RTSP camera behind a bad network, and a second one at the same address that wants a password.</summary>
internal sealed class RtspStage : ICameraStage
{
    private readonly RtspCamera _camera;
    private readonly RtspCamera _closed;

    private RtspStage(RtspCamera camera, RtspCamera closed)
    {
        _camera = camera;
        _closed = closed;
        Network = new TcpFaultProxy(camera.Port);
    }

    public TcpFaultProxy Network { get; }

    public string Locator => $"rtsp://127.0.0.1:{Network.Port}/live";

    public int OpenConnections => Network.OpenConnections;

    public static async Task<RtspStage> StartAsync()
    {
        var clip = await TestClips.H264Async(320, 180, 15, 2);
        return new RtspStage(await RtspCamera.StartAsync(clip, 15), await RtspCamera.StartAsync(clip, 15, "ann", "secret"));
    }

    public void Refuse()
    {
        Network.Refuse();
        Network.Cut();
    }

    public void BeSilent()
    {
        Network.IsSilent = true;
        Network.Cut();
    }

    public void AskForPassword()
    {
        Network.TargetPort = _closed.Port;
        Network.Cut();
    }

    public void Mend()
    {
        var isClosed = !Network.IsListening;
        (Network.TargetPort, Network.IsSilent) = (_camera.Port, false);
        Network.Flow.Heal();
        if (isClosed)
        {
            Network.Listen();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Network.DisposeAsync();
        await _camera.DisposeAsync();
        await _closed.DisposeAsync();
    }
}
