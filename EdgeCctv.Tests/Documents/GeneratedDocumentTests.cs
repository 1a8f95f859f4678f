namespace EdgeCctv.Tests.Documents;

public sealed class GeneratedDocumentTests
{
    private const string Document = "Before.\n<!-- generated: table -->\nold\nolder\n<!-- end: table -->\nAfter.\n";

    [Fact]
    public void Replace_BetweenTheMarkers_KeepsTheRest() => Assert.Equal(
        "Before.\n<!-- generated: table -->\nnew\n<!-- end: table -->\nAfter.\n", GeneratedDocument.Replace(Document, "table", "new\n\n"));

    [Fact]
    public void Replace_SameAgain_ChangesNothing() => Assert.Equal(Document, GeneratedDocument.Replace(Document, "table", "old\nolder"));

    [Theory]
    [InlineData("Nothing here.")]
    [InlineData("<!-- generated: table -->\nnever ended")]
    [InlineData("<!-- end: table -->\n<!-- generated: table -->\n")]
    public void Replace_NoSuchPart_SaysWhatIsMissing(string document) => Assert.Contains(
        "'<!-- generated: table -->'",
        Assert.Throws<InvalidDataException>(() => GeneratedDocument.Replace(document, "table", "new")).Message,
        StringComparison.Ordinal);
}
