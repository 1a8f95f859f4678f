using EdgeCctv.Tests.Hosts;
using Microsoft.Playwright;

namespace EdgeCctv.Tests.Browser.Truth;

/// <summary>The judge by itself, in the browser that runs it, with times made by hand: no page, no camera.</summary>
[Trait("Category", "Browser")]
[Collection(BrowserGroup.Name)]
public sealed class VerdictTests(BrowserFixture browser, SharedConsole shared) : IClassFixture<SharedConsole>
{
    // Now is 10 000 ms. What a row does not name is well: a picture of 100 ms, heard of just now.
    private const string Judge = """
        async (changes) => {
          const { judge } = await import('/js/live/verdict.js');
          const well = { painted: { sequence: 7, born: 9900, limit: 1800 }, cause: null, heardAt: 9990, newest: 7, behindSince: null, isLost: false, isSuspended: false, isStruggling: false };
          return judge({ ...well, ...JSON.parse(changes) }, 10000)?.word ?? 'live';
        }
        """;

    private static readonly (string Changes, string Word)[] Rows =
    [
        ("{}", "live"),
        (Picture(8200), "live"),
        (Picture(8199), "camera-silent"),
        ("""{"painted":{"sequence":6,"born":8000,"limit":1800}}""", "server-silent"),
        ("""{"painted":{"sequence":6,"born":8000,"limit":1800},"behindSince":8900}""", "screen-cannot-keep-up"),
        ("""{"painted":{"sequence":6,"born":8000,"limit":1800},"behindSince":9500}""", "server-silent"),
        ("""{"painted":{"sequence":7,"born":1000,"limit":15000},"heardAt":9500}""", "live"),
        ("""{"painted":null,"newest":null}""", "connecting"),
        ("""{"painted":null,"newest":7,"behindSince":8000}""", "screen-cannot-keep-up"),
        ("""{"heardAt":null}""", "connecting"),
        ("""{"heardAt":6999}""", "server-silent"),
        ("""{"isLost":true}""", "connection-lost"),
        ("""{"isLost":true,"cause":{"word":"camera-error"}}""", "connection-lost"),
        ("""{"isSuspended":true}""", "screen-suspended"),
        ("""{"isStruggling":true}""", "screen-cannot-keep-up"),
        ("""{"isStruggling":true,"heardAt":0}""", "screen-cannot-keep-up"),
        ("""{"isStruggling":true,"heardAt":-5001}""", "server-silent"),
        ("""{"painted":{"sequence":6,"born":8000,"ageAtSending":1900,"limit":1800}}""", "camera-late"),
        ("""{"painted":{"sequence":6,"born":8000,"limit":1800},"isDamaged":true}""", "picture-damaged"),
        ("""{"isDamaged":true}""", "live"),
        ("""{"cause":{"word":"picture-frozen"}}""", "picture-frozen"),
        ("""{"cause":{"word":"picture-frozen"},"heardAt":6999}""", "server-silent"),
        ("""{"cause":{"word":"stopped-by-operator"},"isSuspended":true,"isStruggling":true}""", "stopped-by-operator"),

        // A way of which nothing is known.
        ("""{"painted":{"sequence":6,"born":-1e999,"limit":1800}}""", "server-silent"),
    ];

    [RequiresLinuxFact]
    public async Task Judge_FactsMadeByHand_SaysTheWord()
    {
        await WithModulesAsync(async page =>
        {
            foreach (var (changes, word) in Rows)
            {
                Assert.Equal((changes, word), (changes, await page.EvaluateAsync<string>(Judge, changes)));
            }
        });
    }

    [RequiresLinuxFact]
    public async Task Struggle_OneLatePicture_IsNotYetOneTwoInARowAre()
    {
        bool[] expected = [false, false, false, true, true, false, false];
        await WithModulesAsync(async page => Assert.Equal(
            expected,
            await page.EvaluateAsync<bool[]>("""
                async () => {
                  const { Struggle } = await import('/js/live/verdict.js');
                  const struggle = new Struggle();
                  return [10, 1000, 10, 1000, 1000, 10, 1000, 10, 10, 10].map((way) => { struggle.add(50, way, 1800); return struggle.is; }).filter((_, i) => [0, 1, 2, 4, 7, 8, 9].includes(i));
                }
                """)));
    }

    [RequiresLinuxFact]
    public async Task Struggle_PicturesLateBeforeTheyWereSent_AreNotTheScreensFault()
    {
        await WithModulesAsync(async page => Assert.False(await page.EvaluateAsync<bool>("""
            async () => {
              const { Struggle } = await import('/js/live/verdict.js');
              const struggle = new Struggle();
              for (let i = 0; i < 5; i++) struggle.add(1900, 10, 1800);
              return struggle.is;
            }
            """)));
    }

    [RequiresLinuxFact]
    public async Task RoundTrips_AnswerHeard_BoundsTheWay()
    {
        double[] expected = [90, 0, double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity];
        await WithModulesAsync(async page => Assert.Equal(
            expected,
            await page.EvaluateAsync<double[]>("""
                async () => {
                  const { RoundTrips } = await import('/js/live/round-trips.js');
                  const trips = new RoundTrips();
                  const first = trips.answer(1000);
                  const bounds = [trips.bound(first, 250, 1340), trips.bound(first, 500, 1340), trips.bound(first + 1, 0, 1340)];
                  for (let i = 0; i < 40; i++) trips.answer(2000);
                  const last = trips.answer(3000);
                  const old = trips.bound(first, 250, 1340);
                  trips.forget();
                  return [...bounds, old, trips.bound(last, 0, 3010)];
                }
                """)));
    }

    private static string Picture(int born) => "{\"painted\":{\"sequence\":7,\"born\":" + born + ",\"limit\":1800}}";

    private async Task WithModulesAsync(Func<IPage, Task> test)
    {
        await using var screen = await browser.OpenAsync(new Uri(shared.Console.Address, "favicon.svg"));
        await test(screen.Page);
    }
}
