using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Invocation;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Commands;
using ToolGen.Cli.Commands.Registry;
using ToolGen.Cli.Output;
using ToolGen.Cli.Terminals;
using ToolGen.Registry;

namespace ToolGen.Cli;

/// <summary>The commands, and how any of them ends: arguments are checked before work begins, signals cancel, and only faults of ToolGen look like faults.</summary>
internal static class CommandLine
{
    /// <summary>All commands, in the order of <c>--help</c>.</summary>
    public static RootCommand Root()
    {
        var root = new RootCommand("Tools from specs: check them, try them, call them, build them.")
        {
            ForgeCommand.Create(),
            CheckCommand.Create(),
            TypesCommand.Create(),
            SchemaCommand.Create(),
            CapabilitiesCommand.Create(),
            TryCommand.Create(),
            CallCommand.Create(),
            BuildCommand.Create(),
            GuideCommand.Create(),
            ExplainCommand.Create(),
            DoctorCommand.Create(),
            PackageCommand.Create(),
            ImportCommand.Create(),
            FixCommand.Create(),
            FmtCommand.Create(),
            ServeCommand.Create(),
            VersionCommand.Create(),
            GlobalOptions.NoColor,
        };
        foreach (var command in RegistryCommands.Create()) root.Add(command);
        DocumentedCommand.ShowExamples(root);
        return root;
    }

    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = Cancel(PosixSignal.SIGINT, stop);
        using var terminate = Cancel(PosixSignal.SIGTERM, stop);

        // No response files: `call NAME @file` means the arguments' file.
        var parsed = Root().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var terminal = Terminal.Create(parsed.GetValue(GlobalOptions.NoColor));
        if (parsed.Action is ParseErrorAction)
        {
            foreach (var error in parsed.Errors) terminal.Complain(error.Message);
            terminal.Complain($"see `toolgen {string.Join(' ', Path(parsed.CommandResult.Command, args))} --help`".Replace("  ", " ", StringComparison.Ordinal));
            return ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop.Token);
        }
        catch (UsageException e)
        {
            terminal.Complain(e.Message);
            return ExitCode.Usage;
        }
        catch (PersonException e)
        {
            terminal.Complain(e.Message);
            return ExitCode.NoPerson;
        }
        catch (RegistryException e)
        {
            terminal.Complain(e.Message);
            return e.Fault == RegistryFault.NotFound ? ExitCode.Usage : ExitCode.Failed;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            terminal.Complain("stopped");
            return ExitCode.Canceled;
        }
        catch (OutputException e)
        {
            terminal.Complain(e.Message);
            return ExitCode.Failed;
        }
        catch (Exception e)
        {
            terminal.Complain($"fault of toolgen, please report it: {e}");
            return ExitCode.Internal;
        }
    }

    private static IEnumerable<string> Path(Command command, IReadOnlyList<string> args) =>
        command is RootCommand ? [] : args.Take(1);

    private static PosixSignalRegistration Cancel(PosixSignal signal, CancellationTokenSource stop) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            // The second signal ends the process at once.
            context.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        });
}

/// <summary>The caller asked for something that can't be: exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>Output that can't be written: exit code 1, with a sentence.</summary>
internal sealed class OutputException(string message) : Exception(message);
