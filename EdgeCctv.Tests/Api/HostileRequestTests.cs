using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Api;

/// <summary>Requests that mean no good, against the real program: each gets its answer, never a 500, never a stack trace, and the picture goes on.</summary>
[Trait("Category", "Camera")]
[Collection(MachineGroup.Name)]
public sealed class HostileRequestTests(SharedConsole shared) : IClassFixture<SharedConsole>
{
    private const string Json = "application/json";

    /// <summary>Bodies, as Latin-1 so that any byte can be said, and the status each gets.</summary>
    public static readonly TheoryData<string, string, int> Bodies = new()
    {
        { "duplicate keys", """{"source": "demo:", "source": "demo:"}""", 400 },
        { "deep", new string('[', 5000), 400 },
        { "deep object", string.Concat(Enumerable.Repeat("{\"source\":", 200)), 400 },
        { "invalid UTF-8", "{\"source\": \"demo:\u00ff\u00fe\"}", 400 },
        { "lone surrogate", """{"source": "demo:\ud800"}""", 400 },
        { "NUL", """{"source": "demo:\u0000"}""", 400 },
        { "byte order mark of UTF-16", "\u00ff\u00fe{\u0000}\u0000", 400 },
        { "two documents", "{}{}", 400 },
        { "number", "7", 400 },
        { "unknown key", """{"source": "demo:", "then": "rm -rf /"}""", 400 },
        { "switch is no flag", """{"switch": "yes"}""", 400 },
        { "source is an object", """{"source": {"source": "demo:"}}""", 400 },
        { "unfinished", """{"source": """, 400 },
        { "too large", new string(' ', 20_000), 413 },
        { "too large, and JSON", "{\"source\": \"" + new string('a', 20_000) + "\"}", 413 },
        { "long source", "{\"source\": \"rtsp://" + new string('a', 5_000) + "\"}", 400 },
        { "gst:", """{"source": "gst:filesrc location=/etc/passwd ! fakesink"}""", 400 },
        { "file:", """{"source": "file:/etc/passwd"}""", 400 },
        { "loopback", """{"source": "http://[::ffff:7f00:1]:5080/live"}""", 400 },
        { "metadata", """{"source": "http://169.254.169.254/latest/meta-data", "switch": true}""", 400 },
        { "null", "null", 200 },
        { "nothing in it", "{}", 200 },
    };

    [RequiresLinuxTheory]
    [MemberData(nameof(Bodies))]
    public async Task Start_AnyBody_GetsItsStatusAndNoStackTrace(string what, string body, int status)
    {
        foreach (var isChunked in new[] { false, true })
        {
            using var content = new ByteArrayContent(Encoding.Latin1.GetBytes(body));
            content.Headers.ContentType = new(Json);
            using var request = new HttpRequestMessage(HttpMethod.Post, "/start") { Content = content };
            request.Headers.TransferEncodingChunked = isChunked;

            await AnswersAsync(request, status, what);
        }
    }

    [RequiresLinuxTheory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/xml")]
    [InlineData(null)]
    public async Task Start_BodyThatIsNotDeclaredAsJson_IsRefused(string? contentType)
    {
        using var content = new ByteArrayContent("""{"source": "demo:"}"""u8.ToArray());
        content.Headers.ContentType = contentType is null ? null : System.Net.Http.Headers.MediaTypeHeaderValue.Parse(contentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/start") { Content = content };

        await AnswersAsync(request, 415, contentType ?? "none");
    }

    [RequiresLinuxTheory]
    [InlineData("GET", "/start", "POST")]
    [InlineData("PUT", "/start", "POST")]
    [InlineData("DELETE", "/stop", "POST")]
    [InlineData("GET", "/statistics/reset", "POST")]
    [InlineData("POST", "/live", "GET")]
    [InlineData("POST", "/status", "GET")]
    [InlineData("PATCH", "/snapshot.jpg", "GET")]
    [InlineData("TRACE", "/status", "GET")]
    [InlineData("HEAD", "/start", "POST")]
    [InlineData("OPTIONS", "/health/ready", "GET")]
    public async Task AnyPath_OtherMethod_IsNotAllowedAndSaysWhatIs(string method, string path, string allowed)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var response = await AnswersAsync(request, 405, $"{method} {path}");

        Assert.Equal([allowed], response.Content.Headers.Allow);
    }

    [RequiresLinuxFact]
    public async Task AnyPath_UnheardOfMethod_IsNotAllowed()
    {
        using var request = new HttpRequestMessage(new HttpMethod("BREW"), "/status");

        await AnswersAsync(request, 405, "BREW");
    }

    [RequiresLinuxTheory]
    [InlineData("/status?x=%00&y=%ff&z[]=1&z[]=2", 200)]
    [InlineData("/status?" + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa=1", 200)]
    [InlineData("/health/live?../../etc/passwd", 200)]
    [InlineData("/..%2f..%2fetc/passwd", 404)]
    [InlineData("/%2e%2e/%2e%2e/appsettings.json", 404)]
    [InlineData("/appsettings.json", 404)]
    [InlineData("/openapi/v2.json", 404)]
    [InlineData("/openapi/..%2f..%2fappsettings.json", 404)]
    [InlineData("/status/%F0%9F%98%80/%ff", 404)]
    public async Task Get_HostilePathOrQuery_GetsItsStatus(string path, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);

        await AnswersAsync(request, status, path);
    }

    [RequiresLinuxTheory]
    [InlineData("Accept", "text/html;q=99, */*;q=x, ,,,")]
    [InlineData("Accept-Language", "%00%ff")]
    [InlineData("Cookie", "a=b; .AspNetCore.Antiforgery=x; ;;=")]
    [InlineData("If-None-Match", "\"\"\"\"")]
    [InlineData("Range", "bytes=-1-99999999999999999999")]
    [InlineData("X-Forwarded-For", "127.0.0.1, ::1, evil")]
    [InlineData("X-HTTP-Method-Override", "DELETE")]
    [InlineData("traceparent", "00-zz-zz-zz")]
    public async Task AnyPath_HostileHeader_ChangesNothing(string name, string value)
    {
        foreach (var (path, status) in new[] { ("/status", 200), ("/snapshot.jpg", 200), ("/no/such/path", 404) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation(name, value);

            await AnswersAsync(request, status, $"{name} {path}");
        }
    }

    [RequiresLinuxTheory]
    [InlineData(".AspNetCore.Culture=c%3D..%2F..%2Fx%7Cuic%3Dxx-yy-zz; edgecctv-zone=../../../etc/passwd")]
    [InlineData(".AspNetCore.Culture=%7C%7C%3D; edgecctv-zone=%00%ff")]
    public async Task Page_HostileLanguageAndZone_IsEnglish(string cookies)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("Cookie", cookies);

        using var response = await shared.Console.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("<html lang=\"en\">", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [RequiresLinuxFact]
    public async Task AnyPath_HostThatIsNotOurs_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/status");
        request.Headers.Host = "rebound.example";

        using var response = await shared.Console.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain("camera_state", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> AnswersAsync(HttpRequestMessage request, int status, string what)
    {
        var response = await shared.Console.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();

        Assert.True(status == (int)response.StatusCode, $"{what}: {(int)response.StatusCode} {text}");
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.True(text.Length < 100_000, what);
        if (status >= 400 && request.Method != HttpMethod.Head)
        {
            var problem = JsonSerializer.Deserialize<JsonElement>(text);
            Assert.Equal(("application/problem+json", status), (response.Content.Headers.ContentType?.MediaType, problem.GetProperty("status").GetInt32()));
        }

        var camera = await shared.Console.Http.GetFromJsonAsync<JsonElement>("/status");
        Assert.Equal((SharedConsole.Source, "RUNNING"), (camera.GetProperty("source").GetString(), camera.GetProperty("camera_state").GetString()));
        Assert.DoesNotContain("fail: ", shared.Console.Process.Output, StringComparison.Ordinal);
        return response;
    }
}
