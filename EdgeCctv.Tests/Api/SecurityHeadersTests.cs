using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Api;

[Trait("Category", "Camera")]
[Collection(MachineGroup.Name)]
public sealed class SecurityHeadersTests(SharedConsole shared) : IClassFixture<SharedConsole>
{
    [RequiresLinuxTheory]
    [InlineData("GET", "/", 200)]
    [InlineData("GET", "/status", 200)]
    [InlineData("GET", "/snapshot.jpg", 200)]
    [InlineData("GET", "/live", 200)]
    [InlineData("GET", "/css/app.css", 200)]
    [InlineData("GET", "/js/theme.js", 200)]
    [InlineData("GET", "/openapi/v1.json", 200)]
    [InlineData("GET", "/no/such/path", 404)]
    [InlineData("GET", "/stop", 405)]
    [InlineData("POST", "/_blazor/negotiate?negotiateVersion=1", 200)]
    public async Task AnyAnswer_CarriesThem(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var response = await shared.Console.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("DENY", Header("X-Frame-Options"));
        Assert.Equal("no-referrer", Header("Referrer-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Resource-Policy"));
        Assert.Contains("microphone=()", Header("Permissions-Policy"), StringComparison.Ordinal);
        var policy = Header("Content-Security-Policy").Split("; ");
        Assert.All(
            ["default-src 'self'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'self'", "form-action 'self'"],
            rule => Assert.Contains(rule, policy));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));

        string Header(string name) => Assert.Single(response.Headers.GetValues(name));
    }
}
