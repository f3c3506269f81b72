using System.Threading.Tasks;

namespace ToolGen.Cli;

/// <summary>The entry point.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args) =>
        // The worker is asked for by the program itself, never typed: it starts without the command line's machinery.
        args is [Workers.Word] ? Forge.Trial.Worker.RunAsync() : CommandLine.RunAsync(args);
}
