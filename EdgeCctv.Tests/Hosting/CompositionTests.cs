using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using EdgeCctv.Core.Statistics;
using EdgeCctv.Web.Configuration;
using EdgeCctv.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace EdgeCctv.Tests.Hosting;

public sealed class CompositionTests
{
    [Fact]
    public async Task UseEdgeCctv_BeforeAnythingStarts_EveryMeterIsThere()
    {
        var published = new ConcurrentBag<Instrument>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => published.Add(instrument) };
        listener.Start();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "EdgeCctv.Web", ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddEdgeCctv(SettingsLoader.Load(new ConfigurationManager()).Settings);
        await using var app = builder.Build();

        app.UseEdgeCctv();

        var factory = app.Services.GetService(typeof(IMeterFactory));
        var names = published.Where(one => one.Meter.Name == StatisticsMeters.MeterName && one.Meter.Scope == factory).Select(one => one.Name).ToArray();
        Assert.Contains("edgecctv.camera.frames", names);
        Assert.Contains("edgecctv.camera.state", names);
    }
}
