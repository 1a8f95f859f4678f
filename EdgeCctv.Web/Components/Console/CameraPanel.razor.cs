using EdgeCctv.Core.Camera;
using EdgeCctv.Core.Statistics;
using EdgeCctv.Web.Configuration;
using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Components.Console;

/// <summary>The camera's state and its two commands. The outcome of a command shows in the state, for every screen alike.</summary>
public sealed partial class CameraPanel : FeedComponent
{
    [Inject]
    public required CameraLifecycleManager Camera { get; init; }

    [Inject]
    public required SourceBook Book { get; init; }

    private CameraStatus Status => Feed.Current.Camera;

    private StatisticsSnapshot Statistics => Feed.Current.Statistics;

    // While it waits for its next try, Deploy tries at once.
    private bool CanDeploy => Status.State is CameraState.Idle or CameraState.Error || Status.NextTry is not null;

    private bool CanDisengage => Status.State is CameraState.Starting or CameraState.Running or CameraState.Error;

    private Task<CameraReply> DeployAsync() => Camera.StartStreamAsync(Book.Current);

    private Task<CameraReply> DisengageAsync() => Camera.StopStreamAsync(Operators.AtTheConsole);
}
