using EdgeCctv.Core.Inference.Scene;

namespace EdgeCctv.Tests.Inference.Scene;

/// <summary>The scene analysis as it is written down, step by step in double precision: what the graph is held against.</summary>
internal static class LiteralScene
{
    public static (LiteralPlane U, LiteralPlane V) Flow(LiteralPlane a, LiteralPlane b, double most)
    {
        var m = a.With(b, (p, q) => (p + q) / 2);
        var ix = LiteralPlane.Of(m.Width, m.Height, (x, y) => (m[x + 1, y] - m[x - 1, y]) / 2);
        var iy = LiteralPlane.Of(m.Width, m.Height, (x, y) => (m[x, y + 1] - m[x, y - 1]) / 2);
        var it = b.With(a, (p, q) => p - q);
        LiteralPlane Sum(LiteralPlane p, LiteralPlane q) => p.Times(q).Smoothed(7, 3);
        var (sxx, syy, sxy, sxt, syt) = (Sum(ix, ix), Sum(iy, iy), Sum(ix, iy), Sum(ix, it), Sum(iy, it));
        var (u, v) = (new LiteralPlane(m.Width, m.Height), new LiteralPlane(m.Width, m.Height));
        for (var y = 0; y < m.Height; y++)
        {
            for (var x = 0; x < m.Width; x++)
            {
                var (xx, yy, xy) = (sxx[x, y] + 2, syy[x, y] + 2, sxy[x, y]);
                var determinant = Math.Max((xx * yy) - (xy * xy), 1);
                u[x, y] = Math.Clamp(-((yy * sxt[x, y]) - (xy * syt[x, y])) / determinant, -most, most);
                v[x, y] = Math.Clamp(-((xx * syt[x, y]) - (xy * sxt[x, y])) / determinant, -most, most);
            }
        }

        return (u, v);
    }

    public static (LiteralPlane U, LiteralPlane V) WideFlow(LiteralPlane a, LiteralPlane b, int halvings, double most)
    {
        if (halvings == 0)
        {
            return Flow(a, b, most);
        }

        var (roughU, roughV) = WideFlow(a.Halved(), b.Halved(), halvings - 1, most / 2);
        var (u, v) = (roughU.Doubled(a.Width, a.Height).Each(value => 2 * value), roughV.Doubled(a.Width, a.Height).Each(value => 2 * value));
        var warped = LiteralPlane.Of(b.Width, b.Height, (x, y) => b.At(x + u[x, y], y + v[x, y]));
        var (restU, restV) = Flow(a, warped, 2);
        return (u.With(restU, Limited), v.With(restV, Limited));

        double Limited(double one, double other) => Math.Clamp(one + other, -most, most);
    }

    /// <summary>The cells of one pair of pictures.</summary>
    public static LiteralMaps Maps(LiteralPlane a, LiteralPlane b)
    {
        var change = b.With(a, (p, q) => Math.Abs(p - q));
        var moved = change.Smoothed(4, 2).Each(value => value > 5 ? 1 : 0);
        var (u, v) = Flow(a, b, 2);
        var (wideU, wideV) = WideFlow(a, b, halvings: 2, most: 8);
        var speed = u.With(v, (p, q) => Math.Sqrt((p * p) + (q * q)));
        var wideSpeed = wideU.With(wideV, (p, q) => Math.Sqrt((p * p) + (q * q)));
        var gx = LiteralPlane.Of(b.Width, b.Height, (x, y) => Sobel((along, across) => b[x + across, y + along]));
        var gy = LiteralPlane.Of(b.Width, b.Height, (x, y) => Sobel((along, across) => b[x + along, y + across]));
        LiteralPlane[] channels =
        [
            moved,
            moved.Times(speed),
            moved.Times(u.Each(value => Math.Max(value, 0))),
            moved.Times(u.Each(value => Math.Max(-value, 0))),
            moved.Times(v.Each(value => Math.Max(value, 0))),
            moved.Times(v.Each(value => Math.Max(-value, 0))),
            moved.Times(speed.Each(value => value * value)),
            change,
            moved.Times(gx),
            moved.Times(gy),
        ];
        return new LiteralMaps(
            moved.Row.Average(),
            [.. new[] { channels[0], channels[1], moved.Times(wideSpeed) }.Select(channel => channel.Pooled(12))],
            [.. channels.Select(channel => channel.Pooled(26))]);
    }

    public static LiteralScore Score(SceneModel model, IReadOnlyList<LiteralMaps> last)
    {
        var (small, large) = (LiteralMaps.Mean([.. last.Select(maps => maps.Small)]), LiteralMaps.Mean([.. last.Select(maps => maps.Large)]));
        var fast = Divided(small[1], model.Speed);
        var wide = Divided(small[2], model.WideSpeed);
        var odd = LiteralPlane.Of(large[0].Width, large[0].Height, (x, y) => Odd(model, large, x, y));
        var shown = LiteralPlane.Of(fast.Width, fast.Height, (x, y) => odd[Math.Clamp(x - 1, 0, odd.Width - 1), Math.Clamp(y - 1, 0, odd.Height - 1)]);
        double Excess(int cue, double value) => (value - model.CueMedian[cue]) / model.CueSpread[cue];
        double[] cues = [.. new[] { fast, wide, odd }.Select(map => map.Row.OrderDescending().Take(4).Average())];
        var heat = LiteralPlane.Of(fast.Width, fast.Height, (x, y) => Excess(0, fast[x, y]) + Excess(1, wide[x, y]) + Excess(2, shown[x, y]));
        return new LiteralScore(cues.Select((value, cue) => Excess(cue, value)).Sum(), cues, fast, wide, shown, heat);
    }

    private static double Sobel(Func<int, int, double> at) => Math.Abs(
        at(-1, 1) + (2 * at(0, 1)) + at(1, 1) - at(-1, -1) - (2 * at(0, -1)) - at(1, -1)) / 4;

    private static LiteralPlane Divided(LiteralPlane map, float[] by) => map.With(LiteralPlane.Of(map.Width, map.Height, by), (p, q) => p / q);

    private static double Odd(SceneModel model, LiteralPlane[] large, int x, int y)
    {
        if (large[0][x, y] <= 0.1001)
        {
            return 0;
        }

        double q = model.Perspective[(y * large[0].Width) + x];
        var z = large.Select((channel, c) => (Math.Sqrt(Math.Max(channel[x, y] / (c is >= 1 and <= 5 ? q : c == 6 ? q * q : 1), 0)) - model.Mean[c]) / model.Deviation[c]).ToArray();
        var squared = z.Select((one, row) => one * z.Select((other, column) => model.Precision[(row * 10) + column] * other).Sum()).Sum();
        return Math.Sqrt(Math.Max(squared, 0));
    }
}

internal sealed record LiteralMaps(double MotionShare, LiteralPlane[] Small, LiteralPlane[] Large)
{
    public static LiteralPlane[] Mean(IReadOnlyList<LiteralPlane[]> maps) =>
        [.. maps[0].Select((first, channel) => LiteralPlane.Of(first.Width, first.Height, (x, y) => maps.Average(one => one[channel][x, y])))];
}

internal sealed record LiteralScore(double Score, double[] Cues, LiteralPlane Fast, LiteralPlane Wide, LiteralPlane Odd, LiteralPlane Heat);
