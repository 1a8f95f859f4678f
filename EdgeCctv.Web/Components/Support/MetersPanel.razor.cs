using EdgeCctv.Web.Support;
using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Components.Support;

/// <summary>How the program did in the last five minutes.</summary>
public sealed partial class MetersPanel : SecondComponent
{
    private IReadOnlyList<MeterSample> _samples = [];
    private long _count;

    [Inject]
    public required MeterHistory History { get; init; }

    protected override void OnInitialized() => TakeNews();

    protected override bool TakeNews()
    {
        if (History.Count == _count)
        {
            return false;
        }

        // The number first: a sample that comes between the two is taken again the next time rather than missed.
        _count = History.Count;
        _samples = History.Read();
        return true;
    }

    private List<float?> Of(Func<MeterSample, float?> choose) => [.. _samples.Select(choose)];
}
