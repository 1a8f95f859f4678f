namespace EdgeCctv.Core.Capture.Demo;

/// <summary>An unusual event with the way it takes.</summary>
internal readonly record struct SceneEvent(Walker Way, DemoEventKind Kind)
{
    public DemoEvent Public => new(TimeSpan.FromSeconds(Way.Start), TimeSpan.FromSeconds(Way.End), Kind);
}
