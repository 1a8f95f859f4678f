using EdgeCctv.Core.Capture;

namespace EdgeCctv.Tests.Capture;

/// <summary>On a folder that looks as Linux' list of video devices does.</summary>
public sealed class UsbCameraTests : IDisposable
{
    private readonly DirectoryInfo _devices = Directory.CreateTempSubdirectory("edgecctv-video4linux-");

    public void Dispose() => _devices.Delete(recursive: true);

    [Fact]
    public void Find_TwoCamerasWithTwoNodesEach_AreTwoByNumber()
    {
        Add("video10", "HD Webcam C525", "0");
        Add("video11", "HD Webcam C525", "1");
        Add("video2", "Laptop Camera", "0");
        Add("video3", "Laptop Camera", "1");
        Add("v4l-subdev0", "sensor", "0");

        Assert.Equal([new UsbCamera(2, "Laptop Camera"), new UsbCamera(10, "HD Webcam C525")], UsbCamera.Find(_devices.FullName));
    }

    [Fact]
    public void Find_NothingIsKnownOfIt_IsCalledByItsNode()
    {
        _devices.CreateSubdirectory("video0");

        Assert.Equal([new UsbCamera(0, "video0")], UsbCamera.Find(_devices.FullName));
    }

    [Fact]
    public void Find_NoSuchFolder_IsNone() => Assert.Empty(UsbCamera.Find(Path.Combine(_devices.FullName, "none")));

    private void Add(string node, string name, string index)
    {
        var folder = _devices.CreateSubdirectory(node).FullName;
        File.WriteAllText(Path.Combine(folder, "name"), $"{name}\n");
        File.WriteAllText(Path.Combine(folder, "index"), $"{index}\n");
    }
}
