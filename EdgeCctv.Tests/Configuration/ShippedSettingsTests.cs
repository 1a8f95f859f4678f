using EdgeCctv.Tests.Hosts;
using EdgeCctv.Web.Configuration;
using Microsoft.Extensions.Configuration;

namespace EdgeCctv.Tests.Configuration;

/// <summary>The file that is shipped shows every key, with the value that counts without it.</summary>
public sealed class ShippedSettingsTests
{
    private static readonly IConfigurationRoot Shipped =
        new ConfigurationBuilder().SetBasePath(SourceTree.Root).AddJsonFile("appsettings.json").Build();

    public static TheoryData<string> SingleKeys => [.. SettingsLoader.Keys.Where(key => !key.IsList).Select(key => key.Key)];

    public static TheoryData<string> ListKeys => [.. SettingsLoader.Keys.Where(key => key.IsList).Select(key => key.Key)];

    [Theory]
    [MemberData(nameof(SingleKeys))]
    public void Shipped_EveryKey_HasTheDefault(string key) => Assert.Equal(
        SettingsLoader.Keys.Single(one => one.Key == key).Default,
        Shipped[$"{SettingsReader.Section}:{key}"],
        ignoreCase: true);

    [Theory]
    [MemberData(nameof(ListKeys))]
    public void Shipped_EveryList_IsThereAndEmpty(string key)
    {
        Assert.Contains(Shipped.GetSection(SettingsReader.Section).AsEnumerable(), pair => pair.Key == $"{SettingsReader.Section}:{key}");
        Assert.Empty(Shipped.GetSection($"{SettingsReader.Section}:{key}").GetChildren());
    }

    [Fact]
    public void Shipped_AsAWhole_HasNoMistake() => Assert.Empty(SettingsLoader.Load(Shipped).Mistakes);
}
