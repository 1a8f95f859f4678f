using EdgeCctv.Web.Support;
using Microsoft.AspNetCore.Components;

namespace EdgeCctv.Web.Components.Support;

/// <summary>What runs here, on what, and with which libraries.</summary>
public sealed partial class FactsPanel : SecondComponent
{
    private IReadOnlyList<SystemFact> _facts = [];

    [Inject]
    public required SystemFacts Facts { get; init; }

    // The first reading of the process loads libraries: not on the thread that draws.
    protected override async Task OnInitializedAsync() => _facts = Facts.IsKnown ? Facts.Read() : await Task.Run(Facts.Read);

    protected override bool TakeNews()
    {
        if (!Facts.IsKnown)
        {
            return false;
        }

        var before = _facts;
        _facts = Facts.Read();
        return !_facts.SequenceEqual(before);
    }
}
