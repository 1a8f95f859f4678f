namespace EdgeCctv.Web.Kit;

public sealed partial class Tab
{
    private string? _shownTitle;

    // The strip is drawn before its tabs, so it learns of them, and of another language, only from here. Only then: each of its
    // renders sets these parameters again.
    protected override void OnParametersSet()
    {
        if (_shownTitle != Title)
        {
            _shownTitle = Title;
            Strip.DrawAnew();
        }
    }
}
