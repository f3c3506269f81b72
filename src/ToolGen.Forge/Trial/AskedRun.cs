namespace ToolGen.Forge.Trial;

/// <summary>What came of samples on one tool.</summary>
/// <param name="Passed">How many passed.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Why">Why the first of the others did not; null: all passed.</param>
public sealed record AskedRun(int Passed, int Count, string? Why)
{
    /// <summary>Whether the tool does what was asked for.</summary>
    public bool IsWhole => this.Passed == this.Count;
}

/// <summary>A tool that seemed to fit, and what came of samples on it.</summary>
/// <typeparam name="T">What a tool is for whoever asks.</typeparam>
/// <param name="Tool">The tool.</param>
/// <param name="Run">What came of them; null: they were not run.</param>
/// <param name="Why">Why they were not run, or why the first did not pass; null: all passed.</param>
public sealed record TriedTool<T>(T Tool, AskedRun? Run, string? Why)
{
    /// <summary>Whether it does what was asked for.</summary>
    public bool IsWhole => this.Run is { IsWhole: true };
}
