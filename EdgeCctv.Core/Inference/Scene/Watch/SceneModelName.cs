using System.Text;

namespace EdgeCctv.Core.Inference.Scene.Watch;

/// <summary>What a model may be called: the name is a file's name on either system, and a word on a page.</summary>
public static class SceneModelName
{
    /// <summary>The most characters.</summary>
    public const int Longest = 40;

    /// <summary>What is allowed, as the end of a sentence.</summary>
    public const string Allowed = "1 to 40 letters, digits, blanks, - and _, beginning with a letter or digit";

    // Names that Windows keeps for itself, with whatever ending.
    private static readonly string[] Reserved =
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(digit => new[] { $"COM{digit}", $"LPT{digit}" })];

    /// <summary>The name in the one form in which it is kept; null when it is not allowed.</summary>
    public static string? Clean(string? name)
    {
        // A lone surrogate cannot be normalised, and is no letter either.
        if (name is null || name.Any(char.IsSurrogate))
        {
            return null;
        }

        var clean = name.Normalize(NormalizationForm.FormC).Trim();
        return clean.Length is > 0 and <= Longest && char.IsLetterOrDigit(clean[0]) && clean.All(IsAllowed)
            && !Reserved.Contains(clean, StringComparer.OrdinalIgnoreCase)
                ? clean
                : null;
    }

    private static bool IsAllowed(char one) => char.IsLetterOrDigit(one) || one is ' ' or '-' or '_';
}
