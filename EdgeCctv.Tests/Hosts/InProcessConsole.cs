using EdgeCctv.Web.Configuration;
using EdgeCctv.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace EdgeCctv.Tests.Hosts;

/// <summary>The program in the process of the test, on a free port and with a data folder of its own, so that a test has its parts at hand.</summary>
internal sealed class InProcessConsole : IAsyncDisposable
{
    private readonly DirectoryInfo _data;
    private readonly WebApplication _app;

    private InProcessConsole(WebApplication app, DirectoryInfo data)
    {
        (_app, _data) = (app, data);
        Address = new Uri(Service<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public Uri Address { get; }

    /// <param name="source">What EdgeCctv:Camera:Source is set to.</param>
    /// <param name="options">Further options of the command line.</param>
    public static async Task<InProcessConsole> StartAsync(string source, params string[] options)
    {
        var data = Directory.CreateTempSubdirectory("edgecctv-data-");
        var builder = ConsoleHost.CreateBuilder(
            ["--applicationName=EdgeCctv.Web", "--urls=http://127.0.0.1:0", $"--EdgeCctv:Camera:Source={source}", $"--EdgeCctv:DataFolder={data.FullName}", .. options]);
        var (settings, mistakes) = SettingsLoader.Load(builder.Configuration);
        Assert.Empty(mistakes);
        builder.Services.AddEdgeCctv(settings);
        var app = builder.Build();
        app.UseEdgeCctv();
        await app.StartAsync();
        return new InProcessConsole(app, data);
    }

    public T Service<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _data.Delete(recursive: true);
    }
}
