using EdgeCctv.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EdgeCctv.Tests.Hosting;

public sealed class FirstPageWarmUpTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080", "http://127.0.0.1:5080/")]
    [InlineData("http://localhost:5080", "http://localhost:5080/")]
    [InlineData("http://[::]:5080", "http://localhost:5080/")]
    [InlineData("http://0.0.0.0:5080", "http://localhost:5080/")]
    public void PageOf_PlainAddress_AsThisMachineReachesIt(string address, string page) =>
        Assert.Equal(page, FirstPageWarmUp.PageOf(["https://localhost:5443", address])?.ToString());

    [Theory]
    [InlineData("https://localhost:5443")]
    [InlineData("http://unix:/run/edgecctv.sock")]
    [InlineData("http://192.0.2.7:5080")]
    public void PageOf_NothingPlainOnThisMachine_Null(string address) => Assert.Null(FirstPageWarmUp.PageOf([address]));

    [Fact]
    public async Task Start_ServerListens_PageIsAskedForOnce()
    {
        var asked = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddHostedService<FirstPageWarmUp>();
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(context =>
        {
            asked.SetResult($"{context.Request.Method} {context.Request.Path}");
            return context.Response.WriteAsync("here");
        });

        await app.StartAsync();

        Assert.Equal("GET /", await asked.Task.WaitAsync(TimeSpan.FromSeconds(30)));
    }
}
