using System.Threading.Tasks;

namespace ToolGen.Cli;

/// <summary>The entry point.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args) => CommandLine.RunAsync(args);
}
