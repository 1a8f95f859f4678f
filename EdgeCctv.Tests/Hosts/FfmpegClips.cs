namespace EdgeCctv.Tests.Hosts;

/// <summary>Clips of any kind, made by ffmpeg in a folder of their own that goes with the test.</summary>
internal sealed class FfmpegClips : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("edgecctv-ffmpeg-").FullName;

    public string this[string name] => Path.Combine(Folder, name);

    /// <param name="name">Of the file to make; its ending decides the kind. With <c>%03d</c>, pictures.</param>
    /// <param name="source">A source of libavfilter.</param>
    /// <param name="options">How to encode it.</param>
    public async Task<string> MakeAsync(string name, string source, string options = "")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        string[] arguments =
            ["-v", "error", "-y", "-f", "lavfi", "-i", source, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries), "-threads", "1", this[name]];
        await using var made = new ChildProcess("ffmpeg", arguments);
        Assert.True(await made.ExitAsync() == 0, made.Output);
        return this[name];
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
