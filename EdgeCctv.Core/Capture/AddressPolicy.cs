using System.Net;
using System.Net.Sockets;

namespace EdgeCctv.Core.Capture;

/// <summary>
/// Where a camera may be. A source from the configuration may be anywhere; one that came over HTTP must not turn the console into a
/// way to this machine's own services, its neighbours on the link, or a cloud's metadata. Immutable, thread-safe.
/// </summary>
/// <param name="allowedHosts">Host names and addresses that may be reached all the same, as written in the locator.</param>
public sealed class AddressPolicy(IEnumerable<string> allowedHosts)
{
    // What IsLoopback and the link-local properties do not cover. 168.63.129.16, 100.100.100.200 and fd00:ec2::254 serve metadata.
    private static readonly IPNetwork[] Closed =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("224.0.0.0/3"),
        IPNetwork.Parse("100.100.100.200/32"), IPNetwork.Parse("168.63.129.16/32"),
        IPNetwork.Parse("::/96"), IPNetwork.Parse("64:ff9b::/96"), IPNetwork.Parse("2002::/16"),
        IPNetwork.Parse("fe80::/10"), IPNetwork.Parse("fec0::/10"), IPNetwork.Parse("ff00::/8"), IPNetwork.Parse("fd00:ec2::254/128"),
    ];

    private readonly HashSet<string> _allowedHosts = new(allowedHosts, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Looks the host of <paramref name="source"/> up, once: the addresses returned are the checked ones, so connect to them and not
    /// to the name, which may resolve differently the second time. Blocks while the name is resolved.
    /// </summary>
    /// <exception cref="CaptureException">The name cannot be resolved, or none of its addresses may be reached.</exception>
    public IReadOnlyList<IPAddress> Resolve(CameraSource source)
    {
        var host = new Uri(source.Address).DnsSafeHost;
        var all = Lookup(host);
        if (source.IsTrusted || _allowedHosts.Contains(host))
        {
            return all;
        }

        var open = all.Where(IsOpen).ToArray();
        return open.Length > 0
            ? open
            : throw new CaptureException(CameraFault.NotAllowed, $"{host} is an address of this machine or of its link ({all[0]}).");
    }

    private static IPAddress[] Lookup(string host)
    {
        try
        {
            return Dns.GetHostAddresses(host) is { Length: > 0 } found ? found : throw new SocketException((int)SocketError.HostNotFound);
        }
        catch (Exception unknown) when (unknown is SocketException or ArgumentException)
        {
            throw new CaptureException(CameraFault.NameNotResolved, $"The name {host} cannot be resolved.", unknown);
        }
    }

    private static bool IsOpen(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !Array.Exists(Closed, network => network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain));
    }
}
