using EdgeCctv.Tests.Fakes;
using EdgeCctv.Web.Kit;

namespace EdgeCctv.Tests.Components;

public sealed class ToastBoardTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void Show_OneAfterTheOther_EachGoesAfterItsTime()
    {
        using var queue = new ToastBoard(_time);
        queue.Show(new Toast("one"));
        _time.Advance(ToastBoard.ShownFor / 2);
        queue.Show(new Toast("two"));
        Assert.Equal(["one", "two"], Texts(queue));

        _time.Advance(ToastBoard.ShownFor / 2);
        Assert.Equal(["two"], Texts(queue));

        _time.Advance(ToastBoard.ShownFor / 2);
        Assert.Empty(queue.Shown);
    }

    [Fact]
    public void Show_Many_TheOldestGiveWay()
    {
        using var queue = new ToastBoard(_time);
        for (var number = 0; number < 5; number++)
        {
            queue.Show(new Toast($"{number}"));
        }

        Assert.Equal(["2", "3", "4"], Texts(queue));
    }

    [Fact]
    public void Dismiss_One_OnlyThatOneGoesThoughAnotherSaysTheSame()
    {
        using var queue = new ToastBoard(_time);
        var first = new Toast("same");
        queue.Show(first);
        queue.Show(new Toast("same"));
        var changes = 0;
        queue.Changed += () => changes++;

        queue.Dismiss(first);

        Assert.Equal((1, 1), (queue.Shown.Count, changes));
        Assert.NotSame(first, queue.Shown[0]);
    }

    private static IEnumerable<string> Texts(ToastBoard queue) => queue.Shown.Select(toast => toast.Text);
}
