using System.Text.Json;
using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Faults;

/// <summary>What a camera may do without being at fault, played in mid-stream: the picture stays live. And what looks alive and is not.</summary>
[Trait("Category", "Fault")]
[Collection(MachineGroup.Name)]
public sealed class MjpegOddityTests
{
    private const int EnoughPictures = 20;

    private static readonly Dictionary<string, Func<MjpegPlay>> Oddities = new()
    {
        ["wrong multipart boundary"] = () => MjpegPlays.Streams(style: new MjpegStyle { Delimiter = "--somethingelse" }),
        ["no length"] = () => MjpegPlays.Streams(style: new MjpegStyle { WithLength = false }),
        ["garbage between the parts"] = () => MjpegPlays.SendsGarbage(500, seed: 7),
        ["one bit of each picture flipped"] = () => MjpegPlays.FlipsBits(seed: 7),
        ["changes resolution"] = () => MjpegPlays.ChangesSize(),
        ["200 fps"] = () => MjpegPlays.Streams(200),
        ["black"] = () => MjpegPlays.Streams(15, number => Plain(number, 16, 128)),
        ["green"] = () => MjpegPlays.Streams(15, number => Plain(number, 100, 0)),
        ["noise"] = () => MjpegPlays.Streams(15, Noise),
    };

    public static TheoryData<string> Names => [.. Oddities.Keys];

    [RequiresLinuxTheory]
    [MemberData(nameof(Names))]
    public async Task Camera_IsOdd_StaysLive(string oddity)
    {
        await using var stage = new MjpegStage();
        await using var console = await ConsoleProcess.StartAsync(stage.Locator);
        await console.StreamingAsync();
        var before = await console.StatusAsync();

        stage.Behave(Oddities[oddity]());

        JsonElement status = default;
        await Eventually.IsTrueAsync(
            async () =>
            {
                status = await console.StatusAsync();
                return Sequence(status) >= Sequence(before) + EnoughPictures;
            },
            "enough pictures");
        Assert.Equal("RUNNING", status.GetProperty("camera_state").GetString());
        Assert.Equal(before.GetProperty("since").GetString(), status.GetProperty("since").GetString());
        await console.StreamingAsync();
        Assert.Equal(1, stage.OpenConnections);
    }

    [RequiresLinuxFact]
    public async Task Camera_RepeatsOneIdenticalFrame_IsNotLiveUntilThePictureMoves()
    {
        await using var stage = new MjpegStage();
        await using var console = await ConsoleProcess.StartAsync(stage.Locator, "--EdgeCctv:Live:FrozenAfter=00:00:02");
        await console.StreamingAsync();

        stage.Behave(MjpegPlays.RepeatsOne());
        await Eventually.IsTrueAsync(async () => (await console.StatusAsync()).GetProperty("picture_frozen").GetBoolean(), "frozen");
        var status = await console.StatusAsync();
        Assert.Equal("RUNNING", status.GetProperty("camera_state").GetString());
        Assert.False(status.GetProperty("streaming").GetBoolean());

        stage.Mend();
        await console.StreamingAsync();
        Assert.False((await console.StatusAsync()).GetProperty("picture_frozen").GetBoolean());
        Assert.Equal(1, stage.OpenConnections);
    }

    [RequiresLinuxFact]
    [Trait("Category", "Full")]
    public async Task Camera_DropsToOnePictureInFiveSeconds_ComesToLiveAtThatRate()
    {
        await using var stage = new MjpegStage();
        await using var console = await ConsoleProcess.StartAsync(stage.Locator);
        await console.StreamingAsync();

        stage.Behave(MjpegPlays.Streams(0.2));

        // It is taken for silent at first; then its rate is learnt, and from there on it stays live from one picture to the next.
        for (var began = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(40);)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        }

        var attempt = (await console.StatusAsync()).GetProperty("since").GetString();
        for (var second = 0; second < 12; second++)
        {
            var status = await console.StatusAsync();
            Assert.Equal((attempt, true), (status.GetProperty("since").GetString(), status.GetProperty("streaming").GetBoolean()));
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        }
    }

    private static long Sequence(JsonElement status) => status.GetProperty("sequence").GetInt64();

    private static byte[] Plain(int number, byte luma, byte chroma) => Encode(picture =>
    {
        picture.Y.Fill(luma);
        picture.U.Fill(chroma);
        picture.V.Fill(chroma);

        // As a sensor does: never twice the same.
        picture.Y[number % picture.Y.Length] = (byte)(luma + 40);
    });

    private static byte[] Noise(int number) => Encode(picture =>
    {
        new Random(number).NextBytes(picture.Y);
        picture.U.Fill(128);
        picture.V.Fill(128);
    });

    private static byte[] Encode(Action<I420Picture> paint)
    {
        var picture = new I420Picture(CameraPictures.Width, CameraPictures.Height);
        paint(picture);
        using var encoder = LibraryUnderTest.Create(TimeProvider.System).Create(picture.Width, picture.Height, quality: 80);
        return encoder.Encode(picture);
    }
}
