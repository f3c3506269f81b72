namespace ToolGen.Hosting;

/// <summary>What to give OpenTelemetry: <c>tracing.AddSource(ToolGenTelemetry.Name)</c>, <c>metrics.AddMeter(ToolGenTelemetry.Name)</c>.</summary>
public static class ToolGenTelemetry
{
    /// <summary>The name of the activity source and of the meter of calls.</summary>
    public const string Name = "ToolGen";
}
