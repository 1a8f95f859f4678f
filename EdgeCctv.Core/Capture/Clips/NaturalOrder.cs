namespace EdgeCctv.Core.Capture.Clips;

/// <summary>Orders names as people do: numbers in them by value, so that frame9 comes before frame10.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static readonly NaturalOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> a = x, b = y;
        while (!a.IsEmpty && !b.IsEmpty)
        {
            var order = char.IsAsciiDigit(a[0]) && char.IsAsciiDigit(b[0])
                ? CompareNumbers(Take(ref a, digits: true), Take(ref b, digits: true))
                : Take(ref a, digits: false).CompareTo(Take(ref b, digits: false), StringComparison.OrdinalIgnoreCase);
            if (order != 0)
            {
                return order;
            }
        }

        // Names that differ in nothing but leading zeros or case still have one order.
        return a.IsEmpty && b.IsEmpty ? string.CompareOrdinal(x, y) : a.Length - b.Length;
    }

    private static ReadOnlySpan<char> Take(ref ReadOnlySpan<char> text, bool digits)
    {
        // A name that begins with a digit where the other does not: the rest up to its first digit may be empty.
        var length = digits ? text.IndexOfAnyExceptInRange('0', '9') : text.IndexOfAnyInRange('0', '9');
        length = length switch
        {
            < 0 => text.Length,
            0 => 1,
            _ => length,
        };
        var part = text[..length];
        text = text[length..];
        return part;
    }

    private static int CompareNumbers(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        a = a.TrimStart('0');
        b = b.TrimStart('0');
        return a.Length != b.Length ? a.Length - b.Length : a.SequenceCompareTo(b);
    }
}
