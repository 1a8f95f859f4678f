using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Api;

/// <summary>Commands over REST, as a client gives them.</summary>
internal static class ConsoleRequests
{
    /// <param name="console">Whom to ask.</param>
    /// <param name="path">Of the command.</param>
    /// <param name="body">Sent as JSON, whatever it is; nothing for null.</param>
    public static async Task<(HttpStatusCode Status, string? MediaType, JsonElement Body)> PostAsync(this ConsoleProcess console, string path, string? body = null)
    {
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await console.Http.PostAsync(path, content);
        return (response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadFromJsonAsync<JsonElement>());
    }
}
