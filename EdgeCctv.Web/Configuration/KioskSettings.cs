namespace EdgeCctv.Web.Configuration;

/// <summary>The page <c>/kiosk</c> for an unattended screen; the same for all of them.</summary>
/// <param name="StartCamera">Kiosk:StartCamera, whether opening the page starts a camera that is off, unless an operator stopped it.</param>
/// <param name="Sound">Kiosk:Sound, whether the loss and the return of the picture are heard.</param>
/// <param name="Title">Kiosk:Title, a name for the screen, at most <see cref="LongestTitle"/> characters; empty for none.</param>
public sealed record KioskSettings(bool StartCamera, bool Sound, string Title)
{
    /// <summary>More would not be read beside the clock, characters.</summary>
    public const int LongestTitle = 40;

    public static KioskSettings Default { get; } = new(StartCamera: false, Sound: false, Title: "");
}
