using EdgeCctv.Core.Capture;
using EdgeCctv.Core.Inference.Sessions;
using EdgeCctv.Tests.Fakes;
using EdgeCctv.Web.Configuration;
using EdgeCctv.Web.Support;

namespace EdgeCctv.Tests.Support;

public sealed class SystemFactsTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void Read_BackendThere_HasItsVersionAndWhatItOpens()
    {
        var fact = Of(Facts(new BackendFacts("Any Library", "any:", "Any 1.2", null)), "backend-any-library");

        Assert.Equal(("Any 1.2 (any:)", null), (fact.Value, fact.Wanting));
    }

    [Fact]
    public void Read_BackendMissing_SaysWhy()
    {
        var fact = Of(Facts(new BackendFacts("Any Library", "any:", null, "It is not installed.")), "backend-any-library");

        Assert.Equal(("missing (any:)", "It is not installed."), (fact.Value, fact.Wanting));
    }

    [Fact]
    public void Read_Provider_TheProcessorBecauseThisBuildHasNoOther()
    {
        var facts = Facts();

        Assert.Equal("CPU, 1 thread each", Of(facts, "provider").Value);
        Assert.True(OperatingSystem.IsWindows() || Of(facts, "provider").Reason!.EndsWith("was built without DirectML.", StringComparison.Ordinal));
        Assert.Matches(@"^\d+\.\d+\.\d+ \(.*CPU\)$", Of(facts, "onnx-runtime").Value);
    }

    [Fact]
    public void Read_WallClockStepped_UptimeIsAsItWas()
    {
        var facts = Facts();
        _time.Advance(TimeSpan.FromMinutes(125));
        _time.StepWallClock(TimeSpan.FromDays(-3));

        Assert.Equal("2 h 5 min", Of(facts, "uptime").Value);
        Assert.StartsWith("Since 2026-03-30 00:30:00 UTC,", Of(facts, "uptime").Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(59.9, "59 s")]
    [InlineData(60, "1 min")]
    [InlineData(3600, "1 h 0 min")]
    [InlineData(90_000, "1 d 1 h")]
    public void Words_AnyLength_AreShort(double seconds, string words) => Assert.Equal(words, Uptime.Words(TimeSpan.FromSeconds(seconds)));

    private SystemFacts Facts(params BackendFacts[] backends) =>
        new(backends.Select(facts => new Backend(facts)), new SessionFactory(InferenceSettings.Default), new DataFolder("/data"), new Uptime(_time));

    private static SystemFact Of(SystemFacts facts, string id) => Assert.Single(facts.Read(), fact => fact.Id == id);

    private sealed record Backend(BackendFacts Facts) : IBackendFacts
    {
        public BackendFacts Describe() => Facts;
    }
}
