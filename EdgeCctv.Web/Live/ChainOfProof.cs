using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Inference;
using EdgeCctv.Web.Language;

namespace EdgeCctv.Web.Live;

/// <summary>
/// Judges which link between camera and screen is to blame when no live picture is seen: a pure function. A link that fails is the
/// first that lacks success though the one before it delivers; what follows it is late, so that one light is red and not five.
/// </summary>
internal static class ChainOfProof
{
    // A camera that keeps its rate is never older than this: the limit is at least three of its intervals.
    private const double LateShare = 2.0 / 3;

    private const string CameraIsOff = "The camera is off. Deploy starts it.";
    private const string NoScreen = "No screen is open.";
    private const string NoPicture = "Data come from the camera, but no picture comes out of them. Set the camera to H.264 or MJPEG, and restart it.";

    private const string GettingOld = "Its last success is getting old. If that lasts, the cause will stand here.";
    private const string Skipped = "Pictures are analysed, but too many are skipped to compare movement: the scene is not watched. Give the machine less to do; look whether the camera stutters.";
    private const string NotAnalysed = "AI stalled. Pictures come, but none is analysed. Give the machine less to do; if that does not help, restart the console.";

    public static Proof Judge(ProofFacts facts)
    {
        ProofLink[] links = [Capture(facts), Decode(facts), Analysis(facts), Send(facts), Paint(facts)];
        var broken = First(links, ProofState.Failing) ?? (facts.Camera.Desired && !facts.IsFresh ? First(links, ProofState.Late) : null);
        return new Proof(links, broken);
    }

    private static ProofLink Capture(ProofFacts facts)
    {
        var link = new ProofLink(ProofStep.Capture, ProofState.Failing, facts.Received, "");
        return facts switch
        {
            { Camera.Desired: false } => Off(link, CameraIsOff),
            { IsRunning: true, IsFrozen: true } => link with { Advice = "The camera repeats one picture. Restart the camera." },
            { HasPicture: true, IsFresh: false } => link with { Advice = $"Pictures arrive {facts.Drift.TotalSeconds:0.0} s late. {CameraFault.Delayed.Remedy()}" },
            { IsReceiving: true } when facts.Received <= facts.Limit => InTime(link, facts, "Data come from the camera."),
            { IsRunning: true } => link with { Advice = $"Nothing comes from the camera. {CameraFault.NoData.Remedy()}" },
            _ when IsDecoderToBlame(facts) => Late(link, "Data came from the camera. It is opened again by itself."),
            { Camera.Fault: not CameraFault.None } => link with { Advice = Told.Capital(facts.Camera.Cause) },
            _ => Late(link, "The camera is being opened."),
        };
    }

    private static ProofLink Decode(ProofFacts facts)
    {
        var link = new ProofLink(ProofStep.Decode, ProofState.Failing, facts.Decoded, "");
        return facts switch
        {
            { Camera.Desired: false } => Off(link, CameraIsOff),
            { HasPicture: true } => InTime(link, facts, "Pictures come out of the camera's data."),
            { IsRunning: true } when facts.Received <= facts.Limit => link with { Advice = NoPicture },
            { Camera.Fault: CameraFault.Damaged or CameraFault.DecoderMissing } => link with { Advice = Told.Capital(facts.Camera.Cause) },
            _ when IsDecoderToBlame(facts) => link with { Advice = NoPicture },
            _ => Late(link, $"Waits for {(facts.IsReceiving ? "the first picture" : "the camera's data")}."),
        };
    }

    private static ProofLink Analysis(ProofFacts facts)
    {
        var link = new ProofLink(ProofStep.Analysis, ProofState.Failing, facts.Analysed, "");
        return facts switch
        {
            { Analyses.Count: 0 } => Off(link, "No analysis is configured."),
            { Camera.Desired: false } => Off(link, CameraIsOff),
            _ when Stalled(facts) is { } cause => link with { Advice = $"AI stalled. {Told.Capital(cause)}" },
            { IsSkipping: true } when facts.Analyses.All(one => one.IsInTime) => Late(link, Skipped),
            _ when facts.Analyses.All(one => one.Analysed <= LateShare * one.Limit) => link with { State = ProofState.Ok, Advice = "Pictures are analysed." },
            _ when facts.Analyses.All(one => one.IsInTime) => Late(link, GettingOld),
            { HasPicture: false } => Late(link, "Waits for a picture."),
            _ when facts.Analyses.Any(one => one.State == AnalyzerState.Loading) => Late(link, "A model is being loaded."),
            _ when facts.Analyses.Any(one => !one.IsInTime && one.Waiting > one.Limit) => link with { Advice = NotAnalysed },
            _ => Late(link, "Waits for a picture to analyse."),
        };
    }

    private static ProofLink Send(ProofFacts facts)
    {
        var link = new ProofLink(
            ProofStep.Send, ProofState.Failing, facts.Screens.Min(screen => screen.Given), "No screen is given pictures. Reload the page; if that does not help, restart the console.");
        return facts switch
        {
            { Camera.Desired: false } => Off(link, CameraIsOff),
            { Screens.Count: 0 } => Off(link, NoScreen),
            _ when link.Age <= facts.Limit => InTime(link, facts, "Pictures are sent to the open screens."),
            { HasPicture: false } => Late(link, "Waits for a picture."),
            _ when facts.Screens.Any(screen => screen.IsPainting) => Late(link, "The screen has not yet painted what was sent."),
            _ when !IsPatienceOver(facts) => Late(link, "A screen has just opened."),
            _ => link,
        };
    }

    private static ProofLink Paint(ProofFacts facts)
    {
        var link = new ProofLink(
            ProofStep.Paint, ProofState.Failing, facts.Screens.Min(screen => screen.Painted), "No open screen paints in time. Check its network and whether its machine is overloaded; reload the page.");
        var given = facts.Screens.Any(screen => screen.IsPainting || screen.Given <= facts.Limit);
        return facts switch
        {
            { Camera.Desired: false } => Off(link, CameraIsOff),
            { Screens.Count: 0 } => Off(link, NoScreen),
            _ when link.Age <= facts.Limit => InTime(link, facts, "An open screen paints in time."),
            { HasPicture: false } => Late(link, "Waits for a picture."),
            _ when !given => Late(link, "Waits for a picture to be sent."),
            _ when !IsPatienceOver(facts) => Late(link, "A screen has just opened."),
            _ => link,
        };
    }

    // Whether any screen has been there for long enough while there were pictures.
    private static bool IsPatienceOver(ProofFacts facts) =>
        facts.Flowing > facts.Limit && facts.Screens.Any(screen => screen.Connected > facts.Limit);

    private static bool IsDecoderToBlame(ProofFacts facts) =>
        facts.EndedInVain || facts.Camera.Fault is CameraFault.Damaged or CameraFault.DecoderMissing;

    private static string? Stalled(ProofFacts facts) =>
        facts.Analyses.Where(one => one.State == AnalyzerState.Stalled).Select(one => one.Cause ?? "Its cause is not known.").FirstOrDefault();

    private static ProofLink InTime(ProofLink link, ProofFacts facts, string words) => link.Age <= LateShare * facts.Limit
        ? link with { State = ProofState.Ok, Advice = words }
        : Late(link, GettingOld);

    private static ProofLink Late(ProofLink link, string advice) => link with { State = ProofState.Late, Advice = advice };

    private static ProofLink Off(ProofLink link, string advice) => link with { State = ProofState.Off, Age = null, Advice = advice };

    private static ProofLink? First(ProofLink[] links, ProofState state) => Array.Find(links, link => link.State == state);
}
