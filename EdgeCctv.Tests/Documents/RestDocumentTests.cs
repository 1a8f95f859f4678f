using System.Net.Http.Json;
using System.Text.Json;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Documents;

[Trait("Category", "Camera")]
[Collection(MachineGroup.Name)]
public sealed class RestDocumentTests
{
    [RequiresLinuxFact]
    public async Task Rest_Reference_IsWhatTheOpenApiDocumentSays()
    {
        await using var console = await ConsoleProcess.StartAsync("demo:", "--EdgeCctv:Camera:AutoStart=false");
        var document = await console.Http.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        var operations =
            from path in document.GetProperty("paths").EnumerateObject()
            from method in path.Value.EnumerateObject()
            orderby path.Name, method.Name
            select Section(document, $"{method.Name.ToUpperInvariant()} {path.Name}", method.Value);

        GeneratedDocument.IsCurrent(
            "docs/rest.md",
            $"""
            # REST

            JSON in snake_case. Errors are problem details (RFC 9457, `application/problem+json`) whose `detail` says what is wrong and what to do. Every path answers 405 to methods that it does not have. Requests that change anything, and WebSocket upgrades, are refused with 403 when they come from another origin's page. The same as a document for tools: `GET /openapi/v1.json`.

            {string.Join('\n', operations)}
            This page is written from the running program by the test `RestDocumentTests`.

            """);
    }

    private static string Section(JsonElement document, string title, JsonElement operation)
    {
        var answers = operation.GetProperty("responses").EnumerateObject().OrderBy(one => one.Name)
            .Select(one => $"| {one.Name} | {one.Value.GetProperty("description").GetString()} | {Contents(document, one.Value)} |");
        var body = operation.TryGetProperty("requestBody", out var request) ? $"Body{(IsRequired(request) ? "" : ", which may be left out")}: {Contents(document, request)}.\n\n" : "";
        return $"""
            ## {title}

            {operation.GetProperty("summary").GetString()}

            {body}| status | meaning | answer |
            |---|---|---|
            {string.Join('\n', answers)}

            """;
    }

    // `application/json` with `success`, `message`
    private static bool IsRequired(JsonElement body) => body.TryGetProperty("required", out var required) && required.GetBoolean();

    private static string Contents(JsonElement document, JsonElement holder)
    {
        var content = holder.GetProperty("content").EnumerateObject().Single();
        var names = content.Value.GetProperty("schema").TryGetProperty("$ref", out var schema) && content.Name == "application/json"
            ? Names(document, schema.GetString()!.Split('/')[^1])
            : [];
        return $"`{content.Name}`" + (names.Length == 0 ? "" : $" with {string.Join(", ", names.Select(name => $"`{name}`"))}");
    }

    private static string[] Names(JsonElement document, string schema) =>
    [
        .. document.GetProperty("components").GetProperty("schemas").GetProperty(schema).GetProperty("properties").EnumerateObject().Select(one => one.Name),
    ];
}
