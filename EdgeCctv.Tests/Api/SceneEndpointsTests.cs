using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Tests.Hosts;
using EdgeCctv.Tests.Inference.Scene;

namespace EdgeCctv.Tests.Api;

/// <summary>The scene's models and their learning over REST, with the real program.</summary>
[Trait("Category", "Camera")]
[Collection(MachineGroup.Name)]
public sealed class SceneEndpointsTests : IAsyncLifetime
{
    private static readonly byte[] File = SceneModelFile.Write(ScenePictures.Model(new SceneGeometry(96, 64)));

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("edgecctv-data-");
    private ConsoleProcess _console = null!;

    public async Task InitializeAsync()
    {
        _console = await ConsoleProcess.StartAsync(
            SharedConsole.Source, "--EdgeCctv:Analysis:Scene:Enabled=true", "--EdgeCctv:Analysis:Scene:LearnByItself=false", $"--EdgeCctv:DataFolder={_data.FullName}");
        await _console.StreamingAsync();
    }

    public async Task DisposeAsync()
    {
        await _console.DisposeAsync();
        _data.Delete(recursive: true);
    }

    [RequiresLinuxFact]
    public async Task Models_ImportedListedExportedDeleted_AreThereAndGone()
    {
        Assert.Equal(HttpStatusCode.OK, await PutAsync("day shift", File));

        var models = await _console.Http.GetFromJsonAsync<JsonElement>("/analysis/models");
        Assert.Equal("day shift", Assert.Single(models.GetProperty("models").EnumerateArray()).GetProperty("name").GetString());
        var exported = await _console.Http.GetByteArrayAsync("/analysis/models/day%20shift");
        Assert.Equal("day shift", SceneModelFile.Read(exported, "exported").Info.Name);
        using var deleted = await _console.Http.DeleteAsync("/analysis/models/day%20shift");
        Assert.Equal(HttpStatusCode.OK, deleted.StatusCode);
        using var gone = await _console.Http.GetAsync("/analysis/models/day%20shift");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [RequiresLinuxFact]
    public async Task Import_TruncatedTooLargeOrBadlyNamed_IsRefused()
    {
        Assert.Equal(HttpStatusCode.Conflict, await PutAsync("day", File[..^9]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PutAsync("day", new byte[SceneModelFile.MostBytes + 1]));
        Assert.Equal(HttpStatusCode.BadRequest, await PutAsync("..%2Fday", File));
    }

    [RequiresLinuxFact]
    public async Task Learn_BegunAndStopped_IsInTheStatusMeanwhile()
    {
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync("/analysis/learn", """{"minutes": 0}"""));
        Assert.Equal(HttpStatusCode.OK, await PostAsync("/analysis/learn", """{"minutes": 10, "name": "night"}"""));
        Assert.Equal(HttpStatusCode.Conflict, await PostAsync("/analysis/learn", ""));

        var scene = (await _console.StatusAsync()).GetProperty("scene");
        Assert.Equal(("learning", "night"), (scene.GetProperty("phase").GetString(), scene.GetProperty("learning").GetProperty("name").GetString()));
        Assert.Equal(HttpStatusCode.OK, await PostAsync("/analysis/learn/stop", ""));
        Assert.Equal(JsonValueKind.Null, (await _console.StatusAsync()).GetProperty("scene").GetProperty("learning").ValueKind);
    }

    private async Task<HttpStatusCode> PutAsync(string name, byte[] file)
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new("application/octet-stream");
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/analysis/models/{name}") { Content = content };

        // What is refused by its length alone is then not sent at all.
        request.Headers.ExpectContinue = true;
        using var answer = await _console.Http.SendAsync(request);
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode> PostAsync(string path, string body)
    {
        using var content = body.Length == 0 ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _console.Http.PostAsync(path, content);
        return answer.StatusCode;
    }
}
