using EdgeCctv.Core.Inference.Scene;
using EdgeCctv.Core.Inference.Sessions;
using EdgeCctv.Tests.Hosts;
using EdgeCctv.Tests.Inference.Scene;
using Xunit.Abstractions;

namespace EdgeCctv.Tests.Measurements;

/// <summary>
/// What the location channel finds and what it leaves alone, on a road of our own making with known truth: ten minutes are learnt, then
/// four are watched under each disturbance, with somebody on the verge in every minute or with nobody. Some minutes.
/// </summary>
[Trait("Category", "Measurement")]
[Collection(MachineGroup.Name)]
public sealed class PlaceTruth(ITestOutputHelper output)
{
    private const int FramesOfAMinute = (int)(60 * RoadPictures.FramesPerSecond);
    private const int LearntMinutes = 10;
    private const int WatchedMinutes = 4;

    // Somebody comes into view so many frames after each full minute.
    private const int Comes = 100;

    private static readonly SceneGeometry Geometry = new(160, 96);
    private static readonly Lazy<SceneModel> Model = new(Learn);

    public static TheoryData<string> Disturbances => [.. Roads(somebody: false).Keys];

    [Theory]
    [MemberData(nameof(Disturbances))]
    public void SomebodyOnTheVerge_AndNobody(string disturbance)
    {
        var (with, without) = (Watch(Roads(somebody: true)[disturbance]), Watch(Roads(somebody: false)[disturbance]));

        output.Report(new
        {
            Name = "Location channel on a road of our own",
            Disturbance = disturbance,
            Model.Value.Info.PlaceThreshold,
            Events = WatchedMinutes,
            Found = with.Events,
            with.FoundByScoreAlone,
            with.SecondsUntilFound,
            FalseEventsWithSomebody = with.FalseEvents,
            FalseEventsWithNobody = without.FalseEvents,
            ScoreAlarmsWithNobody = without.ScoreEvents,
            without.WholeSceneChanges,
            ShareOfFramesItCannotTell = without.Untold,
        });
    }

    private static SceneModel Learn()
    {
        var learner = new SceneLearner(Geometry, RoadPictures.FramesPerSecond);
        var road = new RoadPictures(Geometry, seed: 3);
        for (var frame = 0; frame < LearntMinutes * FramesOfAMinute; frame++)
        {
            learner.Add(road.Of(frame));
        }

        return learner.Finish("road", "our own", DateTimeOffset.UnixEpoch).Model ?? throw new InvalidOperationException("Nothing was learnt.");
    }

    private static Dictionary<string, RoadPictures> Roads(bool somebody)
    {
        Func<int, (double X, double Y)?> who = somebody ? OnTheVerge : _ => null;
        return new()
        {
            ["none"] = new(Geometry, 11) { Somebody = who },
            ["the sun comes and goes"] = new(Geometry, 13) { Somebody = who, Light = frame => 1 + (0.35 * Math.Sin(frame / 97.0)) },
            ["exposure steps every half minute"] = new(Geometry, 14) { Somebody = who, Light = frame => frame / 300 % 2 == 0 ? 1 : 1.3 },
            ["shadow of a cloud passes"] = new(Geometry, 15) { Somebody = who, Spot = (frame, x, _) => 1 - (0.4 / (1 + Math.Exp((x - ((frame * 0.7 % 500) - 150)) / 6))) },
            ["headlights sweep over the verge"] = new(Geometry, 16) { Somebody = who, Spot = (frame, x, y) => 1 + (0.9 * Math.Exp(-((Math.Pow(x - ((frame * 3.0 % 900) - 100), 2) / 500) + (Math.Pow(y - 76, 2) / 180)))) },
            ["wind shakes the camera by a pixel, 3 s of 40"] = new(Geometry, 17) { Somebody = who, Shake = frame => frame % 400 < 30 ? frame / 2 % 2 : 0 },
            ["twice the noise"] = new(Geometry, 19) { Somebody = who, Noise = 3 },
            ["it becomes dark"] = new(Geometry, 20) { Somebody = who, Light = frame => Math.Max(0.3, 1 - (frame / 3000.0)) },
        };
    }

    // Walks slowly, stands for half a minute, or creeps along the trees; gone before the next minute.
    private static (double X, double Y)? OnTheVerge(int frame)
    {
        var since = (frame % FramesOfAMinute) - Comes;
        return (since, frame / FramesOfAMinute % 3) switch
        {
            ( < 0, _) => null,
            (_, 0) => since * 0.5 < Geometry.Width ? (since * 0.5, 80) : null,
            (_, 1) => since < 300 ? (60, 78) : null,
            _ => since * 0.35 < Geometry.Width ? (Geometry.Width - (since * 0.35), 28) : null,
        };
    }

    private static Found Watch(RoadPictures road)
    {
        using var scorer = new SceneScorer(Model.Value, new SessionFactory(InferenceSettings.Default));
        var rule = new AlarmRule(Model.Value.Threshold, Model.Value.Info.PlaceThreshold);
        var found = new Found();
        for (var frame = 0; frame < WatchedMinutes * FramesOfAMinute; frame++)
        {
            var at = TimeSpan.FromSeconds(frame / RoadPictures.FramesPerSecond);
            switch (scorer.Score(road.Of(frame)))
            {
                case SceneStep.Compared:
                    rule.Scored(scorer.Result, at);
                    found.Add(frame, road.Somebody(frame) is not null, rule, scorer.Result.Place is not null);
                    break;
                case SceneStep.WholeSceneChange:
                    rule.WholeSceneChanged(at);
                    found.AddChange();
                    break;
                default:
                    rule.Ignored();
                    break;
            }
        }

        return found;
    }

    private sealed class Found
    {
        // What has just gone is not a false alarm.
        private const int JustGone = 50;

        private readonly SortedDictionary<int, double> _found = [];
        private readonly HashSet<int> _byScore = [];
        private int _lastSomebody = -JustGone - 1;
        private int _untold;
        private bool _wasOutOfPlace;
        private bool _wasUnusual;

        public int Events => _found.Count;

        public int FoundByScoreAlone => _byScore.Count;

        public IEnumerable<double> SecondsUntilFound => _found.Values;

        public int FalseEvents { get; private set; }

        public int ScoreEvents { get; private set; }

        public int WholeSceneChanges { get; private set; }

        public double Untold => Math.Round((double)_untold / (WatchedMinutes * FramesOfAMinute), 3);

        public void AddChange()
        {
            WholeSceneChanges++;
            _untold++;
        }

        public void Add(int frame, bool isSomebody, AlarmRule rule, bool isTold)
        {
            var minute = frame / FramesOfAMinute;
            _untold += isTold ? 0 : 1;
            _lastSomebody = isSomebody ? frame : _lastSomebody;
            if (rule.IsOutOfPlace && isSomebody)
            {
                _found.TryAdd(minute, ((frame % FramesOfAMinute) - Comes) / RoadPictures.FramesPerSecond);
            }

            if (rule.IsUnusual && isSomebody)
            {
                _byScore.Add(minute);
            }

            FalseEvents += rule.IsOutOfPlace && !_wasOutOfPlace && frame - _lastSomebody > JustGone ? 1 : 0;
            ScoreEvents += rule.IsUnusual && !_wasUnusual ? 1 : 0;
            (_wasOutOfPlace, _wasUnusual) = (rule.IsOutOfPlace, rule.IsUnusual);
        }
    }
}
