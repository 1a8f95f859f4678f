using System.Reflection;
using EdgeCctv.Tests.Hosts;
using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestFramework($"EdgeCctv.Tests.Hosts.{nameof(GroupedTestFramework)}", "EdgeCctv.Tests")]

namespace EdgeCctv.Tests.Hosts;

/// <summary>
/// The order of a run, however it is started:
/// <list type="number">
/// <item>What needs nothing but processors, as many classes at once as there are of these: every class without a group.</item>
/// <item>What needs the machine for itself, one test after the other: <see cref="AloneGroup"/>.</item>
/// <item>What waits for most of its time, for a camera or a page: <see cref="MachineGroup"/> beside <see cref="Browser.BrowserGroup"/>,
/// each of them one test after the other. Nothing else runs then.</item>
/// </list>
/// xunit by itself knows the first two only.
/// </summary>
public sealed class GroupedTestFramework(IMessageSink diagnostics) : XunitTestFramework(diagnostics)
{
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor(AssemblyName assembly, ISourceInformationProvider sources, IMessageSink diagnostics)
        : XunitTestFrameworkExecutor(assembly, sources, diagnostics)
    {
        // As in the base class, which leaves no other way to put a runner of one's own in.
        protected override async void RunTestCases(IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions)
        {
            using var runner = new Runner(TestAssembly, testCases, DiagnosticMessageSink, executionMessageSink, executionOptions);
            await runner.RunAsync();
        }
    }

    private sealed class Runner(
        ITestAssembly assembly, IEnumerable<IXunitTestCase> testCases, IMessageSink diagnostics, IMessageSink execution, ITestFrameworkExecutionOptions options)
        : XunitTestAssemblyRunner(assembly, testCases, diagnostics, execution, options)
    {
        protected override async Task<RunSummary> RunTestCollectionsAsync(IMessageBus messageBus, CancellationTokenSource cancellationTokenSource)
        {
            var summary = new RunSummary();
            foreach (var stage in TestCases.ToLookup(IsSideBySide).OrderBy(stage => stage.Key))
            {
                TestCases = stage;
                summary.Aggregate(await base.RunTestCollectionsAsync(messageBus, cancellationTokenSource));
            }

            return summary;
        }

        private static bool IsSideBySide(IXunitTestCase test) =>
            test.TestMethod.TestClass.TestCollection.CollectionDefinition?.GetCustomAttributes(typeof(SideBySideAttribute)).Any() == true;
    }
}
