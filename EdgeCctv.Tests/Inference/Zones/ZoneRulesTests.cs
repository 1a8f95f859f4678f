using System.Globalization;
using EdgeCctv.Core.Inference.Zones;

namespace EdgeCctv.Tests.Inference.Zones;

public sealed class ZoneRulesTests
{
    private static readonly Zone Gate = new("Gate", ZoneKind.Name, Points("0.1,0.1 0.5,0.1 0.5,0.5"));

    [Theory]
    [InlineData("0,0 1,0 1,1 0,1")]
    [InlineData("0.1,0.1 0.5,0.1 0.5,0.5")]
    [InlineData("0.5,0.5 0.5,0.1 0.1,0.1")]
    [InlineData("0.1,0.1 0.3,0.1 0.5,0.1 0.5,0.5")] // a corner on a straight line
    [InlineData("0.2,0.2 0.5,0.2 0.5,0.5 0.8,0.5 0.8,0.8 0.2,0.8")]
    public void Shape_SimplePolygon_IsTaken(string corners) => Assert.Null(ZoneRules.ShapeRefusal(Points(corners)));

    [Theory]
    [InlineData("", "at least 3 corners")]
    [InlineData("0.1,0.1 0.5,0.1", "at least 3 corners")]
    [InlineData("-0.01,0.1 0.5,0.1 0.5,0.5", "outside the picture")]
    [InlineData("0.1,0.1 1.01,0.1 0.5,0.5", "outside the picture")]
    [InlineData("NaN,0.1 0.5,0.1 0.5,0.5", "outside the picture")]
    [InlineData("0.1,0.1 0.5,0.5 0.5,0.1 0.1,0.5", "crosses or touches itself")] // a bow tie
    [InlineData("0.1,0.1 0.5,0.1 0.5,0.5 0.3,0.1", "crosses or touches itself")] // a corner on another edge
    [InlineData("0.1,0.1 0.5,0.1 0.3,0.1 0.3,0.5", "crosses or touches itself")] // back along an edge
    [InlineData("0.1,0.1 0.1,0.1 0.5,0.1 0.5,0.5", "crosses or touches itself")] // a corner twice
    [InlineData("0.1,0.1 0.5,0.1 0.5,0.5 0.1,0.1", "crosses or touches itself")] // the first one repeated
    [InlineData("0.1,0.1 0.3,0.1 0.5,0.1", "crosses or touches itself")] // a line
    [InlineData("0.1,0.1 0.11,0.1 0.11,0.11", "too small")]
    public void Shape_AnythingElse_IsRefusedWithTheReason(string corners, string reason) =>
        Assert.Contains(reason, ZoneRules.ShapeRefusal(Points(corners)), StringComparison.Ordinal);

    [Fact]
    public void Shape_TooManyCorners_IsRefusedAtTheFirstTooMany()
    {
        Assert.Null(ZoneRules.ShapeRefusal(Round(32)));
        Assert.Contains("32 corners at most; this one has 33", ZoneRules.ShapeRefusal(Round(33)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Yard", null)]
    [InlineData("", "needs a name")]
    [InlineData("  ", "needs a name")]
    [InlineData("Gate", "a zone \"Gate\" already")]
    [InlineData("gATE", "a zone \"gATE\" already")]
    [InlineData("a\nb", "control characters")]
    public void Name_BesideAnother_IsJudged(string name, string? reason) => AssertRefusal(reason, Gate with { Name = name }, Gate);

    [Fact]
    public void Name_TooLong_IsRefusedAtTheFirstCharacterTooMany()
    {
        AssertRefusal(null, Gate with { Name = new string('x', 40) });
        AssertRefusal("40 characters at most", Gate with { Name = new string('x', 41) });
    }

    [Fact]
    public void Kind_Unknown_IsRefused() => AssertRefusal("includes, ignores, or names", Gate with { Kind = (ZoneKind)3 });

    [Fact]
    public void Sixteen_AreTheMost()
    {
        var fifteen = Enumerable.Range(0, 15).Select(number => Gate with { Name = $"{number}" }).ToArray();

        AssertRefusal(null, Gate, fifteen);
        AssertRefusal("16 zones are the most", Gate, [.. fifteen, Gate with { Name = "one more" }]);
    }

    [Fact]
    public void Sound_SomeAreNot_KeepsTheRestInOrder()
    {
        var line = Gate with { Name = "Line", Corners = Points("0.1,0.1 0.3,0.1 0.5,0.1") };
        var yard = Gate with { Name = "Yard" };

        Assert.Equal(["Gate", "Yard"], ZoneRules.Sound([Gate, line, Gate, null!, Gate with { Corners = null! }, yard]).Select(zone => zone.Name));
    }

    private static void AssertRefusal(string? reason, Zone zone, params Zone[] others)
    {
        var refusal = ZoneRules.Refusal(zone, others);
        if (reason is null)
        {
            Assert.Null(refusal);
        }
        else
        {
            Assert.Contains(reason, refusal, StringComparison.Ordinal);
        }
    }

    private static ZonePoint[] Round(int corners) =>
    [
        .. Enumerable.Range(0, corners).Select(corner => double.Tau * corner / corners)
            .Select(angle => new ZonePoint(.5 + (.4 * Math.Cos(angle)), .5 + (.4 * Math.Sin(angle)))),
    ];

    private static ZonePoint[] Points(string corners) =>
    [
        .. corners.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(corner => corner.Split(','))
            .Select(pair => new ZonePoint(double.Parse(pair[0], CultureInfo.InvariantCulture), double.Parse(pair[1], CultureInfo.InvariantCulture))),
    ];
}
