using System.Globalization;

namespace EdgeCctv.Web.CommandLine;

/// <summary>The options that a command was given, checked against those that it takes. Immutable.</summary>
internal sealed class CommandOptions
{
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);

    private CommandOptions()
    {
    }

    /// <summary>Whether help is wanted; then nothing else was looked at.</summary>
    public bool WantsHelp { get; private init; }

    /// <param name="command">Whose options.</param>
    /// <param name="arguments">What follows the command's words: <c>--name value</c> or <c>--name=value</c>.</param>
    /// <exception cref="CommandException">One is unknown, lacks its value, comes twice, or is missing.</exception>
    public static CommandOptions Parse(Command command, ReadOnlySpan<string> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument is "--help" or "-h")
            {
                return new CommandOptions { WantsHelp = true };
            }
        }

        var options = new CommandOptions();
        for (var i = 0; i < arguments.Length; i++)
        {
            var (name, value) = Split(arguments[i]);
            var known = command.Options.FirstOrDefault(option => option.Name == name) ?? throw Unknown(command, arguments[i]);
            value ??= ++i < arguments.Length ? arguments[i] : "";
            options.Add(known, value);
        }

        var missing = command.Options.Where(option => option.IsRequired && !options._values.ContainsKey(option.Name)).Select(option => option.Name).ToArray();
        return missing.Length == 0 ? options : throw CommandException.Usage($"'{command.Words}' needs {string.Join(" and ", missing)}.");
    }

    /// <summary>All values of an option, in their order.</summary>
    public IReadOnlyList<string> All(string name) => _values.TryGetValue(name, out var values) ? values : [];

    /// <summary>The value of a required option.</summary>
    public string One(string name) => _values[name][0];

    /// <summary>The value of an option that may be left out.</summary>
    public string? Maybe(string name) => All(name) is [var value, ..] ? value : null;

    /// <exception cref="CommandException">It is no number, or none of the range.</exception>
    public double? Number(string name, double least, double most)
    {
        if (Maybe(name) is not { } text)
        {
            return null;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw CommandException.Usage(string.Create(CultureInfo.InvariantCulture, $"{name} is '{text}'; allowed: a number from {least} to {most}."));
    }

    private static (string Name, string? Value) Split(string argument)
    {
        var equals = argument.IndexOf('=');
        return argument.StartsWith("--", StringComparison.Ordinal) && equals > 0 ? (argument[..equals], argument[(equals + 1)..]) : (argument, null);
    }

    private static CommandException Unknown(Command command, string argument) => CommandException.Usage(
        $"'{argument}' is not known to '{command.Words}'; allowed: {string.Join(", ", command.Options.Select(option => option.Name))}, --help.");

    private void Add(CommandOption option, string value)
    {
        if (value.Length == 0 || value.StartsWith("--", StringComparison.Ordinal))
        {
            throw CommandException.Usage($"{option.Name} needs a value: {option.Name} {option.Value}.");
        }

        if (!_values.TryGetValue(option.Name, out var values))
        {
            _values.Add(option.Name, values = []);
        }
        else if (!option.IsRepeatable)
        {
            throw CommandException.Usage($"{option.Name} may be given once only.");
        }

        values.Add(value);
    }
}
