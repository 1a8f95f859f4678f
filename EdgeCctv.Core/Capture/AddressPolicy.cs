using System.Net;
using System.Net.Sockets;

namespace EdgeCctv.Core.Capture;

/// <summary>
/// Where a camera may be. A source from the configuration may be anywhere; one that came over HTTP must not turn the console into a
/// way to this machine's own services, its neighbours on the link, or a cloud's metadata. Immutable, thread-safe.
/// </summary>
public sealed class AddressPolicy
{
    // What serves metadata outside the link-local range: 100.100.100.200, 168.63.129.16, 192.0.0.192, fd00:ec2::254. What wraps an
    // IPv4 address in an IPv6 one: ::/96, ::ffff:0:0:0/96, 64:ff9b::/96 and 64:ff9b:1::/48 (NAT64), 2001::/32 (Teredo), 2002::/16 (6to4).
    private static readonly IPNetwork[] Closed =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("224.0.0.0/3"),
        IPNetwork.Parse("100.100.100.200/32"), IPNetwork.Parse("168.63.129.16/32"), IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("::/96"), IPNetwork.Parse("::ffff:0:0:0/96"), IPNetwork.Parse("64:ff9b::/96"), IPNetwork.Parse("64:ff9b:1::/48"),
        IPNetwork.Parse("2001::/32"), IPNetwork.Parse("2002::/16"),
        IPNetwork.Parse("fe80::/10"), IPNetwork.Parse("fec0::/10"), IPNetwork.Parse("ff00::/8"), IPNetwork.Parse("fd00:ec2::254/128"),
    ];

    /// <summary>Shorter than any start time-out, so that a silent name service is told as such.</summary>
    private static readonly TimeSpan LookUpLimit = TimeSpan.FromSeconds(2);

    private readonly HashSet<string> _allowedNames;
    private readonly HashSet<IPAddress> _allowedAddresses;
    private readonly Func<string, IPAddress[]> _lookUp;

    /// <param name="allowedHosts">Host names and addresses that may be reached all the same. A name is compared as written, an address by what it means.</param>
    public AddressPolicy(IEnumerable<string> allowedHosts)
        : this(allowedHosts, LookUpInTime)
    {
    }

    internal AddressPolicy(IEnumerable<string> allowedHosts, Func<string, IPAddress[]> lookUp)
    {
        _allowedNames = new HashSet<string>(allowedHosts, StringComparer.OrdinalIgnoreCase);
        _allowedAddresses = [.. _allowedNames.Select(Literal).OfType<IPAddress>()];
        _lookUp = lookUp;
    }

    /// <summary>
    /// Looks the host of <paramref name="source"/> up, once: the addresses returned are the checked ones, so connect to them and not
    /// to the name, which may resolve differently the second time. Blocks while the name is resolved.
    /// </summary>
    /// <exception cref="CaptureException">The name cannot be resolved, or none of its addresses may be reached.</exception>
    public IReadOnlyList<IPAddress> Resolve(CameraSource source)
    {
        if (Objection(source) is { } objection)
        {
            throw new CaptureException(CameraFault.NotAllowed, objection);
        }

        var host = Host(source);
        var all = Literal(host) is { } literal ? [literal] : LookUp(host);
        if (source.IsTrusted || _allowedNames.Contains(host))
        {
            return all;
        }

        var open = all.Where(IsOpen).ToArray();
        return open.Length > 0 ? open : throw new CaptureException(CameraFault.NotAllowed, Words(host, all[0]));
    }

    /// <summary>Why <paramref name="source"/> may not be opened, so far as its host tells as it is written; null where only a look-up can tell. Never blocks.</summary>
    public string? Objection(CameraSource source)
    {
        var host = Host(source);
        var address = Literal(host) ?? (IsLocalhost(host) ? IPAddress.Loopback : null);
        return source.IsTrusted || address is null || _allowedNames.Contains(host) || IsOpen(address) ? null : Words(host, address);
    }

    // The form that a look-up would use, in which ①②⑦.⓪.⓪.① is 127.0.0.1; as written where it has no such form; what it resolves to is checked all the same.
    private static string Host(CameraSource source)
    {
        var address = new Uri(source.Address);
        try
        {
            return address.IdnHost;
        }
        catch (UriFormatException)
        {
            return address.DnsSafeHost;
        }
    }

    // 127.0.0.1, and 127.1, 2130706433, 0x7f000001, 017700000001 as well; an IPv4 address in IPv6 clothes is what is in them.
    private static IPAddress? Literal(string host) =>
        !IPAddress.TryParse(host, out var address) ? null
        : address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
        : address;

    private static bool IsLocalhost(string host)
    {
        var name = host.TrimEnd('.');
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
    }

    private static string Words(string host, IPAddress address) =>
        $"{host} is an address of this machine, of its link or of no single camera ({address}); to open it all the same, list the host in EdgeCctv:Camera:AllowedHosts.";

    // A name service that is silent would hold the capture up for ten seconds and more, and nothing could end that wait.
    private static IPAddress[] LookUpInTime(string host) =>
        Dns.GetHostAddressesAsync(host).WaitAsync(LookUpLimit, TimeProvider.System).GetAwaiter().GetResult();

    private IPAddress[] LookUp(string host)
    {
        try
        {
            return _lookUp(host) is { Length: > 0 } found ? found : throw new SocketException((int)SocketError.HostNotFound);
        }
        catch (Exception unknown) when (unknown is SocketException or ArgumentException or TimeoutException)
        {
            throw new CaptureException(CameraFault.NameNotResolved, $"The name {host} cannot be resolved.", unknown);
        }
    }

    private bool IsOpen(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return _allowedAddresses.Contains(plain)
            || !Array.Exists(Closed, network => network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain));
    }
}
