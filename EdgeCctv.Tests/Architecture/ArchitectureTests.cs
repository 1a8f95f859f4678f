using System.Reflection;
using System.Runtime.InteropServices;
using EdgeCctv.Core.Capture;
using EdgeCctv.Web.Configuration;

namespace EdgeCctv.Tests.Architecture;

/// <summary>Who may know whom: the rules of the design, kept.</summary>
public sealed class ArchitectureTests
{
    private const int MostLines = 400;

    private static readonly string[] CoreParts = ["Camera", "Capture", "Frames", "Inference", "Statistics"];

    // What each part of Core may use beside itself. A new part has to be entered here.
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Camera"] = ["Capture", "Frames"],
        ["Capture"] = ["Frames"],
        ["Frames"] = [],
        ["Inference"] = ["Frames", "Statistics"],
        ["Statistics"] = ["Frames"],
    };

    public static IEnumerable<object[]> Forbidden() =>
        from part in CoreParts
        from other in CoreParts
        where part != other && !MayUse[part].Contains(other)
        select new object[] { part, other };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void PartOfCore_KnowsNothingOf(string part, string other) =>
        Assert.Empty(SourceRule.Offenders($"EdgeCctv.Core/{part}", SourceRule.UseOf(other)));

    [Fact]
    public void Core_EveryFolder_HasItsRule()
    {
        var folders = SourceRule.Files.Select(file => file.Path.Split('/')).Where(path => path is ["EdgeCctv.Core", _, _, ..]);

        Assert.Equal(CoreParts, folders.Select(path => path[1]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Core_Assembly_KnowsNeitherAspNetNorWeb()
    {
        var names = typeof(CameraSource).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!);

        Assert.DoesNotContain(names, name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.JSInterop", StringComparison.Ordinal)
            || name.StartsWith("EdgeCctv.Web", StringComparison.Ordinal));
    }

    [Fact]
    public void Core_Sources_NameNeitherAspNetNorWeb() =>
        Assert.Empty(SourceRule.Offenders("EdgeCctv.Core", @"Microsoft\.AspNetCore|Microsoft\.JSInterop|EdgeCctv\.Web"));

    [Fact]
    public void NativeFunctions_OfGStreamer_AreOnlyInItsFolder()
    {
        var functions = NativeFunctions(typeof(CameraSource).Assembly).Concat(NativeFunctions(typeof(EdgeCctvSettings).Assembly)).ToArray();

        Assert.NotEmpty(functions);
        Assert.All(
            functions.Where(function => function.Library.StartsWith('g')),
            function => Assert.Equal("EdgeCctv.Core.Capture.GStreamer", function.Namespace));
    }

    [Fact]
    public void GStreamer_OutsideItsFolder_IsUsedByTheHostOnly() => Assert.Empty(
        SourceRule.Offenders("EdgeCctv.Core", @"Capture\.GStreamer\b|\bgst_\w+", "EdgeCctv.Core/Capture/GStreamer")
            .Concat(SourceRule.Offenders("EdgeCctv.Web", @"Capture\.GStreamer\b|\bgst_\w+", "EdgeCctv.Web/Hosting")));

    [Fact]
    public void OpenCv_OutsideItsFolder_IsNotUsed() => Assert.Empty(
        SourceRule.Offenders("EdgeCctv.Core", "OpenCvSharp", "EdgeCctv.Core/Capture/OpenCv").Concat(SourceRule.Offenders("EdgeCctv.Web", "OpenCvSharp"))
            .Concat(SourceRule.Offenders("EdgeCctv.Core", @"Capture\.OpenCv\b", "EdgeCctv.Core/Capture/OpenCv"))
            .Concat(SourceRule.Offenders("EdgeCctv.Web", @"Capture\.OpenCv\b", "EdgeCctv.Web/Hosting")));

    [Fact]
    public void OnnxRuntime_OutsideInference_IsNotUsed() => Assert.Empty(
        SourceRule.Offenders("EdgeCctv.Core", @"Microsoft\.ML\b", "EdgeCctv.Core/Inference").Concat(SourceRule.Offenders("EdgeCctv.Web", @"Microsoft\.ML\b")));

    [Fact]
    public void ComponentLibraries_OutsideTheirKits_AreNotUsed()
    {
        Assert.Empty(SourceRule.Offenders("EdgeCctv.Web", "Radzen", "EdgeCctv.Web/Kit/Radzen"));
        Assert.Empty(SourceRule.Offenders("EdgeCctv.Web", "MudBlazor", "EdgeCctv.Web/Kit/MudBlazor"));
    }

    [Fact]
    public void Kits_BothOfThem_OfferTheSameComponents() => Assert.Equal(ComponentsOf("Radzen"), ComponentsOf("MudBlazor"));

    [Fact]
    public void StyleSheets_ClassesOfALibrary_AreOnlyInThatOfItsKit()
    {
        Assert.Equal(["wwwroot-assets/css/kit-radzen.css"], SourceRule.Offenders("wwwroot-assets", @"\.rz-"));
        Assert.Empty(SourceRule.Offenders("EdgeCctv.Web", @"\brz-", "EdgeCctv.Web/Kit/Radzen"));
        Assert.Equal(["wwwroot-assets/css/kit-mudblazor.css"], SourceRule.Offenders("wwwroot-assets", @"\bmud-"));
        Assert.Empty(SourceRule.Offenders("EdgeCctv.Web", @"\bmud-", "EdgeCctv.Web/Kit/MudBlazor"));
    }

    [Fact]
    public void Connection_OfAScreen_KnowsNoBrowser() => Assert.Empty(SourceRule.Offenders(
        "EdgeCctv.Web/Connection", @"Microsoft\.AspNetCore|Microsoft\.JSInterop|IJSRuntime|ComponentBase|EdgeCctv\.Web\.(Api|Components|Hosting|Kit)"));

    [Fact]
    public void SourceFile_AnyOfOurs_IsShort() =>
        Assert.Empty(SourceRule.Files.Where(file => file.Text.Count(character => character == '\n') > MostLines).Select(file => file.Path));

    [Fact]
    public void Rules_SourcesWereFound_SoThatTheyMeanSomething()
    {
        Assert.All(MayUse.Keys, part => Assert.Contains(SourceRule.Files, file => file.Path.StartsWith($"EdgeCctv.Core/{part}/", StringComparison.Ordinal)));
        Assert.NotEmpty(SourceRule.Offenders("EdgeCctv.Core/Camera", SourceRule.UseOf("Frames")));
        Assert.NotEmpty(SourceRule.Offenders("EdgeCctv.Core/Inference", @"Microsoft\.ML\b"));
        Assert.NotEmpty(SourceRule.Offenders("EdgeCctv.Web/Kit", "Radzen"));
        Assert.NotEmpty(SourceRule.Offenders("EdgeCctv.Web/Kit", "MudBlazor"));
        Assert.NotEmpty(ComponentsOf("Radzen"));
        Assert.NotEmpty(SourceRule.Offenders("EdgeCctv.Web/Connection", "EdgeCctv.Core.Camera"));
    }

    [Theory]
    [InlineData("using EdgeCctv.Core.Camera;", true)]
    [InlineData("using static EdgeCctv.Core.Camera.CameraState;", true)]
    [InlineData("private readonly EdgeCctv.Core.Camera.CameraStatus _status;", true)]
    [InlineData("private readonly Camera.CameraStatus _status;", true)]
    [InlineData("// see EdgeCctv.Core.Camera", false)]
    [InlineData("/// <see cref=\"Camera.CameraStatus\"/>", false)]
    [InlineData("settings.Camera.StallTime", false)]
    [InlineData("using EdgeCctv.Core.CameraTools;", false)]
    [InlineData("var url = \"http://x\"; Camera.CameraStatus y;", true)]
    public void UseOf_CodeThatUsesCamera_IsSeen(string code, bool seen) =>
        Assert.Equal(seen, SourceRule.Says(code, SourceRule.UseOf("Camera")));

    private static IEnumerable<string> ComponentsOf(string kit) => SourceRule.Files
        .Where(file => file.Path.StartsWith($"EdgeCctv.Web/Kit/{kit}/", StringComparison.Ordinal) && file.Path.EndsWith(".razor", StringComparison.Ordinal))
        .Select(file => Path.GetFileName(file.Path))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<(string? Namespace, string Library)> NativeFunctions(Assembly assembly) =>
        from type in assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.DeclaredOnly | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        where method.Attributes.HasFlag(MethodAttributes.PinvokeImpl)
        select (type.Namespace, method.GetCustomAttribute<DllImportAttribute>()!.Value);
}
