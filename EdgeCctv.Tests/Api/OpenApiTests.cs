using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Api;

/// <summary>The OpenAPI document and the running endpoints say the same.</summary>
[Trait("Category", "Camera")]
[Collection(MachineGroup.Name)]
public sealed class OpenApiTests(SharedConsole shared) : IClassFixture<SharedConsole>
{
    /// <summary>Every answer that the document promises, and how to get it; null where no request alone can bring it about, with the test that does.</summary>
    private static readonly Dictionary<string, Request?> Promised = new()
    {
        ["GET /live 200"] = new(),
        ["GET /live 503"] = new(IsStopped: true),
        ["GET /snapshot.jpg 200"] = new(),
        ["GET /snapshot.jpg 503"] = new(IsStopped: true),
        ["GET /status 200"] = new(),
        ["GET /analysis/latest 200"] = null, // AnalysisEndpointTests: with an analyser.
        ["GET /analysis/latest 400"] = null, // Below, with the other refusals of the framework.
        ["GET /analysis/latest 503"] = new(IsStopped: true),

        // Those that are null: SceneEndpointsTests, with models of its own, or the same refusals as everywhere.
        ["GET /analysis/models 200"] = new(),
        ["GET /analysis/models/{name} 200"] = null,
        ["GET /analysis/models/{name} 404"] = null,
        ["DELETE /analysis/models/{name} 200"] = null,
        ["DELETE /analysis/models/{name} 400"] = null,
        ["DELETE /analysis/models/{name} 403"] = null,
        ["DELETE /analysis/models/{name} 404"] = null,
        ["DELETE /analysis/models/{name} 409"] = null,
        ["DELETE /analysis/models/{name} 413"] = null,
        ["DELETE /analysis/models/{name} 500"] = null,
        ["PUT /analysis/models/{name} 200"] = null,
        ["PUT /analysis/models/{name} 400"] = null,
        ["PUT /analysis/models/{name} 403"] = null,
        ["PUT /analysis/models/{name} 409"] = null,
        ["PUT /analysis/models/{name} 413"] = null,
        ["PUT /analysis/models/{name} 415"] = null, // Below.
        ["PUT /analysis/models/{name} 500"] = null,
        ["POST /analysis/learn 200"] = null,
        ["POST /analysis/learn 400"] = new("""{"minutes": 0}"""),
        ["POST /analysis/learn 403"] = new(Origin: "http://evil.example"),
        ["POST /analysis/learn 409"] = null,
        ["POST /analysis/learn 413"] = new(new string(' ', 20_000)),
        ["POST /analysis/learn 415"] = new("""{"minutes": 10}""", MediaType: "text/plain"),
        ["POST /analysis/learn 500"] = null,
        ["POST /analysis/learn/stop 200"] = null,
        ["POST /analysis/learn/stop 400"] = null,
        ["POST /analysis/learn/stop 403"] = new(Origin: "http://evil.example"),
        ["POST /analysis/learn/stop 409"] = null,
        ["POST /analysis/learn/stop 413"] = null,
        ["POST /analysis/learn/stop 500"] = null,

        ["GET /drill 200"] = new(),
        ["GET /drill/report 200"] = null, // DrillEndpointsTests: after a drill.
        ["GET /drill/report 404"] = null, // DrillEndpointsTests: before the first.
        ["POST /drill 200"] = null, // DrillEndpointsTests: the others here want pictures as they are.
        ["POST /drill 400"] = new("""{"kind": "fire"}"""),
        ["POST /drill 403"] = new("""{"kind": "freeze"}""", Origin: "http://evil.example"),
        ["POST /drill 409"] = new("""{"kind": "freeze"}""", IsStopped: true),
        ["POST /drill 413"] = new(new string(' ', 20_000)),
        ["POST /drill 415"] = new("""{"kind": "freeze"}""", MediaType: "text/plain"),
        ["POST /drill/end 200"] = new(),
        ["POST /drill/end 403"] = new(Origin: "http://evil.example"),
        ["GET /health/live 200"] = new(),
        ["GET /health/live 503"] = null, // RestartNeedTests: three captures that never return.
        ["GET /health/ready 200"] = new(),
        ["GET /health/ready 503"] = new("""{"source": "rtsp://192.0.2.1/never"}""", IsStopped: true, IsTrying: true),
        ["GET /support-bundle 200"] = new(),
        ["GET /support-bundle 403"] = new(Origin: "http://evil.example"),
        ["POST /start 200"] = new("""{"switch": false}"""),
        ["POST /start 400"] = new("""{"source": "gst:videotestsrc"}"""),
        ["POST /start 403"] = new(Origin: "http://evil.example"),
        ["POST /start 409"] = new("""{"source": "demo:?seed=8"}"""),
        ["POST /start 413"] = new(new string(' ', 20_000)),
        ["POST /start 415"] = new("""{"source": "demo:"}""", MediaType: "text/plain"),
        ["POST /start 503"] = new("""{"source": "usb:99"}""", IsStopped: true),
        ["POST /stop 200"] = new(),
        ["POST /stop 403"] = new(Origin: "null"),
        ["POST /stop 503"] = null, // Only while the process ends.
        ["POST /statistics/reset 200"] = new(),
        ["POST /statistics/reset 403"] = new(Origin: "http://localhost.evil.example:5080"),
    };

    [RequiresLinuxTheory]
    [InlineData("GET", "/analysis/latest?heat=banana", 400, "query")]
    [InlineData("GET", "/nothing/here", 404, "nothing at this address")]
    [InlineData("POST", "/status", 405, "Allowed here: GET")]
    [InlineData("PUT", "/analysis/models/day", 415, "Content-Type")]
    public async Task Refusal_OfTheFramework_SaysWhatIsWrongToo(string method, string path, int status, string words)
    {
        using var body = method == "PUT" ? new StringContent("x") : null;
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = body };
        using var response = await shared.Console.Http.SendAsync(request);

        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal((status, status), ((int)response.StatusCode, problem.GetProperty("status").GetInt32()));
        Assert.Contains(words, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    public static TheoryData<string> Provocable => [.. Promised.Where(one => one.Value is not null).Select(one => one.Key)];

    [RequiresLinuxFact]
    public async Task Document_PathsMethodsAndStatuses_AreThoseThatAreTested()
    {
        var document = await DocumentAsync();

        var answers =
            from path in document.GetProperty("paths").EnumerateObject()
            from method in path.Value.EnumerateObject()
            from response in method.Value.GetProperty("responses").EnumerateObject()
            select $"{method.Name.ToUpperInvariant()} {path.Name} {response.Name}";
        Assert.Equal(Promised.Keys.Order(StringComparer.Ordinal), answers.Order(StringComparer.Ordinal));
    }

    [RequiresLinuxTheory]
    [MemberData(nameof(Provocable))]
    public async Task Answer_EachThatIsDocumented_CanBeHadAndIsOfTheDocumentedKind(string promised)
    {
        var request = Promised[promised]!;
        var (method, path, status) = (promised.Split(' ')[0], promised.Split(' ')[1], int.Parse(promised.Split(' ')[2], null));
        await PrepareAsync(request);
        using var message = new HttpRequestMessage(new HttpMethod(method), path);
        message.Content = request.Body is null || request.IsTrying ? null : new StringContent(request.Body, Encoding.UTF8, request.MediaType);
        if (request.Origin is { } origin)
        {
            message.Headers.Add("Origin", origin);
        }

        using var response = await shared.Console.Http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(status, (int)response.StatusCode);
        var documented = (await DocumentAsync()).GetProperty("paths").GetProperty(path).GetProperty(method.ToLowerInvariant())
            .GetProperty("responses").GetProperty(promised.Split(' ')[2]).GetProperty("content").EnumerateObject();
        Assert.Equal(Assert.Single(documented).Name, response.Content.Headers.ContentType?.MediaType);
    }

    [RequiresLinuxFact]
    public async Task Document_EveryOperation_HasASummary()
    {
        var operations =
            from path in (await DocumentAsync()).GetProperty("paths").EnumerateObject()
            from method in path.Value.EnumerateObject()
            select method.Value;

        Assert.All(operations, operation => Assert.EndsWith(".", operation.GetProperty("summary").GetString(), StringComparison.Ordinal));
    }

    [RequiresLinuxFact]
    public async Task Document_Status_HasTheNamesOfTheAnswer()
    {
        var documented = (await DocumentAsync()).GetProperty("components").GetProperty("schemas").GetProperty("StatusAnswer").GetProperty("properties");
        var answered = await shared.Console.StatusAsync();

        Assert.Equal(documented.EnumerateObject().Select(one => one.Name), answered.EnumerateObject().Select(one => one.Name));
    }

    private Task<JsonElement> DocumentAsync() => shared.Console.Http.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

    // Into the state that the answer needs: running on its own source, stopped, or trying in vain.
    private async Task PrepareAsync(Request request)
    {
        if (request.IsStopped)
        {
            (await shared.Console.Http.PostAsync("/stop", null)).Dispose();
            if (request.IsTrying)
            {
                _ = shared.Console.Http.PostAsync("/start", new StringContent(request.Body!, Encoding.UTF8, request.MediaType));
                await shared.Console.StateAsync("STARTING");
            }

            return;
        }

        if ((await shared.Console.StatusAsync()).GetProperty("source").GetString() != SharedConsole.Source)
        {
            (await shared.Console.Http.PostAsync("/stop", null)).Dispose();
        }

        (await shared.Console.Http.PostAsync("/start", null)).Dispose();
        await shared.Console.StreamingAsync();
    }

    private sealed record Request(string? Body = null, string MediaType = "application/json", string? Origin = null, bool IsStopped = false, bool IsTrying = false);
}
