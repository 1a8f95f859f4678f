namespace EdgeCctv.Tests.Capture.Mjpeg;

/// <summary>Damages bytes as networks, cameras and attackers do.</summary>
internal static class Mutation
{
    private static readonly string[] Lies =
    [
        "Content-Length: 9223372036854775807\r\n", "Content-Length: -1\r\n", "Content-Length: 2147483648\r\n", "Content-Length: 0\r\n",
        "Content-Length: 99999999999999999999\r\n", "X-Timestamp: 1e308\r\n", "X-Received: 9999-12-31T23:59:59.9999999-14:00\r\n", "\r\n\r\n", "--frame--\r\n",
    ];

    /// <summary>One to eight changes: flips, cuts, repeats, insertions, lies.</summary>
    public static byte[] Of(byte[] bytes, Random random)
    {
        var result = new List<byte>(bytes);
        for (var changes = random.Next(1, 9); changes > 0 && result.Count > 0; changes--)
        {
            Change(result, random);
        }

        return [.. result];
    }

    private static void Change(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        var length = random.Next(Math.Min(2000, bytes.Count - at));
        switch (random.Next(6))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes.RemoveRange(at, length);
                break;
            case 2:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 3:
                bytes.InsertRange(at, Enumerable.Range(0, random.Next(100)).Select(_ => (byte)random.Next(256)));
                break;
            case 4:
                bytes.InsertRange(at, Lies[random.Next(Lies.Length)].Select(character => (byte)character));
                break;
            default:
                // A marker, real or not, where none belongs.
                bytes.InsertRange(at, [0xFF, (byte)random.Next(0xC0, 0x100)]);
                break;
        }
    }
}
