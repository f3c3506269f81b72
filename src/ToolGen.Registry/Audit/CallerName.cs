using System;

namespace ToolGen.Registry.Audit;

/// <summary>Whom a call counts as: who is at the other end of a pipe is a process (<c>process:USER:NUMBER</c>), and started again it is the same caller, its user. It is part of the file's form, and never changes.</summary>
internal static class CallerName
{
    private const string Process = "process:";

    public static string Of(string by)
    {
        if (!by.StartsWith(Process, StringComparison.Ordinal)) return by;
        var at = by.LastIndexOf(':');
        return at >= Process.Length && at + 1 < by.Length && by.AsSpan(at + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? by[..at] : by;
    }
}
