namespace ToolGen.Hosting;

/// <summary>Who is at fault where a call ended with an error.</summary>
public enum CallFault
{
    /// <summary>Nobody: it answered.</summary>
    None,

    /// <summary>The caller: arguments that do not fit, no such tool, given up, or an error that the tool declares.</summary>
    Caller,

    /// <summary>The tool: it threw, gave output that its schema refuses, or went over a limit.</summary>
    Tool,

    /// <summary>What it needs: a server, a database, a secret, a grant.</summary>
    Environment,

    /// <summary>The host refused: by policy, for want of a place, or because it is full.</summary>
    Host,
}

internal static class CallFaults
{
    /// <summary>By the code of the first error.</summary>
    public static CallFault Of(ToolResult result) => !result.IsError ? CallFault.None : result.Errors[0].Code switch
    {
        ToolErrorCodes.InvalidOutput or ToolErrorCodes.Internal or ToolErrorCodes.Limit or ToolErrorCodes.Timeout => CallFault.Tool,
        ToolErrorCodes.Unavailable or ToolErrorCodes.Upstream or ToolErrorCodes.BadData or ToolErrorCodes.MissingSecret or ToolErrorCodes.Dependency or ToolErrorCodes.Denied or ToolErrorCodes.StepFailed => CallFault.Environment,
        _ => CallFault.Caller,
    };

    /// <summary>As records and telemetry name it.</summary>
    public static string Text(CallFault fault) => fault switch
    {
        CallFault.Caller => "caller",
        CallFault.Tool => "tool",
        CallFault.Environment => "environment",
        CallFault.Host => "host",
        _ => "none",
    };
}
