namespace EdgeCctv.Web.Configuration;

/// <summary>There is no log-in yet, so only this machine may reach the console unless its owner says otherwise.</summary>
internal static class BindingGuard
{
    private const string Remedy =
        "allowed: loopback (localhost, 127.0.0.1, [::1]) while there is no log-in, or set EdgeCctv:Network:AllowRemoteWithoutLogin=true (and AllowedHosts to the names used)";

    private static readonly string[] PortKeys = ["http_ports", "https_ports"];

    public static IEnumerable<string> Mistakes(IConfiguration configuration)
    {
        var urls = (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? "");
        foreach (var url in urls.Concat(endpoints).Where(url => !IsLoopback(url)))
        {
            yield return $"urls: '{url}' can be reached from other machines; {Remedy}.";
        }

        // Bare ports bind to every address; they only count where no urls are given.
        foreach (var key in PortKeys.Where(key => urls.Length == 0 && !string.IsNullOrEmpty(configuration[key])))
        {
            yield return $"{key}: '{configuration[key]}' can be reached from other machines; {Remedy}.";
        }
    }

    private static bool IsLoopback(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IsLoopback;
}
