using System;

namespace ToolGen.Hosting;

/// <summary>How one version of a tool did.</summary>
/// <param name="Tool">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Answered">Calls that gave an output.</param>
/// <param name="CallerFaults">Calls that the caller got wrong.</param>
/// <param name="ToolFaults">Calls that the tool got wrong.</param>
/// <param name="EnvironmentFaults">Calls that failed for what the tool needs.</param>
/// <param name="Refused">Calls that the host refused.</param>
/// <param name="Time">Of all of them together.</param>
public sealed record ToolUsage(string Tool, string Version, long Answered, long CallerFaults, long ToolFaults, long EnvironmentFaults, long Refused, TimeSpan Time)
{
    /// <summary>All calls.</summary>
    public long Calls => this.Answered + this.CallerFaults + this.ToolFaults + this.EnvironmentFaults + this.Refused;
}
