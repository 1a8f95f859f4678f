using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using EdgeCctv.Tests.Hosts;
using EdgeCctv.Tests.Measurements;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Faults;

/// <summary>Many clients who want different things at once: each gets a true answer, and there is only ever one capture.</summary>
[Trait("Category", "Fault")]
[Collection(MachineGroup.Name)]
public sealed partial class CommandStormTests(ITestOutputHelper output)
{
    private const int Clients = 50;
    private const int Seed = 7;

    private static readonly Dictionary<string, string> StateAfter = new()
    {
        ["Camera started successfully"] = "RUNNING",
        ["Camera already running"] = "RUNNING",
        ["Camera stopped"] = "IDLE",
        ["Camera already stopped"] = "IDLE",
    };

    [RequiresLinuxFact]
    public Task StartsAndStops_FromFiftyClientsAtOnce_AreAnsweredTruly() => StormAsync(commands: 200);

    [RequiresLinuxFact]
    [Trait("Category", "Full")]
    public Task StartsAndStops_AThousandFromFiftyClientsAtOnce_AreAnsweredTruly() => StormAsync(commands: 1000);

    private async Task StormAsync(int commands)
    {
        await using var console = await ConsoleProcess.StartAsync("demo:?size=320x180&fps=15", "--EdgeCctv:Camera:AutoStart=false");
        await StartAndStopAsync(console);
        var before = Footprint.Of(console.Process.Id);
        var began = TimeProvider.System.GetTimestamp();

        var answers = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => ClientAsync(console, client, commands / Clients)));

        var took = TimeProvider.System.GetElapsedTime(began);
        AssertOneAfterTheOther(console.Process.Output);
        Assert.Equal(0, (await console.StatusAsync()).GetProperty("lost_captures").GetInt32());
        await StartAndStopAsync(console);
        await Eventually.IsTrueAsync(() => Footprint.Of(console.Process.Id).Children == before.Children, "no child processes");
        output.Report(new
        {
            Name = "Starts and stops from 50 clients at once",
            Commands = commands,
            Seconds = Math.Round(took.TotalSeconds, 1),
            Answers = answers.SelectMany(one => one).CountBy(answer => answer).ToDictionary(),
        });
    }

    // Each client waits for its answer before its next command, and all of them do so at once.
    private static async Task<List<string>> ClientAsync(ConsoleProcess console, int client, int commands)
    {
        var random = new Random(Seed + client);
        var answers = new List<string>();
        for (var i = 0; i < commands; i++)
        {
            answers.Add(await CommandAsync(console, random.Next(2) == 0 ? "/start" : "/stop"));
        }

        return answers;
    }

    private static async Task<string> CommandAsync(ConsoleProcess console, string command)
    {
        using var response = await console.Http.PostAsync(new Uri(command, UriKind.Relative), content: null);
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            Assert.Equal("/start", command);
            Assert.Contains("stopped by a REST client", answer.GetProperty("detail").GetString(), StringComparison.Ordinal);
            return "503 stopped by a REST client";
        }

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var message = answer.GetProperty("message").GetString()!;
        Assert.True(answer.GetProperty("success").GetBoolean());
        Assert.Equal(command == "/start" ? "RUNNING" : "IDLE", StateAfter[message]);
        Assert.Equal(StateAfter[message], answer.GetProperty("camera_state").GetString());
        return message;
    }

    private static async Task StartAndStopAsync(ConsoleProcess console)
    {
        Assert.Equal("RUNNING", StateAfter[await CommandAsync(console, "/start")]);
        await console.StreamingAsync();
        Assert.Equal("IDLE", StateAfter[await CommandAsync(console, "/stop")]);
        await console.StateAsync("IDLE");
    }

    // Camera IDLE -> STARTING: each transition begins where the one before it ended, and a run begins only from STARTING.
    private static void AssertOneAfterTheOther(string log)
    {
        var state = "IDLE";
        foreach (Match transition in Transition().Matches(log))
        {
            Assert.Equal(state, transition.Groups[1].Value);
            state = transition.Groups[2].Value;
        }

        Assert.Equal("IDLE", Transition().Matches(log)[0].Groups[1].Value);
    }

    [GeneratedRegex(@"Camera ([A-Z]+) -> ([A-Z]+):")]
    private static partial Regex Transition();
}
