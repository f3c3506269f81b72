namespace ToolGen.Cli;

/// <summary>What <c>toolgen</c> ends with. Documented in <c>docs/README.md</c>.</summary>
internal static class ExitCode
{
    /// <summary>Done, and nothing was wrong.</summary>
    public const int Ok = 0;

    /// <summary>Done, and there are error findings, failed samples, or a call that ended with errors.</summary>
    public const int Failed = 1;

    /// <summary>Nothing was done: the command line makes no sense, or names a path that is not there.</summary>
    public const int Usage = 2;

    /// <summary>Nothing was done: only a person can, and none was there or typed what is needed.</summary>
    public const int NoPerson = 3;

    /// <summary>A fault of ToolGen.</summary>
    public const int Internal = 70;

    /// <summary>Stopped by Ctrl-C or a termination signal.</summary>
    public const int Canceled = 130;
}
