using System.Globalization;

namespace EdgeCctv.Tests.Hosts;

/// <summary>What an <see cref="MjpegCamera"/> can play. Those that stall do so until the camera is told otherwise.</summary>
internal static class MjpegPlays
{
    /// <summary>Says nothing at all.</summary>
    public static readonly MjpegPlay Silent = StallAsync;

    /// <summary>A header line without end.</summary>
    public static readonly MjpegPlay EndlessHttpHeader = async (client, changed) =>
    {
        await client.SendAsync("HTTP/1.1 200 OK\r\n", changed);
        while (true)
        {
            await client.SendAsync($"X-Endless: {new string('x', 1000)}\r\n", changed);
        }
    };

    /// <summary>Header lines of a part without end.</summary>
    public static readonly MjpegPlay EndlessPartHeader = async (client, changed) =>
    {
        await client.SendHeadAsync(MjpegStyle.Ordinary, changed);
        await client.SendAsync("--frame\r\n", changed);
        while (true)
        {
            await client.SendAsync($"X-Endless: {new string('x', 1000)}\r\n", changed);
        }
    };

    public static readonly MjpegPlay StallsInHttpHeader = async (client, changed) =>
    {
        await client.SendAsync("HTTP/1.1 200 OK\r\nContent-Ty", changed);
        await StallAsync(client, changed);
    };

    public static readonly MjpegPlay StallsInPartHeader = async (client, changed) =>
    {
        await client.SendHeadAsync(MjpegStyle.Ordinary, changed);
        await client.SendAsync("--frame\r\nContent-Ty", changed);
        await StallAsync(client, changed);
    };

    /// <summary>Pictures of this moment, with the clock drawn into them.</summary>
    public static MjpegPlay Streams(double framesPerSecond = 15, MjpegStyle? style = null, int width = CameraPictures.Width, int height = CameraPictures.Height) =>
        Streams(framesPerSecond, _ => CameraPictures.Take(width, height), style);

    /// <param name="framesPerSecond">The rate, as well as a busy machine keeps it.</param>
    /// <param name="picture">Makes the picture with this number, from 0 on each connection.</param>
    /// <param name="style">How it is written.</param>
    public static MjpegPlay Streams(double framesPerSecond, Func<int, byte[]> picture, MjpegStyle? style = null) => async (client, changed) =>
    {
        style ??= MjpegStyle.Ordinary;
        await client.SendHeadAsync(style, changed);
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1 / framesPerSecond), TimeProvider.System);
        for (var number = 0; ; number++)
        {
            await client.SendPartAsync(picture(number), style, changed);
            await pace.WaitForNextTickAsync(changed);
        }
    };

    /// <summary>The same bytes again and again.</summary>
    public static MjpegPlay RepeatsOne(double framesPerSecond = 15)
    {
        var one = CameraPictures.Take();
        return Streams(framesPerSecond, _ => one);
    }

    /// <summary>Every tenth picture and the nine after it have another size.</summary>
    public static MjpegPlay ChangesSize(double framesPerSecond = 15) =>
        Streams(framesPerSecond, number => number / 10 % 2 == 0 ? CameraPictures.Take() : CameraPictures.Take(640, 360));

    /// <summary>Each picture says in its header that it is huge.</summary>
    public static MjpegPlay Claims(int width, int height) => Streams(15, _ => CameraPictures.Claiming(CameraPictures.Take(), width, height));

    /// <summary>Each picture lacks its second half.</summary>
    public static MjpegPlay Truncates(MjpegStyle? style = null) => Streams(15, _ => CameraPictures.Take() is var whole ? whole[..(whole.Length / 2)] : [], style);

    /// <summary>One bit in each picture is another, anywhere in it.</summary>
    public static MjpegPlay FlipsBits(int seed) => new Random(seed) is var random
        ? Streams(15, _ =>
        {
            var jpeg = CameraPictures.Take();
            jpeg[random.Next(jpeg.Length)] ^= (byte)(1 << random.Next(8));
            return jpeg;
        })
        : Silent;

    /// <summary>Bytes that are neither boundary nor picture stand between the parts.</summary>
    public static MjpegPlay SendsGarbage(int bytes, int seed) => async (client, changed) =>
    {
        var random = new Random(seed);
        var garbage = new byte[bytes];
        await client.SendHeadAsync(MjpegStyle.Ordinary, changed);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        while (await pace.WaitForNextTickAsync(changed))
        {
            random.NextBytes(garbage);
            await client.SendAsync(garbage, changed);
            await client.SendPartAsync(CameraPictures.Take(), MjpegStyle.Ordinary, changed);
        }
    };

    /// <summary>Some pictures, then half of one, then nothing.</summary>
    public static MjpegPlay StallsInPicture(int pictures) => async (client, changed) =>
    {
        await SendHalfAsync(client, pictures, changed);
        await StallAsync(client, changed);
    };

    /// <summary>Some pictures, then half of one, then the connection is closed.</summary>
    public static MjpegPlay CutsInPicture(int pictures) => (client, changed) => SendHalfAsync(client, pictures, changed);

    /// <summary>Some pictures, then the connection is closed.</summary>
    public static MjpegPlay Ends(int pictures, MjpegStyle? style = null) => async (client, changed) =>
    {
        style ??= MjpegStyle.Ordinary;
        await client.SendHeadAsync(style, changed);
        for (var i = 0; i < pictures; i++)
        {
            await client.SendPartAsync(CameraPictures.Take(), style, changed);
        }

        await client.SendAsync(style.Chunked ? "0\r\n\r\n" : "--frame--\r\n", changed);
    };

    /// <summary>What a network does that was stuck: the pictures of that time all at once, then one more each interval.</summary>
    public static MjpegPlay Bursts(int pictures, double framesPerSecond = 15) => async (client, changed) =>
    {
        await client.SendHeadAsync(MjpegStyle.Ordinary, changed);
        var held = new List<byte>();
        using (var pace = new PeriodicTimer(TimeSpan.FromSeconds(1 / framesPerSecond), TimeProvider.System))
        {
            for (var i = 0; i < pictures; i++)
            {
                held.AddRange(MjpegClient.Part(CameraPictures.Take(), MjpegStyle.Ordinary));
                await pace.WaitForNextTickAsync(changed);
            }
        }

        await client.SendAsync(held.ToArray(), changed);
        await Streams(framesPerSecond)(client, changed);
    };

    /// <summary>One answer that is no stream, then the connection is closed.</summary>
    public static MjpegPlay Answers(string status, string contentType = "text/plain", byte[]? body = null, params string[] headers) => async (client, changed) =>
    {
        body ??= [];
        var lines = string.Concat(headers.Select(header => header + "\r\n"));
        await client.SendAsync($"HTTP/1.1 {status}\r\nContent-Type: {contentType}\r\nContent-Length: {body.Length}\r\n{lines}\r\n", changed);
        await client.SendAsync(body, changed);
    };

    public static MjpegPlay Redirects(string target) => Answers("302 Found", headers: $"Location: {target}");

    /// <summary>Plays on for those who know the password.</summary>
    public static MjpegPlay AsksBasic(string user, string password, MjpegPlay then) => (client, changed) =>
        HttpSecrets.KnowsBasic(client.Request, user, password) ? then(client, changed) : Unauthorized(HttpSecrets.BasicChallenge)(client, changed);

    /// <summary>Plays on for those who know the password, which is never sent.</summary>
    public static MjpegPlay AsksDigest(string user, string password, MjpegPlay then) => (client, changed) =>
        HttpSecrets.KnowsDigest(client.Request, user, password) ? then(client, changed) : Unauthorized(HttpSecrets.DigestChallenge)(client, changed);

    private static MjpegPlay Unauthorized(string challenge) =>
        Answers("401 Unauthorized", headers: string.Create(CultureInfo.InvariantCulture, $"WWW-Authenticate: {challenge}"));

    private static async Task SendHalfAsync(MjpegClient client, int pictures, CancellationToken changed)
    {
        await client.SendHeadAsync(MjpegStyle.Ordinary, changed);
        for (var i = 0; i < pictures; i++)
        {
            await client.SendPartAsync(CameraPictures.Take(), MjpegStyle.Ordinary, changed);
        }

        var part = MjpegClient.Part(CameraPictures.Take(), MjpegStyle.Ordinary);
        await client.SendAsync(part.AsMemory(0, part.Length / 2), changed);
    }

    private static Task StallAsync(MjpegClient client, CancellationToken changed) =>
        Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, changed);
}
