using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Capture;
using EdgeCctv.Web.Configuration;

namespace EdgeCctv.Web.Support;

/// <summary>
/// Takes credentials out of everything that leaves in a support bundle, whatever was done before: those that can be told by their form,
/// and the passwords of the configured, the kept and the open camera, and of those of a switch, wherever they stand. Thread-safe.
/// </summary>
/// <param name="book">Knows the configured camera, and the one that an operator kept.</param>
/// <param name="camera">Knows the open one.</param>
public sealed class SecretRemover(SourceBook book, CameraLifecycleManager camera)
{
    public string Clean(string text)
    {
        var status = camera.GetState();
        CameraSource?[] known = [book.Configured, book.Current, status.Source, status.Next, status.Fallback];
        return known.OfType<CameraSource>().Aggregate(Secrets.Redact(text), (safe, source) => source.RedactFrom(safe));
    }

    /// <summary>The same for every text in a tree of JSON; what it is made of stays as it is. Names are ours, or locators that were cleaned before.</summary>
    public JsonNode? Clean(JsonNode? node) => node switch
    {
        JsonObject one => new JsonObject(one.Select(pair => KeyValuePair.Create(pair.Key, Clean(pair.Value)))),
        JsonArray many => new JsonArray([.. many.Select(Clean)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => JsonValue.Create(Clean(value.GetValue<string>())),
        _ => node?.DeepClone(),
    };
}
