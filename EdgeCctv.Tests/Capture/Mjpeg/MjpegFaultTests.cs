using EdgeCctv.Core.Capture;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Capture.Mjpeg;

/// <summary>The reader against a camera that does not behave.</summary>
[Trait("Category", "Camera")]
[Collection(MachineGroup.Name)]
public sealed class MjpegFaultTests
{
    private const string Canary = "c4n4ry";
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(500);

    public static readonly TheoryData<string, CameraFault, string> Answers = new()
    {
        { "403", CameraFault.Unauthorized, "HTTP 403" },
        { "404", CameraFault.NotFound, "HTTP 404" },
        { "500", CameraFault.Refused, "HTTP 500" },
        { "418", CameraFault.Refused, "HTTP 418" },
        { "401", CameraFault.Unauthorized, "HTTP 401" },
        { "web page", CameraFault.BadSource, "web page" },
        { "one picture", CameraFault.BadSource, "one picture" },
        { "video", CameraFault.BadSource, "video/mp4" },
        { "no HTTP", CameraFault.Damaged, "not HTTP" },
        { "endless header", CameraFault.Damaged, "does not end" },
        { "endless part header", CameraFault.Damaged, "8 kB" },
        { "closes", CameraFault.EndOfStream, "ended" },
        { "ends", CameraFault.EndOfStream, "ended" },
        { "ends, chunked", CameraFault.EndOfStream, "ended" },
        { "cuts in a picture", CameraFault.EndOfStream, "ended" },
        { "redirects within", CameraFault.Moved, "another path" },
    };

    private static readonly Dictionary<string, MjpegPlay> Plays = new()
    {
        ["403"] = MjpegPlays.Answers("403 Forbidden"),
        ["404"] = MjpegPlays.Answers("404 Not Found"),
        ["500"] = MjpegPlays.Answers("500 Oh"),
        ["418"] = MjpegPlays.Answers("418 Teapot"),
        ["401"] = MjpegPlays.AsksBasic("admin", "right", MjpegPlays.Silent),
        ["web page"] = MjpegPlays.Answers("200 OK", "text/html; charset=utf-8", "<html></html>"u8.ToArray()),
        ["one picture"] = MjpegPlays.Answers("200 OK", "image/jpeg", TinyJpeg.Next()),
        ["video"] = MjpegPlays.Answers("200 OK", "video/mp4"),
        ["no HTTP"] = async (client, changed) => await client.SendAsync("RTSP? No. \r\n\r\n", changed),
        ["endless header"] = MjpegPlays.EndlessHttpHeader,
        ["endless part header"] = MjpegPlays.EndlessPartHeader,
        ["closes"] = (_, _) => Task.CompletedTask,
        ["ends"] = MjpegPlays.Ends(2),
        ["ends, chunked"] = MjpegPlays.Ends(2, new MjpegStyle { Chunked = true }),
        ["cuts in a picture"] = MjpegPlays.CutsInPicture(2),
        ["redirects within"] = MjpegPlays.Redirects($"/other?token={Canary}"),
        ["silent"] = MjpegPlays.Silent,
        ["stalls in the header"] = MjpegPlays.StallsInHttpHeader,
        ["stalls in a part header"] = MjpegPlays.StallsInPartHeader,
        ["stalls in a picture"] = MjpegPlays.StallsInPicture(0),
    };

    [RequiresLinuxTheory]
    [MemberData(nameof(Answers))]
    public async Task Read_AnswerThatIsNoStream_IsItsFaultAndTellsNoSecret(string play, CameraFault fault, string words)
    {
        await using var camera = new MjpegCamera(Plays[play]);

        var reason = MjpegRig.FaultOf(camera.LocatorWith($"admin:{Canary}"));

        Assert.Equal(fault, reason.Fault);
        Assert.Contains(words, reason.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, reason.ToString(), StringComparison.Ordinal);
        await Eventually.IsTrueAsync(() => camera.OpenConnections == 0, "the camera sees no connection");
    }

    [RequiresLinuxFact]
    public void Read_NothingListens_IsRefused() =>
        Assert.Equal(CameraFault.Refused, MjpegRig.FaultOf("http://127.0.0.1:1/stream").Fault);

    [RequiresLinuxFact]
    public async Task Read_TlsAgainstAPlainCamera_SaysSo()
    {
        await using var camera = new MjpegCamera(MjpegPlays.Answers("400 Bad Request"));

        var reason = MjpegRig.FaultOf($"https://admin:{Canary}@127.0.0.1:{camera.Port}/stream?token={Canary}");

        Assert.Equal(CameraFault.Failed, reason.Fault);
        Assert.Contains("secure connection", reason.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, reason.ToString(), StringComparison.Ordinal);
    }

    [RequiresLinuxTheory]
    [InlineData("silent")]
    [InlineData("stalls in the header")]
    [InlineData("stalls in a part header")]
    [InlineData("stalls in a picture")]
    public async Task Read_CameraStalls_EndsWithItsTimeAndHearsACancellation(string play)
    {
        await using var camera = new MjpegCamera(Plays[play]);
        using var capture = MjpegRig.Open(camera.Locator);

        Assert.Null(capture.Read(Soon, withGrey: false, CancellationToken.None));

        var began = TimeProvider.System.GetTimestamp();
        using var cancellation = new CancellationTokenSource(Soon, TimeProvider.System);
        Assert.ThrowsAny<OperationCanceledException>(() => { capture.Read(MjpegRig.Patience, withGrey: false, cancellation.Token); });
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, MjpegRig.Patience / 2);
    }

    [RequiresLinuxTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Read_AfterAReadThatTimedOut_GoesOnInTheSameStream(bool chunked)
    {
        var style = new MjpegStyle { Chunked = chunked };
        await using var camera = new MjpegCamera(MjpegPlays.Streams(15, style));
        using var capture = MjpegRig.Open(camera.Locator);
        MjpegRig.Read(capture);

        camera.Behave(MjpegPlays.Silent);
        while (capture.Read(Soon, withGrey: false, CancellationToken.None) is not null)
        {
        }

        camera.Behave(MjpegPlays.Streams(15, style));
        MjpegRig.Read(capture);
        Assert.Equal(1, camera.Accepted);
    }

    [RequiresLinuxTheory]
    [InlineData(10_000, 10_000, "10000×10000")]
    [InlineData(8192, 8192, "8192×8192")]
    [InlineData(0, 180, "0×180")]
    public async Task Read_PictureOfImpossibleSize_IsDamaged(int width, int height, string words)
    {
        await using var camera = new MjpegCamera(MjpegPlays.Claims(width, height));

        var reason = MjpegRig.FaultOf(camera.Locator, Soon * 4);

        Assert.Equal(CameraFault.Damaged, reason.Fault);
        Assert.Contains(words, reason.Message, StringComparison.Ordinal);
    }

    [RequiresLinuxTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Read_EveryPictureTruncated_IsDamagedAndMendsWithTheFirstWholeOne(bool withLength)
    {
        var style = new MjpegStyle { WithLength = withLength };
        await using var camera = new MjpegCamera(MjpegPlays.Truncates(style));
        using var capture = MjpegRig.Open(camera.Locator);

        var reason = Assert.Throws<CaptureException>(() => { capture.Read(Soon * 4, withGrey: false, CancellationToken.None); });
        Assert.Equal(CameraFault.Damaged, reason.Fault);
        Assert.Contains("ends in the middle", reason.Message, StringComparison.Ordinal);

        camera.Behave(MjpegPlays.Streams(15, style));
        Assert.Null(JpegStructure.Check(MjpegRig.Read(capture).Jpeg, out _));
    }

    [RequiresLinuxFact]
    public async Task Read_BrokenPicturesWithoutPause_AreDamagedWithinItsTime()
    {
        var broken = MjpegClient.Part(CameraPictures.Take()[..^2], MjpegStyle.Ordinary);
        await using var camera = new MjpegCamera(async (client, changed) =>
        {
            await client.SendHeadAsync(MjpegStyle.Ordinary, changed);
            while (true)
            {
                await client.SendAsync(broken, changed);
            }
        });

        Assert.Equal(CameraFault.Damaged, MjpegRig.FaultOf(camera.Locator, Soon).Fault);
    }

    [RequiresLinuxFact]
    public async Task Read_FlippedBits_GivesWholePicturesOnly()
    {
        await using var camera = new MjpegCamera(MjpegPlays.FlipsBits(seed: 7));
        using var capture = MjpegRig.Open(camera.Locator);

        for (var i = 0; i < 30; i++)
        {
            Assert.Null(JpegStructure.Check(MjpegRig.Read(capture, withGrey: true).Jpeg, out _));
        }
    }

    [RequiresLinuxTheory]
    [InlineData(100)]
    [InlineData(50_000)]
    public async Task Read_GarbageBetweenParts_IsPassedOver(int bytes)
    {
        await using var camera = new MjpegCamera(MjpegPlays.SendsGarbage(bytes, seed: 7));
        using var capture = MjpegRig.Open(camera.Locator);

        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(CameraPictures.Width, MjpegRig.Read(capture).Width);
        }
    }

    [RequiresLinuxTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Read_CameraAsksForAPassword_OnlyTheRightOneOpens(bool digest)
    {
        await using var camera = new MjpegCamera(digest
            ? MjpegPlays.AsksDigest("operator", $"p@ss {Canary}", MjpegPlays.Streams())
            : MjpegPlays.AsksBasic("operator", $"p@ss {Canary}", MjpegPlays.Streams()));

        using (var capture = MjpegRig.Open(camera.LocatorWith($"operator:p%40ss%20{Canary}")))
        {
            MjpegRig.Read(capture);
        }

        var wrong = MjpegRig.FaultOf(camera.LocatorWith($"operator:{Canary}"));
        Assert.Equal(CameraFault.Unauthorized, wrong.Fault);
        Assert.DoesNotContain(Canary, wrong.ToString(), StringComparison.Ordinal);
        Assert.Equal(!digest, camera.Requests.Any(request => request.Contains("Authorization: Basic", StringComparison.Ordinal)));
    }

    [RequiresLinuxFact]
    public async Task Read_Redirect_IsNotFollowedAndThePasswordStaysHere()
    {
        await using var other = new MjpegCamera(MjpegPlays.AsksBasic("operator", "x", MjpegPlays.Streams()));
        await using var camera = new MjpegCamera(MjpegPlays.Redirects($"http://operator:{Canary}@127.0.0.1:{other.Port}/{Canary}"));

        var reason = MjpegRig.FaultOf(camera.LocatorWith($"operator:{Canary}"));

        Assert.Equal(CameraFault.Moved, reason.Fault);
        Assert.Contains($"http://127.0.0.1:{other.Port} ", reason.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, reason.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, other.Accepted);
        Assert.DoesNotContain(camera.Requests, request => request.Contains("Authorization", StringComparison.Ordinal));
    }

    [RequiresLinuxFact]
    public async Task Open_UntrustedSourceAtThisMachine_ReachesNothing()
    {
        await using var camera = new MjpegCamera(MjpegPlays.Streams());
        var backend = MjpegRig.Backend;

        var reason = Assert.Throws<CaptureException>(() => { backend.Open(Locators.Parse(camera.Locator).AsUntrusted(), CaptureSettings.Default); });

        Assert.Equal((CameraFault.NotAllowed, 0), (reason.Fault, camera.Accepted));
    }

    [RequiresLinuxFact]
    public async Task Facts_ServerEchoesThePassword_DoNotTellIt()
    {
        await using var camera = new MjpegCamera(async (client, changed) =>
        {
            await client.SendAsync($"HTTP/1.1 200 OK\r\nServer: me/{Canary} {new string('x', 200)}\r\nContent-Type: multipart/x-mixed-replace\r\n\r\n", changed);
            await client.SendPartAsync(CameraPictures.Take(), MjpegStyle.Ordinary, changed);
            await MjpegPlays.Silent(client, changed);
        });
        using var capture = MjpegRig.Open(camera.LocatorWith($"admin:{Canary}"));

        MjpegRig.Read(capture);

        Assert.DoesNotContain(Canary, capture.Facts.ToString(), StringComparison.Ordinal);
        Assert.Equal(80, capture.Facts.Device!.Length);
    }
}
