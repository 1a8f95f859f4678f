using EdgeCctv.Tests.Hosts;

namespace EdgeCctv.Tests.Architecture;

/// <summary>Neither package set asks for what only the other one needs; evaluated by MSBuild itself, without restoring.</summary>
[Trait("Category", "Camera")]
public sealed class PackageSetTests
{
    private static readonly string[] OnlyDistro = ["EdgeCctv.Core.Inference.Runtime", "System.Numerics.Tensors", "AngleSharp", "Radzen.Blazor", "Microsoft.AspNetCore.App.Runtime.linux-x64"];
    private static readonly string[] OnlyNuget = ["Microsoft.ML.OnnxRuntime\"", "Microsoft.ML.OnnxRuntime.DirectML\"", "MudBlazor"];

    [Theory]
    [InlineData("EdgeCctv.Core")]
    [InlineData("EdgeCctv.Web")]
    [InlineData("EdgeCctv.Tests")]
    public async Task Nuget_AnyProject_ReferencesNothingOfDistro(string project)
    {
        var references = await ReferencesAsync(project, "nuget");

        Assert.All(OnlyDistro, name => Assert.DoesNotContain(name, references, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("EdgeCctv.Core")]
    [InlineData("EdgeCctv.Web")]
    [InlineData("EdgeCctv.Tests")]
    public async Task Distro_AnyProject_ReferencesNothingOfNuget(string project)
    {
        var references = await ReferencesAsync(project, "distro");

        Assert.All(OnlyNuget, name => Assert.DoesNotContain(name, references, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nuget_Core_TakesOnnxRuntimeFromNuGet() =>
        Assert.Contains("Microsoft.ML.OnnxRuntime", await ReferencesAsync("EdgeCctv.Core", "nuget"), StringComparison.Ordinal);

    [Theory]
    [InlineData("distro", "Radzen.Blazor", "/Kit/Radzen/", "/Kit/MudBlazor/")]
    [InlineData("nuget", "MudBlazor", "/Kit/MudBlazor/", "/Kit/Radzen/")]
    public async Task AnySet_Web_CompilesItsOwnKitOnly(string packageSet, string library, string own, string other)
    {
        await using var build = Build("EdgeCctv.Web", packageSet, "-getItem:PackageReference,Compile,Content,None");
        Assert.True(await build.ExitAsync() == 0, build.Output);
        var items = build.Output.Replace(@"\\", "/", StringComparison.Ordinal);

        Assert.Contains($"\"{library}\"", items, StringComparison.Ordinal);
        Assert.Contains(own, items, StringComparison.Ordinal);
        Assert.DoesNotContain(other, items, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnySet_Misspelt_IsRefusedWithWhatIsAllowed()
    {
        await using var build = Build("EdgeCctv.Core", "nugget", "-target:CheckPackageSet");

        Assert.NotEqual(0, await build.ExitAsync());
        Assert.Contains("PackageSet is 'nugget'; allowed: nuget, distro.", build.Output, StringComparison.Ordinal);
    }

    private static async Task<string> ReferencesAsync(string project, string packageSet)
    {
        await using var build = Build(project, packageSet, "-getItem:PackageReference,PackageDownload,ProjectReference");
        Assert.True(await build.ExitAsync() == 0, build.Output);
        return build.Output;
    }

    private static ChildProcess Build(string project, string packageSet, string what) =>
        new("dotnet", ["msbuild", Path.Combine(SourceTree.Root, project, $"{project}.csproj"), "-nologo", $"-property:PackageSet={packageSet}", what]);
}
