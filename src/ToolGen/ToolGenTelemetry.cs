namespace ToolGen;

/// <summary>What to give OpenTelemetry: <c>tracing.AddSource(ToolGenTelemetry.Name)</c>, <c>metrics.AddMeter(ToolGenTelemetry.Name)</c>.</summary>
public static class ToolGenTelemetry
{
    /// <summary>The name of the activity sources and of the meters: of a host's calls, of their effects, and of the forge's stations.</summary>
    public const string Name = "ToolGen";
}
