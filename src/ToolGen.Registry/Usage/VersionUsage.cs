using System;

namespace ToolGen.Registry;

/// <summary>How one version did: counted from the log, and the same after <c>toolgen verify</c> has counted anew.</summary>
/// <param name="Id">The version's id.</param>
/// <param name="Tool">Its name.</param>
/// <param name="Version">Its number.</param>
/// <param name="Answered">Calls that gave an output.</param>
/// <param name="CallerFaults">Calls that the caller got wrong.</param>
/// <param name="ToolFaults">Calls that the tool got wrong.</param>
/// <param name="EnvironmentFaults">Calls that failed for what the tool needs.</param>
/// <param name="Refused">Calls that the host refused.</param>
/// <param name="Callers">How many different callers it had.</param>
/// <param name="Time">Of all calls together.</param>
/// <param name="LastCall">UTC; null: never called.</param>
public sealed record VersionUsage(
    string Id, string Tool, string Version, long Answered, long CallerFaults, long ToolFaults, long EnvironmentFaults, long Refused, int Callers, TimeSpan Time, DateTimeOffset? LastCall)
{
    /// <summary>In how many shapes of arguments (<c>{n:number,tags:[string]}</c>) it answered, at most 100; 0: its hosts keep none.</summary>
    public int Shapes { get; init; }

    /// <summary>Of the last calls, at most 20, how many the tool got wrong.</summary>
    public int RecentToolFaults { get; init; }

    /// <summary>How many the last calls are.</summary>
    public int RecentCalls { get; init; }

    /// <summary>Calls of all versions since this one came: what its own are compared with.</summary>
    public long CallsSince { get; init; }

    /// <summary>All calls.</summary>
    public long Calls => this.Answered + this.CallerFaults + this.ToolFaults + this.EnvironmentFaults + this.Refused;
}
