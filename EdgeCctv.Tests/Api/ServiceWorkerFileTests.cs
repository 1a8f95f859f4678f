using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Api;

[Trait("Category", "Camera")]
[Collection(MachineGroup.Name)]
public sealed class ServiceWorkerFileTests(SharedConsole shared) : IClassFixture<SharedConsole>
{
    // As a script, for the whole site, and asked for anew each time.
    [RequiresLinuxTheory]
    [InlineData("/service-worker.js", "text/javascript")]
    [InlineData("/offline/offline.html", "text/html")]
    [InlineData("/offline/offline.css", "text/css")]
    [InlineData("/offline/offline.js", "text/javascript")]
    public async Task Get_WorkerAndItsFiles_HaveTheirTypeAndAreNotKept(string path, string type)
    {
        using var response = await shared.Console.Http.GetAsync(path);

        Assert.Equal((200, type), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.True(response.Headers.CacheControl is { NoCache: true } or { NoStore: true }, response.Headers.CacheControl?.ToString());
    }
}
