using System.CommandLine;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using ToolGen.Forge.Evidence;

namespace ToolGen.Cli.Commands;

/// <summary><c>toolgen version</c></summary>
internal static class VersionCommand
{
    public static Command Create()
    {
        var command = new DocumentedCommand("version", "Print the version of toolgen and of what it runs on.", "toolgen version");
        command.SetAction(parsed =>
        {
            parsed.Terminal().Out.WriteLine($"toolgen {ToolgenVersion.Current} ({RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier})");
            return Task.FromResult(ExitCode.Ok);
        });
        return command;
    }
}
