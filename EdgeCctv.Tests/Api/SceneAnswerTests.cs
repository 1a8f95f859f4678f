using System.Text.Json;
using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Core.Inference.Scene.Watch;
using EdgeCctv.Web.Api;

namespace EdgeCctv.Tests.Api;

/// <summary>What <c>/status</c> and <c>/analysis/models</c> say of where things are.</summary>
public sealed class SceneAnswerTests
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    [Fact]
    public void Status_PlacesWatched_HasPlaceAndItsThreshold()
    {
        var answer = Status(new SceneWatchStatus { Place = 0.25f, Active = Model(0.625f) });

        Assert.Equal((0.25f, 0.625f), (answer.GetProperty("place").GetSingle(), answer.GetProperty("place_threshold").GetSingle()));
        Assert.Equal(0.625f, answer.GetProperty("model").GetProperty("place_threshold").GetSingle());
    }

    [Fact]
    public void Status_PlacesNotWatched_HasNoThreshold()
    {
        var answer = Status(new SceneWatchStatus { Place = 0.25f, Active = Model(null) });

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("place_threshold").ValueKind);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("model").GetProperty("place_threshold").ValueKind);
    }

    [Fact]
    public void Status_NothingKnown_HasNeither()
    {
        var answer = Status(SceneWatchStatus.None);

        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (answer.GetProperty("place").ValueKind, answer.GetProperty("place_threshold").ValueKind));
    }

    private static JsonElement Status(SceneWatchStatus status) => JsonSerializer.SerializeToElement(SceneAnswer.Of(status), Json);

    private static SceneModelEntry Model(float? placeThreshold) => new(
        "day",
        new SceneModelInfo("day", "demo:", 10, DateTimeOffset.UnixEpoch, 6000, TimeSpan.FromMinutes(10), 12, placeThreshold),
        new SceneGeometry(96, 64),
        Bytes: 1000,
        CanUndo: false);
}
