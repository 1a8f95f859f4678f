using EdgeCctv.Web.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace EdgeCctv.Tests.Api;

public sealed class OriginGuardTests
{
    private const string Own = "http://localhost:5080";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(Own)]
    [InlineData("HTTP://LOCALHOST:5080")]
    public async Task Post_OwnOriginOrNone_Passes(string? origin) => Assert.True(await PassesAsync("POST", origin));

    [Theory]
    [InlineData("http://example.com")]
    [InlineData("null")]
    [InlineData("https://localhost:5080")]
    [InlineData("http://localhost")]
    [InlineData("http://localhost:50800")]
    [InlineData("http://localhost:5080.example.com")]
    [InlineData("http://localhost:5080@example.com")]
    [InlineData("http://example.com/http://localhost:5080")]
    [InlineData("http://localhost:5080/")]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://localhost:5080,http://localhost:5080")]
    [InlineData("http://localhost.evil.example:5080")]
    [InlineData("http://evil-localhost:5080")]
    [InlineData("http://[::1]:5080")]
    [InlineData("file://")]
    [InlineData("chrome-extension://localhost:5080")]
    [InlineData("http://localhost:5080 ")]
    [InlineData("http://lоcalhost:5080")]
    public async Task Post_OtherOrLookAlikeOrigin_IsRefused(string origin) => Assert.False(await PassesAsync("POST", origin));

    [Fact]
    public async Task Post_OwnOriginAmongOthers_IsRefused() => Assert.False(await PassesAsync("POST", Own, "http://example.com"));

    [Theory]
    [InlineData("same-origin", Own, true)]
    [InlineData("none", null, true)]
    [InlineData("", Own, true)]
    [InlineData("cross-site", null, false)]
    [InlineData("same-site", null, false)]
    [InlineData("cross-site", Own, false)]
    [InlineData("same-site", Own, false)]
    [InlineData("same-origin", "http://example.com", false)]
    [InlineData("same-origin, cross-site", Own, false)]
    [InlineData("SAME-ORIGIN", Own, false)]
    public async Task Post_WhatTheBrowserSaysOfTheSite_MustAgree(string site, string? origin, bool passes) =>
        Assert.Equal(passes, await PassesAsync("POST", isUpgrade: false, request => request.Headers["Sec-Fetch-Site"] = site, origin));

    [Theory]
    [InlineData("same-origin", true)]
    [InlineData("cross-site", false)]
    [InlineData("same-site", false)]
    public async Task WebSocketUpgrade_WhatTheBrowserSaysOfTheSite_MustAgree(string site, bool passes) =>
        Assert.Equal(passes, await PassesAsync("GET", isUpgrade: true, request => request.Headers["Sec-Fetch-Site"] = site, Own));

    [Theory]
    [InlineData("http://example.com/page")]
    [InlineData("http://localhost:5080/")]
    [InlineData(null)]
    public async Task Post_AnyReferer_DecidesNothing(string? referer)
    {
        Assert.True(await PassesAsync("POST", isUpgrade: false, request => request.Headers.Referer = referer, Own));
        Assert.False(await PassesAsync("POST", isUpgrade: false, request => request.Headers.Referer = referer, "http://example.com"));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("CONNECT")]
    [InlineData("BREW")]
    public async Task AnyMethodThatMayChangeSomething_ForeignOrigin_IsRefused(string method) =>
        Assert.False(await PassesAsync(method, "http://example.com"));

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    public async Task HarmlessMethod_ForeignOrigin_Passes(string method) => Assert.True(await PassesAsync(method, "http://example.com"));

    [Theory]
    [InlineData(Own, true)]
    [InlineData(null, true)]
    [InlineData("http://example.com", false)]
    [InlineData("null", false)]
    public async Task WebSocketUpgrade_IsCheckedThoughItIsAGet(string? origin, bool passes) =>
        Assert.Equal(passes, await PassesAsync("GET", isUpgrade: true, origin));

    private static Task<bool> PassesAsync(string method, params string?[] origins) => PassesAsync(method, isUpgrade: false, origins);

    private static Task<bool> PassesAsync(string method, bool isUpgrade, params string?[] origins) => PassesAsync(method, isUpgrade, _ => { }, origins);

    private static async Task<bool> PassesAsync(string method, bool isUpgrade, Action<HttpRequest> change, params string?[] origins)
    {
        var wasPassed = false;
        var context = Request(method, origins);
        change(context.Request);
        context.Features.Set<IHttpWebSocketFeature>(isUpgrade ? new Upgrade() : null);

        await new OriginGuard(_ =>
        {
            wasPassed = true;
            return Task.CompletedTask;
        }).InvokeAsync(context);

        Assert.Equal(wasPassed ? StatusCodes.Status200OK : StatusCodes.Status403Forbidden, context.Response.StatusCode);
        return wasPassed;
    }

    private static DefaultHttpContext Request(string method, string?[] origins)
    {
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        context.Request.Method = method;
        context.Request.Scheme = "http";
        context.Request.Host = new HostString("localhost", 5080);
        if (origins is not [null])
        {
            context.Request.Headers.Origin = origins;
        }

        return context;
    }

    private sealed class Upgrade : IHttpWebSocketFeature
    {
        public bool IsWebSocketRequest => true;

        public Task<System.Net.WebSockets.WebSocket> AcceptAsync(WebSocketAcceptContext context) => throw new NotSupportedException();
    }
}
