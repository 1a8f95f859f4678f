using System.Collections.Concurrent;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace EdgeCctv.Tests.Hosts;

/// <summary>Groups of a few tests of its own, which xunit does not find by itself since their classes are not public.</summary>
public sealed class GroupedTestFrameworkTests
{
    private static readonly ConcurrentQueue<string> Ended = new();
    private static readonly TaskCompletionSource LeftIsThere = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private static readonly TaskCompletionSource RightIsThere = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task Run_EveryKindOfGroup_ThoseSideBySideMeetAfterAllOthersHaveEnded()
    {
        var results = new Results();
        using var framework = new GroupedTestFramework(results);
        var name = typeof(GroupedTestFrameworkTests).Assembly.GetName();
        using var executor = framework.GetExecutor(name);

        executor.RunTests(
            [
                Case(results, typeof(LeftTests), typeof(LeftGroup)),
                Case(results, typeof(AloneTests), typeof(OnlyGroup)),
                Case(results, typeof(RightTests), typeof(RightGroup)),
                Case(results, typeof(OrdinaryTests), group: null),
            ],
            results,
            new TwoAtOnce());

        var (failed, messages) = await results.Finished.WaitAsync(ChildProcess.Patience, TimeProvider.System);
        Assert.True(failed == 0, messages);
        Assert.Equal(["ordinary", "alone"], Ended.Take(2));
        Assert.Equal(["left", "right"], Ended.Skip(2).Order());
    }

    private static XunitTestCase Case(IMessageSink sink, Type type, Type? group)
    {
        var assembly = new TestAssembly(Reflector.Wrap(type.Assembly));
        var collection = new TestCollection(assembly, group is null ? null : Reflector.Wrap(group), group?.Name ?? type.Name);
        var method = new TestMethod(new TestClass(collection, Reflector.Wrap(type)), Reflector.Wrap(type.GetMethod(nameof(OrdinaryTests.RunAsync))!));
        return new XunitTestCase(sink, TestMethodDisplay.ClassAndMethod, TestMethodDisplayOptions.None, method);
    }

#pragma warning disable xUnit1000, xUnit1027 // Test classes and definitions of collections are public: these are not to be found.
    private sealed class OrdinaryTests
    {
        // Long enough for one that did not wait for it to be there first.
        [Fact]
        public async Task RunAsync()
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            Ended.Enqueue("ordinary");
        }
    }

    private sealed class AloneTests
    {
        [Fact]
        public async Task RunAsync()
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            Ended.Enqueue("alone");
        }
    }

    private sealed class LeftTests
    {
        [Fact]
        public async Task RunAsync()
        {
            LeftIsThere.SetResult();
            await RightIsThere.Task.WaitAsync(ChildProcess.Patience / 2, TimeProvider.System);
            Ended.Enqueue("left");
        }
    }

    private sealed class RightTests
    {
        [Fact]
        public async Task RunAsync()
        {
            RightIsThere.SetResult();
            await LeftIsThere.Task.WaitAsync(ChildProcess.Patience / 2, TimeProvider.System);
            Ended.Enqueue("right");
        }
    }

    [SideBySide]
    [CollectionDefinition(nameof(LeftGroup))]
    private sealed class LeftGroup;

    [SideBySide]
    [CollectionDefinition(nameof(RightGroup))]
    private sealed class RightGroup;

    [CollectionDefinition(nameof(OnlyGroup), DisableParallelization = true)]
    private sealed class OnlyGroup;
#pragma warning restore xUnit1000, xUnit1027

    private sealed class Results : LongLivedMarshalByRefObject, IMessageSink
    {
        private readonly ConcurrentQueue<string> _failures = new();
        private readonly TaskCompletionSource<(int Failed, string Messages)> _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<(int Failed, string Messages)> Finished => _finished.Task;

        public bool OnMessage(IMessageSinkMessage message)
        {
            switch (message)
            {
                case ITestFailed failed:
                    _failures.Enqueue($"{failed.Test.DisplayName}: {string.Join(' ', failed.Messages)}");
                    break;
                case ITestAssemblyFinished end:
                    _finished.SetResult((end.TestsFailed, string.Join('\n', _failures)));
                    break;
            }

            return true;
        }
    }

    private sealed class TwoAtOnce : LongLivedMarshalByRefObject, ITestFrameworkExecutionOptions
    {
        public TValue? GetValue<TValue>(string name) => name == "xunit.execution.MaxParallelThreads" ? (TValue)(object)2 : default;

        public void SetValue<TValue>(string name, TValue value)
        {
        }
    }
}
