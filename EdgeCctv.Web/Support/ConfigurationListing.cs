using System.Text.Json.Nodes;
using EdgeCctv.Web.Configuration;

namespace EdgeCctv.Web.Support;

/// <summary>
/// The section <c>EdgeCctv</c> as it is in force, defaults included, wherever each value came from. Only keys that the program knows:
/// what else a configuration may hold is nobody's business.
/// </summary>
/// <param name="configuration">All sources of it, the stronger ones counting.</param>
/// <param name="settings">Has the camera's locator without its secrets.</param>
public sealed class ConfigurationListing(IConfiguration configuration, EdgeCctvSettings settings)
{
    private const string Source = "Camera:Source";

    /// <summary>As it would stand in <c>appsettings.json</c>; every value is a text, which the program takes as well.</summary>
    public JsonObject Read()
    {
        var section = new JsonObject();
        foreach (var key in SettingsLoader.Keys)
        {
            var path = key.Key.Split(':');
            Parent(section, path[..^1])[path[^1]] = Value(key);
        }

        return new JsonObject { [SettingsReader.Section] = section };
    }

    private static JsonObject Parent(JsonObject section, string[] path) => path.Aggregate(section, (parent, name) =>
    {
        if (parent[name] is not JsonObject child)
        {
            parent[name] = child = [];
        }

        return child;
    });

    private JsonNode Value(SettingKey key)
    {
        var place = configuration.GetSection($"{SettingsReader.Section}:{key.Key}");
        return key switch
        {
            // By the parser, which knows best what of a locator is secret.
            { Key: Source } => JsonValue.Create(settings.Source.Display),
            { IsList: true } => new JsonArray([.. place.GetChildren().Select(item => JsonValue.Create(item.Value))]),
            _ => JsonValue.Create(place.Value ?? key.Default),
        };
    }
}
