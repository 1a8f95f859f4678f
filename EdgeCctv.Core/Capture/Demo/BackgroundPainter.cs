using System.Numerics;
using System.Runtime.CompilerServices;

namespace EdgeCctv.Core.Capture.Demo;

/// <summary>
/// Paints the empty yard once, at the start. The loops run a single time, so they ask for full optimisation instead of waiting
/// for the runtime to find out that they are hot.
/// </summary>
internal sealed class BackgroundPainter(SceneCamera camera)
{
    private const int FineSteps = 3;

    public void Paint(I420Picture picture)
    {
        byte[] materials = new byte[camera.Width * camera.Height];
        PaintAll(picture, materials);
        SmoothEdges(picture, materials);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void PaintAll(I420Picture picture, byte[] materials)
    {
        float pixel = 1f / camera.Focal;
        int width = camera.Width;
        int chromaWidth = width / 2;
        Span<byte> luma = picture.Y;
        Span<byte> u = picture.U;
        Span<byte> v = picture.V;
        for (int row = 0; row < camera.Height; row += 2)
        {
            for (int column = 0; column < width; column += 2)
            {
                Vector3 sum = Vector3.Zero;
                for (int corner = 0; corner < 4; corner++)
                {
                    int x = column + (corner & 1);
                    int y = row + (corner >> 1);
                    Vector3 seen = BackgroundRay.Trace(camera.Ray(x + 0.5f, y + 0.5f), pixel, out byte material) * Vignette(x, y);
                    sum += seen;
                    luma[(y * width) + x] = (byte)(Tone.Luma(seen) + 0.5f);
                    materials[(y * width) + x] = material;
                }

                int chroma = (row / 2 * chromaWidth) + (column / 2);
                u[chroma] = (byte)(Tone.ChromaU(sum * 0.25f) + 0.5f);
                v[chroma] = (byte)(Tone.ChromaV(sum * 0.25f) + 0.5f);
            }
        }
    }

    // Only pixels at the edge of a material are worth more than one ray. The chroma is an average of four rays anyway.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SmoothEdges(I420Picture picture, byte[] materials)
    {
        int width = camera.Width;
        Span<byte> luma = picture.Y;
        for (int y = 1; y < camera.Height - 1; y++)
        {
            for (int x = 1; x < width - 1; x++)
            {
                int i = (y * width) + x;
                byte here = materials[i];
                if (materials[i - 1] != here || materials[i + 1] != here || materials[i - width] != here || materials[i + width] != here)
                {
                    luma[i] = (byte)(FineLuma(x, y) + 0.5f);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float FineLuma(int x, int y)
    {
        float pixel = 1f / camera.Focal;
        Vector3 sum = Vector3.Zero;
        for (int step = 0; step < FineSteps * FineSteps; step++)
        {
            // A little wider than the pixel: the lens is not sharper than that.
            float px = x + 0.5f + (((step % FineSteps) - 1) * 0.45f);
            float py = y + 0.5f + (((step / FineSteps) - 1) * 0.45f);
            sum += BackgroundRay.Trace(camera.Ray(px, py), pixel, out _);
        }

        return Tone.Luma(sum * (Vignette(x, y) / (FineSteps * FineSteps)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private float Vignette(int x, int y)
    {
        float fromX = (x - (camera.Width * 0.5f)) / camera.Focal;
        float fromY = (y - (camera.Height * 0.5f)) / camera.Focal;
        return 1f - (0.42f * ((fromX * fromX) + (fromY * fromY)));
    }
}
