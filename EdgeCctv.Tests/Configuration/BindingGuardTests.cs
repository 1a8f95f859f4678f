namespace EdgeCctv.Tests.Configuration;

public sealed class BindingGuardTests
{
    [Theory]
    [InlineData("--urls=http://localhost:5080")]
    [InlineData("--urls=http://127.0.0.1:5080;http://[::1]:5080")]
    [InlineData("--urls=https://LOCALHOST:5443")]
    [InlineData("--urls=")]
    [InlineData("--Kestrel:Endpoints:A:Url=http://127.0.0.1:5080")]
    [InlineData("--EdgeCctv:Network:AllowRemoteWithoutLogin=false")]
    public void Load_LoopbackOnly_IsAllowed(string argument) => Assert.Empty(ConfigurationText.LoadArguments(argument).Mistakes);

    [Theory]
    [InlineData("--urls=http://0.0.0.0:5080", "http://0.0.0.0:5080")]
    [InlineData("--urls=http://[::]:5080", "http://[::]:5080")]
    [InlineData("--urls=http://*:5080", "http://*:5080")]
    [InlineData("--urls=http://+:5080", "http://+:5080")]
    [InlineData("--urls=http://192.0.2.1:5080", "http://192.0.2.1:5080")]
    [InlineData("--urls=http://console.example:5080", "http://console.example:5080")]
    [InlineData("--urls=http://localhost.example:5080", "http://localhost.example:5080")]
    [InlineData("--urls=http://localhost:5080;http://*:5081", "http://*:5081")]
    [InlineData("--Kestrel:Endpoints:A:Url=http://*:5080", "http://*:5080")]
    [InlineData("--http_ports=8080", "8080")]
    [InlineData("--https_ports=8443", "8443")]
    public void Load_ReachableFromElsewhere_IsRefusedWithAddressAndRemedy(string argument, string address)
    {
        var line = ConfigurationText.LoadArguments(argument).OnlyMistake();

        Assert.Contains($"'{address}'", line, StringComparison.Ordinal);
        Assert.Contains("allowed: loopback", line, StringComparison.Ordinal);
        Assert.Contains("EdgeCctv:Network:AllowRemoteWithoutLogin=true", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_SeveralAddresses_AreALineEach() => Assert.Equal(
        2, ConfigurationText.LoadArguments("--urls=http://*:5080;http://0.0.0.0:5081").Mistakes.Count);

    [Fact]
    public void Load_AllowedByTheOwner_MayBindAnywhere() => Assert.Empty(
        ConfigurationText.LoadArguments("--urls=http://*:5080", "--EdgeCctv:Network:AllowRemoteWithoutLogin=true").Mistakes);
}
