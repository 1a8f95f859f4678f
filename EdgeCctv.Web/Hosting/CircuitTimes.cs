using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.SignalR;

namespace EdgeCctv.Web.Hosting;

/// <summary>After how long a dead connection is noticed, and how long its circuit waits to be taken up again.</summary>
internal static class CircuitTimes
{
    /// <summary>Each side speaks at least this often; connection.js holds the same.</summary>
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(2);

    /// <summary>A browser that says nothing for so long is gone. On a slow way it may be silent for as long as one picture takes; connection.js holds the same.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    // Most cuts are shorter, and after a longer one the page is loaded anew with its state: nothing is lost by letting the circuit go,
    // whose components work for nobody until then.
    private static readonly TimeSpan Retention = TimeSpan.FromMinutes(1);

    public static void Apply(HubOptions hub)
    {
        hub.KeepAliveInterval = KeepAlive;
        hub.ClientTimeoutInterval = Silence;
    }

    public static void Apply(CircuitOptions circuit) => circuit.DisconnectedCircuitRetentionPeriod = Retention;
}
