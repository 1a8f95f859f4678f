using EdgeCctv.Core.Inference.Onnx;

namespace EdgeCctv.Core.Inference.Scene;

/// <summary>
/// A strip of a picture with a border, as one long row of pixels: a pixel's neighbours are then as many places away everywhere, and
/// the whole piece is moved with one copy instead of one for each row.
/// </summary>
/// <param name="Graph">Where it is.</param>
/// <param name="Pixels">Row by row.</param>
/// <param name="Strip">What is inside the border.</param>
/// <param name="Height">Of the picture.</param>
internal sealed record GraphPiece(OnnxGraphBuilder Graph, string Pixels, Strip Strip, int Height)
{
    /// <summary>Columns of the border on each side.</summary>
    public const int Side = 1;

    /// <summary>Rows of the border above and below: one more than anybody looks at, or the corners' neighbours would lie outside.</summary>
    public const int Edge = 2;

    /// <summary>Places from one row to the next.</summary>
    public int Pitch => PitchOf(Strip);

    /// <summary>Rows with the border.</summary>
    public int Rows => RowsOf(Height);

    public static int PitchOf(Strip strip) => strip.Columns + (2 * Side);

    public static int RowsOf(int height) => height + (2 * Edge);

    /// <summary>With other pixels, the same number.</summary>
    public GraphPiece With(string pixels) => this with { Pixels = pixels };

    /// <summary>
    /// Of each pixel inside the border, the one that lies so far to the right and down of it: <see cref="Height"/> rows of
    /// <see cref="Pitch"/>, of which the first and the last place mean nothing.
    /// </summary>
    public string Neighbour(int right, int down)
    {
        var first = ((Edge + down) * Pitch) + right;
        return Graph.Part(Pixels, 0, first, first + (Height * Pitch));
    }

    /// <summary>What is made of such, as rows and columns.</summary>
    public string Plane(string values) => Graph.Shaped(values, 1, 1, Height, Pitch);
}
