using System.Globalization;
using EdgeCctv.Core.Camera;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Browser.Truth;

/// <summary>One way in which a screen can lose its picture: how it begins, how it ends, and what the screen says meanwhile.</summary>
internal abstract class TruthFault : IAsyncDisposable
{
    protected const string Demo = "demo:?strip=1&size=320x180&fps=10&seed=7";

    /// <summary>What the veil may say while it lasts.</summary>
    public abstract string[] Words { get; }

    /// <summary>Whether it is over as soon as it has begun.</summary>
    public virtual bool IsMomentary => false;

    /// <summary>How long all has to be well before it, so that it is the first of its kind: a camera that is lost again and again is retried ever more rarely.</summary>
    public virtual TimeSpan CalmBefore => TimeSpan.Zero;

    /// <summary>Starts what is needed.</summary>
    /// <returns>Where the page is.</returns>
    public abstract Task<Uri> StartAsync();

    public abstract Task BeginAsync(ConsolePage screen);

    /// <summary>Ends it; from here on the way back is timed.</summary>
    public abstract Task EndAsync(ConsolePage screen);

    public abstract ValueTask DisposeAsync();

    public static TruthFault Of(string name) => name switch
    {
        "camera stalls, motion JPEG" => new CameraStalls(rtsp: false),
        "camera stalls, RTSP" => new CameraStalls(rtsp: true),
        "server paused" => new ServerPaused(),
        "server restarted" => new ServerRestarted(),
        "network cut" => new NetworkFault(network => { network.Refuse(); network.Cut(); }, network => network.Listen(), "connection-lost"),
        "network stalls" => new NetworkFault(network => network.Flow.Stall(), network => network.Flow.Resume(), "server-silent", "connection-lost"),
        "socket closed" => new SocketClosed(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such fault."),
    };

    /// <summary>The camera's connection holds what it has and then delivers it in a burst.</summary>
    private sealed class CameraStalls(bool rtsp) : TruthFault
    {
        private readonly List<IAsyncDisposable> _parts = [];
        private TcpFaultProxy _network = null!;

        public override string[] Words => ["camera-silent", "camera-reconnecting"];

        public override TimeSpan CalmBefore => CameraLifecycle.StableRun;

        public override async Task<Uri> StartAsync()
        {
            _network = new TcpFaultProxy(rtsp ? await RtspAsync() : Mjpeg());
            var console = await ConsoleProcess.StartAsync(
                rtsp ? $"rtsp://127.0.0.1:{_network.Port}/live" : $"http://127.0.0.1:{_network.Port}/stream");
            _parts.AddRange([_network, console]);
            return console.Address;
        }

        public override Task BeginAsync(ConsolePage screen)
        {
            _network.Flow.Stall();
            return Task.CompletedTask;
        }

        public override Task EndAsync(ConsolePage screen)
        {
            _network.Flow.Resume();
            return Task.CompletedTask;
        }

        public override async ValueTask DisposeAsync()
        {
            foreach (var part in Enumerable.Reverse(_parts))
            {
                await part.DisposeAsync();
            }
        }

        private int Mjpeg()
        {
            var camera = new MjpegCamera(MjpegPlays.Streams());
            _parts.Add(camera);
            return camera.Port;
        }

        private async Task<int> RtspAsync()
        {
            var origin = await ConsoleProcess.StartAsync("demo:?strip=1&size=320x180&fps=15");
            _parts.Add(origin);
            await origin.StreamingAsync();
            var camera = await RtspCamera.RelayAsync(origin);
            _parts.Add(camera);
            return camera.Port;
        }
    }

    /// <summary>A whole server on the demo camera.</summary>
    private abstract class ServerFault : TruthFault
    {
        protected ConsoleProcess Console { get; set; } = null!;

        public override async Task<Uri> StartAsync() => (Console = await ConsoleProcess.StartAsync(Demo)).Address;

        public override ValueTask DisposeAsync() => Console.DisposeAsync();
    }

    /// <summary>Alive for the network, dead for everybody.</summary>
    private sealed class ServerPaused : ServerFault
    {
        public override string[] Words => ["server-silent", "connection-lost"];

        public override Task BeginAsync(ConsolePage screen)
        {
            Console.Process.Pause();
            return Task.CompletedTask;
        }

        public override Task EndAsync(ConsolePage screen)
        {
            Console.Process.Resume();
            return Task.CompletedTask;
        }
    }

    /// <summary>Killed; the next one knows nothing of the page's circuit.</summary>
    private sealed class ServerRestarted : ServerFault
    {
        public override string[] Words => ["connection-lost"];

        public override async Task BeginAsync(ConsolePage screen)
        {
            Console.Process.Kill();
            await Console.DisposeAsync();
        }

        public override async Task EndAsync(ConsolePage screen) => Console = await ConsoleProcess.StartAsync(Demo, Console.Address.Port);
    }

    /// <summary>Something between browser and server.</summary>
    private sealed class NetworkFault(Action<TcpFaultProxy> begin, Action<TcpFaultProxy> end, params string[] words) : ServerFault
    {
        private TcpFaultProxy _network = null!;

        public override string[] Words => words;

        public override async Task<Uri> StartAsync()
        {
            _network = new TcpFaultProxy((await base.StartAsync()).Port);
            return new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_network.Port}"));
        }

        public override Task BeginAsync(ConsolePage screen)
        {
            begin(_network);
            return Task.CompletedTask;
        }

        public override Task EndAsync(ConsolePage screen)
        {
            end(_network);
            return Task.CompletedTask;
        }

        public override async ValueTask DisposeAsync()
        {
            await _network.DisposeAsync();
            await base.DisposeAsync();
        }
    }

    /// <summary>The circuit's WebSocket closes, and the server would answer at once.</summary>
    private sealed class SocketClosed : ServerFault
    {
        public override string[] Words => ["connection-lost"];

        public override bool IsMomentary => true;

        public override Task BeginAsync(ConsolePage screen) => screen.Page.EvaluateAsync("() => witness.sockets.at(-1).close()");

        public override Task EndAsync(ConsolePage screen) => Task.CompletedTask;
    }
}
