namespace ToolGen.Sandbox.Worker;

/// <summary>A blank worker: confines itself, then waits for the one tool that it serves.</summary>
internal static class Program
{
    private static int Main() => 0;
}
