using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeCctv.Web.Api;
using EdgeCctv.Web.Configuration;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace EdgeCctv.Web.Support;

/// <summary>
/// What somebody who helps from afar needs to know, as one zip archive, made in memory: some hundred kilobytes at most, since log,
/// screens and settings are bounded. No secret is in it, and no picture. Thread-safe.
/// </summary>
internal sealed class SupportBundle(
    StatusReader status,
    SystemFacts facts,
    ConfigurationListing configuration,
    OperatorSettings operators,
    LogRing log,
    SecretRemover secrets,
    IOptions<JsonOptions> json,
    TimeProvider clock)
{
    private readonly JsonSerializerOptions _json = new(json.Value.SerializerOptions) { WriteIndented = true };

    /// <summary>The archive, and the name it is to have as a file.</summary>
    public (byte[] Content, string FileName) Make()
    {
        var now = clock.GetUtcNow();
        var answer = status.Read();
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Add(string name, string text) => Write(archive.CreateEntry(name), text, now);
            Add("facts.txt", Facts(now));
            Add("status.json", Json(answer));
            Add("proof.json", Json(answer.Proof));
            Add("screens.json", Json(answer.Screens));
            Add("configuration.json", Json(configuration.Read()));
            Add("settings.json", Json(JsonNode.Parse(operators.Export())));
            Add("log.txt", string.Concat(log.Read().Select(Line)));
        }

        return (buffer.ToArray(), $"edgecctv-support-{now.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.zip");
    }

    private static void Write(ZipArchiveEntry entry, string text, DateTimeOffset now)
    {
        entry.LastWriteTime = now.UtcDateTime;
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private string Facts(DateTimeOffset now) => secrets.Clean(string.Concat(
        facts.Read().Select(fact => $"{fact.Name}: {fact.Value}{((fact.Wanting ?? fact.Reason) is { } why ? $" – {why}" : "")}\n").Prepend($"Made: {Time(now)}\n")));

    private string Json<T>(T value) => secrets.Clean(JsonSerializer.SerializeToNode(value, _json))?.ToJsonString(_json) + "\n";

    private string Line(LogLine line) => $"{Time(line.At)} {line.Word} {line.Category}: {secrets.Clean(line.Message)}\n";

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
