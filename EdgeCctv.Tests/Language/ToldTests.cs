using EdgeCctv.Web.Language;

namespace EdgeCctv.Tests.Language;

public sealed class ToldTests
{
    private static readonly DateTimeOffset Moment = new(2026, 7, 3, 22, 5, 9, TimeSpan.Zero);

    [Theory]
    [InlineData("en-US", "18,000", "0.5", "Jul 4 00:05")]
    [InlineData("en-GB", "18,000", "0.5", "4 Jul 00:05")]
    [InlineData("de-DE", "18.000", "0,5", "4. Juli 00:05")]
    public void Figures_AndDays_AreWrittenAsTheReaderWritesThem(string culture, string thousands, string half, string day)
    {
        using var reading = new Reading(culture, "Europe/Vienna");

        Assert.Equal(thousands, Told.Number(18_000));
        Assert.Equal(half, Told.Short(0.5));
        Assert.Equal(day, Told.Day(Moment));
    }

    [Fact]
    public void Time_InTheReadersZone_IsItsClock_AndUtcIsSaidBeside()
    {
        using var reading = new Reading("de-AT", "Europe/Vienna");

        Assert.Equal("00:05:09", Told.Time(Moment));
        Assert.Equal("2026-07-03 22:05:09 UTC", Told.Utc(Moment));
    }

    [Fact]
    public void Time_WhileTheZoneIsNotKnown_IsUtcAndSaysSo() => Assert.Equal("22:05:09 UTC", Told.Time(Moment));

    [Fact]
    public void Time_InLondon_IsNotCalledUtc()
    {
        using var reading = new Reading("en-GB", "Europe/London");

        Assert.Equal("23:05:09", Told.Time(Moment));
    }
}
