using System.Globalization;

namespace EdgeCctv.Web.Kit;

public sealed partial class Slider
{
    private string StepText => Step.ToString(CultureInfo.InvariantCulture);
}
