using System.CommandLine;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Files;
using ToolGen.Cli.Output;
using ToolGen.Forge.Specs;

namespace ToolGen.Cli.Commands;

/// <summary><c>toolgen types PATH…</c></summary>
internal static class TypesCommand
{
    private static readonly Argument<string[]> Paths = GlobalOptions.Paths();

    public static Command Create()
    {
        var command = new DocumentedCommand("types", "Print the C# types that the schemas become: what expressions and bodies are written against.",
            "toolgen types tools/check_iban.tool.json")
        {
            Paths, KindsOption.Option,
        };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(parsed, cancellationToken)));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        var set = SpecFiles.Require(parsed.GetRequiredValue(Paths), cancellationToken);
        var kinds = KindsOption.Read(parsed, terminal, cancellationToken);
        var tools = new Forge.Forge().Read(set.Inputs, cancellationToken);
        foreach (var tool in tools)
        {
            if (TypeText.Of(tool, kinds) is not { } types) continue;
            if (tools.Count > 1) terminal.Out.WriteLine($"// {tool.Name}");
            terminal.Out.WriteLine(Printable.Lines(types).TrimEnd('\n'));
            if (tools.Count > 1) terminal.Out.WriteLine();
        }

        var unread = tools.Where(tool => tool.Spec is null).SelectMany(tool => tool.Findings).Concat(set.Findings).ToArray();
        FindingText.Write(terminal.Error, unread, terminal.ColorError);
        return unread.Length > 0 ? ExitCode.Failed : ExitCode.Ok;
    }
}
