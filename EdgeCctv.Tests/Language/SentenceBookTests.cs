using System.Globalization;
using System.Resources;
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
        ("It is open since {0}.", "Es ist offen seit {0}."),
        ("It failed: {0}", "Fehler: {0}"),
        ("too dark", "zu dunkel"),
        ("{0} pixels are missing", "{0} Pixel fehlen"),
        ("Learnt on {0}.", "Gelernt am {0}."),
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
    [InlineData("too dark, 7 pixels are missing", "zu dunkel, 7 Pixel fehlen")]
    [InlineData("too dark; too dark, 7 pixels are missing", "zu dunkel; zu dunkel, 7 Pixel fehlen")]
    [InlineData("Too dark. Check the cable.", "Zu dunkel. Kabel prüfen.")]
    [InlineData("Too dark", "Zu dunkel")]
    [InlineData("It is open since 3.5. Check the cable.", "Es ist offen seit 3,5. Kabel prüfen.")]
    [InlineData("It failed: Nobody knows why. Check the cable.", "Fehler: Nobody knows why. Kabel prüfen.")]
    [InlineData("Something else. Usb:3 is gone.", "Something else. Usb:3 fehlt.")]
    [InlineData("Learnt on 2 Oct 14:02.", "Gelernt am 2. Okt. 14:02.")]
    [InlineData(" is gone.", " is gone.")]
    [InlineData("", "")]
    public void Translate_WhatIsKnown_IsTheReaders_AndTheRestStays(string english, string german) => Assert.Equal(german, Book.Translate(english, German));

    [Fact]
    public void Load_ForSeveralLanguages_OfTheSameTexts()
    {
        var texts = new ResourceManager("EdgeCctv.Web.Texts.Sentences", typeof(Sentences).Assembly);

        Assert.All(Languages.All, language => Assert.NotEmpty(SentenceBook.Load(texts, CultureInfo.GetCultureInfo(language)).Translate("No screen is open.", German)));
    }

    [Fact]
    public void Pattern_WithOtherGaps_IsRefused() => Assert.Throws<ArgumentException>(() => new SentencePattern("{0} of {1} frames", "nur {0} Bilder"));

    [Fact]
    public void Pattern_ThatIsHardlyMoreThanGaps_IsRefused() => Assert.Throws<ArgumentException>(() => new SentencePattern("{0} of {1}", "von {1} nur {0}"));
}
