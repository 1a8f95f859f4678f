using Radzen;

namespace EdgeCctv.Web.Kit;

/// <summary>The kit on Radzen.Blazor. Every kit offers the same components under the same names.</summary>
internal static class KitRegistration
{
    public static IServiceCollection AddKit(this IServiceCollection services) => services.AddRadzenComponents();
}
