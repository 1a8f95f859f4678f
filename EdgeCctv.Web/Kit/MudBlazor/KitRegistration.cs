using MudBlazor.Services;

namespace EdgeCctv.Web.Kit;

/// <summary>The kit on MudBlazor. Every kit offers the same components under the same names.</summary>
internal static class KitRegistration
{
    public static IServiceCollection AddKit(this IServiceCollection services) => services.AddMudServices();
}
