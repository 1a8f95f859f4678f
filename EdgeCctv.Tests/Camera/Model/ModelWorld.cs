using EdgeCctv.Core.Capture;

namespace EdgeCctv.Tests.Camera.Model;

/// <summary>How the scripted camera behaves when it is opened.</summary>
internal sealed class ModelWorld
{
    public CameraFault? Fails { get; set; }

    public bool HasFirstPicture { get; set; } = true;

    public bool OpenHangs { get; set; }

    public bool DisposeHangs { get; set; }
}
