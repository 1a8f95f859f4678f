namespace EdgeCctv.Web.Configuration;

/// <summary>The least and the most that a setting may be.</summary>
internal readonly record struct Bounds<T>(T Least, T Most)
    where T : struct, IComparable<T>
{
    public bool Hold(T value) => value.CompareTo(Least) >= 0 && value.CompareTo(Most) <= 0;
}
