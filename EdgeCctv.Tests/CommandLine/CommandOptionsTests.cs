using EdgeCctv.Web.CommandLine;

namespace EdgeCctv.Tests.CommandLine;

public sealed class CommandOptionsTests
{
    private static readonly Command Learn = SceneLearnCommand.Command;

    [Fact]
    public void Parse_BothForms_GiveTheValuesInTheirOrder()
    {
        var options = CommandOptions.Parse(Learn, ["--source", "a b.mp4", "--model=m=1.onnx", "--source=c.mp4", "--fps", "12.5"]);

        Assert.Equal(["a b.mp4", "c.mp4"], options.All("--source"));
        Assert.Equal("m=1.onnx", options.One("--model"));
        Assert.Equal(12.5, options.Number("--fps", 0.1, 120));
        Assert.Null(options.Maybe("--name"));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("--nonsense -h")]
    [InlineData("--source --help")]
    public void Parse_Help_GoesBeforeEverything(string arguments) => Assert.True(CommandOptions.Parse(Learn, arguments.Split(' ')).WantsHelp);

    [Theory]
    [InlineData("", "'scene learn' needs --source and --model.")]
    [InlineData("--source a", "'scene learn' needs --model.")]
    [InlineData("--source a --modle m", "'--modle' is not known to 'scene learn'; allowed: --source, --model, --name, --fps, --help.")]
    [InlineData("--source a --model m x", "'x' is not known to 'scene learn'; allowed: --source, --model, --name, --fps, --help.")]
    [InlineData("--source a --model m -v", "'-v' is not known to 'scene learn'; allowed: --source, --model, --name, --fps, --help.")]
    [InlineData("--source a --model m --model n", "--model may be given once only.")]
    [InlineData("--source a --model", "--model needs a value: --model FILE.")]
    [InlineData("--model --source a", "--model needs a value: --model FILE.")]
    [InlineData("--source a --model=", "--model needs a value: --model FILE.")]
    public void Parse_Mistake_IsRefusedWithWhatIsAllowed(string arguments, string words)
    {
        var refused = Assert.Throws<CommandException>(() => CommandOptions.Parse(Learn, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

        Assert.Equal((64, words), (refused.ExitCode, refused.Message));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("0")]
    [InlineData("NaN")]
    [InlineData("1,5")]
    [InlineData("121")]
    public void Number_NoneOfTheRange_IsRefused(string text)
    {
        var options = CommandOptions.Parse(Learn, ["--source=a", "--model=m", $"--fps={text}"]);

        var refused = Assert.Throws<CommandException>(() => options.Number("--fps", 0.1, 120));

        Assert.Equal($"--fps is '{text}'; allowed: a number from 0.1 to 120.", refused.Message);
    }

    [Theory]
    [InlineData(true, "scene")]
    [InlineData(true, "scene", "learn")]
    [InlineData(true, "detcet")]
    [InlineData(true, "--help")]
    [InlineData(false)]
    [InlineData(false, "")]
    [InlineData(false, "--urls=http://localhost:1")]
    [InlineData(false, "--EdgeCctv:Camera:Source", "demo:")]
    [InlineData(false, "/urls=x")]
    [InlineData(false, "urls=x")]
    public void IsCommand_Arguments_AreACommandOrSettings(bool isCommand, params string[] arguments) =>
        Assert.Equal(isCommand, CommandRunner.IsCommand(arguments));

    [Fact]
    public void Help_EveryCommand_NamesAllItsOptions() =>
        Assert.All(CommandRunner.Commands, command => Assert.All(command.Options, option => Assert.Contains($"  {option.Name} {option.Value}  ", command.Help, StringComparison.Ordinal)));
}
