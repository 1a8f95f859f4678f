using EdgeCctv.Core.Capture;
using EdgeCctv.Web.CommandLine;
using EdgeCctv.Web.Configuration;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.Extensions.Logging.Console;

namespace EdgeCctv.Web.Hosting;

/// <summary>Builds, runs and ends the process.</summary>
internal static class ConsoleHost
{
    /// <summary>EX_CONFIG of sysexits.h: the configuration has mistakes.</summary>
    public const int BadConfigurationExitCode = 78;

    /// <summary>EX_UNAVAILABLE of sysexits.h: the address cannot be bound.</summary>
    private const int CannotListenExitCode = 69;

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            if (CommandRunner.IsCommand(args))
            {
                return RunCommand(args);
            }

            var builder = CreateBuilder(args);
            var (settings, mistakes) = SettingsLoader.Load(builder.Configuration);
            if (mistakes.Count > 0)
            {
                return Refuse(mistakes);
            }

            builder.Services.AddEdgeCctv(settings);
            await using var app = builder.Build();
            app.UseEdgeCctv();
            await app.RunAsync();
            return 0;
        }
        catch (InvalidDataException unreadable)
        {
            // A configuration file that is no JSON; the inner exception names line and column.
            return Refuse([$"{unreadable.Message} {unreadable.InnerException?.Message}"]);
        }
        catch (IOException cannotListen) when (cannotListen.InnerException is AddressInUseException)
        {
            Console.Error.WriteLine($"edgecctv: {cannotListen.Message}");
            return CannotListenExitCode;
        }
    }

    // The command's own options are no configuration.
    private static int RunCommand(string[] args)
    {
        var (backend, mistakes) = SettingsLoader.LoadBackend(CreateBuilder([]).Configuration);
        return mistakes.Count > 0 ? Refuse(mistakes) : CommandHost.Run(args, NativeLibraries.Choose(TimeProvider.System, backend, RtspTransport.Tcp));
    }

    internal static WebApplicationBuilder CreateBuilder(string[] args)
    {
        // From the program's own folder, so that it starts from any directory.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);

        // Run from its build output, the host would look at every file again for each request, in case somebody is editing it, and send it
        // uncompressed. Only a developer's run needs that.
        if (!builder.Environment.IsDevelopment())
        {
            builder.Configuration["ReloadStaticAssetsAtRuntime"] ??= bool.FalseString;
        }

        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd HH:mm:ss.fff'Z' ";
            console.ColorBehavior = LoggerColorBehavior.Default;
        });

        // A start that fails is told below in one line; the host would add its stack trace.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        return builder;
    }

    private static int Refuse(IReadOnlyList<string> mistakes)
    {
        foreach (var mistake in mistakes)
        {
            Console.Error.WriteLine($"edgecctv: {mistake}");
        }

        return BadConfigurationExitCode;
    }
}
