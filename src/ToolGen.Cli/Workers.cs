using ToolGen.Forge.Trial;

namespace ToolGen.Cli;

/// <summary>The child process of this program: the program itself, with one hidden word.</summary>
internal static class Workers
{
    /// <summary>The hidden command.</summary>
    public const string Word = "worker";

    public static WorkerCommand Command { get; } = WorkerCommand.DotnetExec(typeof(Workers).Assembly.Location, Word);
}
