using System.Text.Json;
using EdgeCctv.Core.Camera;
using EdgeCctv.Tests.Hosts;
using EdgeCctv.Tests.Measurements;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Faults;

/// <summary>
/// Plays one fault to the real process, round after round: the state and its cause are right, nothing old counts as live, recovery
/// needs no hand, and nothing leaks.
/// </summary>
internal static class CameraFaultRun
{
    // Short, so that a round is; the defaults are tested elsewhere.
    private static readonly string[] Quick = ["--EdgeCctv:Camera:StartTimeout=00:00:02", "--EdgeCctv:Camera:StallTime=00:00:01"];

    public static async Task PlayAsync<TStage>(TStage stage, CameraFaultCase<TStage> fault, int rounds, ITestOutputHelper output)
        where TStage : ICameraStage
    {
        await using var console = await ConsoleProcess.StartAsync(stage.Locator, Quick);
        await console.StreamingAsync();
        var before = Footprint.Of(console.Process.Id);
        var recoveries = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            if (round > 0)
            {
                // A run that ends sooner counts as one more failed attempt in a row, and the waits would become longer from round to round.
                await Measure.PassAsync(CameraLifecycle.StableRun + TimeSpan.FromSeconds(1));
            }

            fault.Break(stage);
            await AssertToldAsync(console, fault);
            recoveries.Add(await RecoverAsync(console, stage, fault));
        }

        await Eventually.IsTrueAsync(() => stage.OpenConnections == 1, "one connection, as before the fault");
        var after = await Footprint.ReturnToAsync(before, console.Process.Id);
        output.Report(new
        {
            fault.Name,
            Rounds = rounds,
            Recovered = recoveries.Count,
            MedianMs = Math.Round(Measure.Median(recoveries)),
            MaxMs = Math.Round(recoveries.Max()),
            Before = before,
            After = after,
        });
    }

    private static async Task AssertToldAsync<TStage>(ConsoleProcess console, CameraFaultCase<TStage> fault)
    {
        var told = new HashSet<string>();
        await Eventually.IsTrueAsync(
            async () =>
            {
                var status = await console.StatusAsync();
                var (state, cause) = (Text(status, "camera_state"), Text(status, "fault"));
                told.Add($"{state} {cause}");
                AssertNotOld(status);
                return state == fault.State && cause is not null && fault.Faults.Contains(cause) && (fault.MayStream || !IsStreaming(status));
            },
            () => $"{fault.Name}: {fault.State} with {string.Join(" or ", fault.Faults)}; told: {string.Join(", ", told)}");
    }

    private static async Task<double> RecoverAsync<TStage>(ConsoleProcess console, TStage stage, CameraFaultCase<TStage> fault)
        where TStage : ICameraStage
    {
        Assert.True(fault.MayStream || !IsStreaming(await console.StatusAsync()), "LIVE while the camera is broken");
        stage.Mend();
        var began = TimeProvider.System.GetTimestamp();
        if (fault.IsHurried)
        {
            using var started = await console.Http.PostAsync(new Uri("/start", UriKind.Relative), content: null);
            started.EnsureSuccessStatusCode();
        }

        await Eventually.IsTrueAsync(
            async () =>
            {
                var status = await console.StatusAsync();
                AssertNotOld(status);
                return IsStreaming(status) && Text(status, "camera_state") == "RUNNING";
            },
            $"{fault.Name}: a fresh picture again");
        return TimeProvider.System.GetElapsedTime(began).TotalMilliseconds;
    }

    private static void AssertNotOld(JsonElement status)
    {
        const double LimitAndTheTimeToAnswer = 1800 + 200;
        if (IsStreaming(status))
        {
            Assert.True(status.GetProperty("picture_age_ms").GetDouble() <= LimitAndTheTimeToAnswer, $"LIVE with an old picture: {status}");
        }
    }

    private static bool IsStreaming(JsonElement status) => status.GetProperty("streaming").GetBoolean();

    private static string? Text(JsonElement status, string name) => status.GetProperty(name).GetString();
}
