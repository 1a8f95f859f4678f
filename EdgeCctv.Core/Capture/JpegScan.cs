using System.Buffers.Binary;

namespace EdgeCctv.Core.Capture;

/// <summary>How far a walk through a JPEG has come.</summary>
internal enum JpegVerdict
{
    /// <summary>Nothing wrong so far; the end is not there yet.</summary>
    Unfinished,

    /// <summary>Everything is there, up to the end marker.</summary>
    Whole,

    /// <summary>No decoder could show this picture in full.</summary>
    Broken,
}

/// <summary>
/// Walks through a JPEG from marker to marker without decoding it, and goes on where it stopped when more of it has arrived. Inside
/// the coded data it only looks for 0xFF, which the runtime searches for with vector instructions. Mutable: keep it in a field.
/// </summary>
internal struct JpegScan
{
    private const byte Sof0 = 0xC0;
    private const byte Sof2 = 0xC2;
    private const byte Dht = 0xC4;
    private const byte Restart0 = 0xD0;
    private const byte Restart7 = 0xD7;
    private const byte Soi = 0xD8;
    private const byte Eoi = 0xD9;
    private const byte Sos = 0xDA;

    private bool _isInCodedData;

    /// <summary>Bytes walked through; once whole, the length of the JPEG with its end marker and nothing after it.</summary>
    public int Length { get; private set; }

    /// <summary>Width in pixels; 0 before the frame header.</summary>
    public int Width { get; private set; }

    /// <summary>Height in pixels; 0 before the frame header.</summary>
    public int Height { get; private set; }

    /// <summary>Where the marker of the first scan stands; 0 before it.</summary>
    public int FirstScan { get; private set; }

    /// <summary>False for the abbreviated pictures of some USB and AVI sources, which rely on the standard tables.</summary>
    public bool HasHuffmanTables { get; private set; }

    /// <summary>What is broken, as the end of a sentence such as "It ends in the middle"; null otherwise.</summary>
    public string? Fault { get; private set; }

    /// <param name="jpeg">The picture from its first byte on, as much of it as there is: never less than the last time.</param>
    public JpegVerdict Advance(ReadOnlySpan<byte> jpeg)
    {
        while (true)
        {
            if (_isInCodedData ? !SkipCodedData(jpeg) : jpeg.Length < Length + 2)
            {
                return JpegVerdict.Unfinished;
            }

            if (!_isInCodedData && Marker(jpeg) is { } verdict)
            {
                return verdict;
            }
        }
    }

    // False when more bytes are needed. Stops at the first marker that is neither stuffing, padding nor a restart.
    private bool SkipCodedData(ReadOnlySpan<byte> jpeg)
    {
        while (true)
        {
            var next = jpeg[Length..].IndexOf((byte)0xFF);
            Length = next < 0 ? jpeg.Length : Length + next;
            if (Length + 1 >= jpeg.Length)
            {
                return false;
            }

            switch (jpeg[Length + 1])
            {
                case 0 or (>= Restart0 and <= Restart7):
                    Length += 2;
                    break;
                case 0xFF:
                    Length++;
                    break;
                default:
                    _isInCodedData = false;
                    return true;
            }
        }
    }

    // Null to go on. There are at least two bytes.
    private JpegVerdict? Marker(ReadOnlySpan<byte> jpeg)
    {
        if (jpeg[Length] != 0xFF)
        {
            return Broken(Length == 0 ? "it does not begin as a JPEG" : "its segments do not follow each other");
        }

        var marker = jpeg[Length + 1];
        switch (marker)
        {
            case Soi when Length == 0:
                Length = 2;
                return null;
            case Soi:
                return Broken("it ends in the middle, where another begins");
            case var _ when Length == 0:
                return Broken("it does not begin as a JPEG");
            case 0xFF:
                Length++;
                return null;
            case Eoi when FirstScan == 0:
                return Broken("it ends before its first line");
            case Eoi:
                Length += 2;
                return JpegVerdict.Whole;
            case < Sof0 or (>= Restart0 and <= Restart7) or (>= 0xF0 and < 0xFE):
                return Broken("it holds a marker that has no meaning");
            default:
                return Segment(marker, jpeg[Length..]);
        }
    }

    private JpegVerdict? Segment(byte marker, ReadOnlySpan<byte> rest)
    {
        if (rest.Length < 4)
        {
            return JpegVerdict.Unfinished;
        }

        var size = BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
        if (size < 2)
        {
            return Broken("a segment has an impossible length");
        }

        if (rest.Length < 2 + size)
        {
            return JpegVerdict.Unfinished;
        }

        return Inspect(marker, rest[4..(2 + size)]) ?? Pass(marker, 2 + size);
    }

    private JpegVerdict? Inspect(byte marker, ReadOnlySpan<byte> content) => marker switch
    {
        Dht => Note(hasTables: true),
        Sos => Scan(content),
        >= Sof0 and <= Sof2 => Frame(content),
        // What is left of the range: lossless, hierarchical and arithmetic coding, and the tables and extensions that belong to them.
        > Sof2 and <= 0xCF => Broken("its way of coding is not supported by browsers"),
        _ => null,
    };

    private JpegVerdict? Pass(byte marker, int size)
    {
        if (marker == Sos)
        {
            FirstScan = FirstScan == 0 ? Length : FirstScan;
            _isInCodedData = true;
        }

        Length += size;
        return null;
    }

    private JpegVerdict? Note(bool hasTables)
    {
        HasHuffmanTables = hasTables;
        return null;
    }

    // precision 1, height 2, width 2, number of components 1, then 3 for each
    private JpegVerdict? Frame(ReadOnlySpan<byte> content)
    {
        if (Width != 0 || content.Length < 6 || content[5] is 0 or > 4 || content.Length != 6 + (3 * content[5]) || content[0] is not (8 or 12))
        {
            return Broken("its frame header is damaged");
        }

        Height = BinaryPrimitives.ReadUInt16BigEndian(content[1..]);
        Width = BinaryPrimitives.ReadUInt16BigEndian(content[3..]);
        return JpegStructure.AllowsSize(Width, Height)
            ? null
            : Broken($"it says that it is {Width}×{Height}, and allowed are {JpegStructure.LargestSide} a side and {JpegStructure.MostPixels / 1_000_000} megapixels");
    }

    // number of components 1, then 2 for each, then 3
    private JpegVerdict? Scan(ReadOnlySpan<byte> content) =>
        Width == 0 ? Broken("it has no frame header")
        : content.Length < 6 || content.Length != 4 + (2 * content[0]) ? Broken("its scan header is damaged")
        : null;

    private JpegVerdict Broken(string fault)
    {
        Fault = fault;
        return JpegVerdict.Broken;
    }
}
