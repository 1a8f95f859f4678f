using System.Globalization;

namespace EdgeCctv.Web.Components.Connect;

/// <summary>Words of the camera page. Pure.</summary>
internal static class ConnectWords
{
    /// <summary>"1.5 s".</summary>
    public static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s");
}
