using System.Globalization;
using EdgeCctv.Web.Language;

namespace EdgeCctv.Tests.Language;

public sealed class SentenceBookTests
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    private static readonly SentenceBook Book = new(
    [
        ("Nothing answers at {0}: {1}.", "Unter {0} antwortet nichts: {1}."),
        ("connection refused", "Verbindung abgelehnt"),
        ("The camera {0} is gone.", "Die Kamera {0} ist weg."),
        ("{0} is gone.", "{0} fehlt."),
        ("Pictures arrive {0} s late.", "Bilder kommen {0} s zu spät."),
        ("Check the cable.", "Kabel prüfen."),
        ("{0} of {1} frames", "von {1} Bildern {0}"),
    ]);

    [Theory]
    [InlineData("Check the cable.", "Kabel prüfen.")]
    [InlineData("Nothing answers at rtsp://10.0.0.7: connection refused.", "Unter rtsp://10.0.0.7 antwortet nichts: Verbindung abgelehnt.")]
    [InlineData("The camera 3 is gone.", "Die Kamera 3 ist weg.")]
    [InlineData("usb:3 is gone. Check the cable.", "usb:3 fehlt. Kabel prüfen.")]
    [InlineData("Pictures arrive 2.5 s late. Check the cable.", "Bilder kommen 2,5 s zu spät. Kabel prüfen.")]
    [InlineData("3 of 7 frames", "von 7 Bildern 3")]
    [InlineData("A word of the library. Check the cable.", "A word of the library. Kabel prüfen.")]
    [InlineData("no route to host", "no route to host")]
    public void Translate_WhatIsKnown_IsTheReaders_AndTheRestStays(string english, string german) => Assert.Equal(german, Book.Translate(english, German));

    [Fact]
    public void Pattern_WithOtherGaps_IsRefused() => Assert.Throws<ArgumentException>(() => new SentencePattern("{0} of {1} frames", "nur {0} Bilder"));

    [Fact]
    public void Pattern_ThatIsHardlyMoreThanGaps_IsRefused() => Assert.Throws<ArgumentException>(() => new SentencePattern("{0} of {1}", "von {1} nur {0}"));
}
