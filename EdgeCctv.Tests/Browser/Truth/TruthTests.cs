using System.Globalization;
using EdgeCctv.Tests.Hosts;
using EdgeCctv.Tests.Measurements;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Browser.Truth;

/// <summary>
/// Whoever is dead, no screen says LIVE over a picture of more than two seconds, and every one comes back by itself. What is old is
/// read from the painted picture; what is said, from the page, before every frame that the browser draws.
/// </summary>
[Trait("Category", "Browser")]
[Collection(AloneGroup.Name)]
public sealed class TruthTests(BrowserFixture browser, ITestOutputHelper output)
{
    private const int Seed = 7;
    private const int Many = 200;

    // Ends what the page itself does about an old picture: its timer, and the end of the animation that no paint restarts.
    private const string VeilsTimerDisabled = """
        const every = window.setInterval;
        window.setInterval = (work, ms, ...rest) => ms === 100 ? 0 : every(work, ms, ...rest);
        const listen = EventTarget.prototype.addEventListener;
        EventTarget.prototype.addEventListener = function (type, ...rest) { return type === 'finish' ? undefined : listen.call(this, type, ...rest); };
        """;

    // Only where the page was not loaded anew.
    private const string CircuitToPaint = """
        (began) => {
          const up = witness.ups.at(-1);
          const first = up > began ? witness.painted.find((one) => one.at >= up) : undefined;
          return first ? first.at - up : null;
        }
        """;

    public static readonly TheoryData<string> Faults =
    [
        "camera stalls, motion JPEG", "camera stalls, RTSP", "server paused", "server restarted", "network cut", "network stalls", "socket closed",
    ];

    [RequiresLinuxTheory]
    [MemberData(nameof(Faults))]
    public Task Fault_NoOldPictureIsLiveAndItComesBack(string fault) => PlayAsync(fault, rounds: 1);

    /// <summary>EDGECCTV_TRIALS sets another number of rounds than 200.</summary>
    [RequiresLinuxTheory]
    [Trait("Category", "Full")]
    [MemberData(nameof(Faults))]
    public Task Fault_ManyTimes_NoOldPictureIsLiveAndItComesBack(string fault) => PlayAsync(
        fault, int.TryParse(Environment.GetEnvironmentVariable("EDGECCTV_TRIALS"), CultureInfo.InvariantCulture, out var rounds) ? rounds : Many);

    [RequiresLinuxFact]
    public async Task VeilsTimerDisabled_TheLieIsSeen()
    {
        await using var console = await ConsoleProcess.StartAsync("demo:?strip=1&size=320x180&fps=10&seed=7");
        await using var screen = await browser.OpenAsync(new Uri("about:blank"));
        await screen.Page.AddInitScriptAsync(VeilsTimerDisabled);
        await screen.Page.GotoAsync(console.Address.ToString());
        await screen.LiveAsync();

        console.Process.Pause();
        await screen.Page.WaitForFunctionAsync("() => witness.lies.length > 0");
        console.Process.Resume();

        Assert.NotEmpty(await screen.LiesAsync());
    }

    private async Task PlayAsync(string name, int rounds)
    {
        var random = new Random(Seed);
        var trials = new List<Trial>();
        await using (var fault = TruthFault.Of(name))
        {
            await using var screen = await browser.OpenAsync(await fault.StartAsync());
            for (var round = 0; round < rounds; round++)
            {
                await screen.LiveAsync();
                await screen.NextPaintedAsync(10);
                await Measure.PassAsync(round == 0 ? TimeSpan.Zero : fault.CalmBefore);
                trials.Add(await PlayOnceAsync(fault, screen, TimeSpan.FromMilliseconds(random.Next(2500, 6000))));
            }
        }

        output.Report(new
        {
            Name = "Frame truth",
            Fault = name,
            Seed,
            Rounds = rounds,
            VeilMs = Figures(trials.Select(trial => trial.VeilMs)),
            PictureAgeAtVeilMs = Figures(trials.Select(trial => trial.AgeMs)),
            BackMs = Figures(trials.Select(trial => trial.BackMs)),
            CircuitToPaintMs = Figures(trials.Select(trial => trial.CircuitToPaintMs).OfType<double>()),
            Lies = trials[^1].Lies.Length,
            OldestLiveMs = trials.Max(trial => trial.OldestLiveMs),
        });
        Assert.Empty(trials[^1].Lies);
    }

    private static async Task<Trial> PlayOnceAsync(TruthFault fault, ConsolePage screen, TimeSpan lasts)
    {
        var before = (await screen.VeilChangesAsync()).Length;
        var began = Now();
        await fault.BeginAsync(screen);
        await Measure.PassAsync(fault.IsMomentary ? TimeSpan.Zero : lasts);
        await fault.EndAsync(screen);
        var ended = Now();

        await screen.Page.WaitForFunctionAsync(
            "(n) => witness.veil.slice(n).some((one) => one.up) && !witness.veil.at(-1).up", before, new() { Timeout = 60_000 });
        var changes = (await screen.VeilChangesAsync()).Skip(before).ToList();
        var words = await screen.Page.EvaluateAsync<string[]>("(began) => witness.words.filter((one) => one.at >= began).map((one) => one.word)", began);
        Assert.NotEmpty(words.Intersect(fault.Words));
        var up = changes.First(change => change.Up);
        return new Trial(up.At - began, up.Age ?? 0, changes[^1].At - ended, await screen.LiesAsync(), await screen.Page.EvaluateAsync<double>("() => witness.oldestLive"))
        {
            CircuitToPaintMs = await screen.Page.EvaluateAsync<double?>(CircuitToPaint, began),
        };
    }

    private static double Now() => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

    private static object? Figures(IEnumerable<double> values)
    {
        var all = values.ToList();
        return all.Count == 0 ? null : new { P50 = Measure.Median(all), P99 = Measure.Percentile(all, 0.99), Max = all.Max() };
    }

    private sealed record Trial(double VeilMs, double AgeMs, double BackMs, Lie[] Lies, double OldestLiveMs)
    {
        public double? CircuitToPaintMs { get; init; }
    }
}
