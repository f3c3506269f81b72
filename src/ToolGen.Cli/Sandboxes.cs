using System;
using ToolGen.Effects;
using ToolGen.Forge.Trial;
using ToolGen.Sandbox;
using ToolGen.Sandbox.Isolation;

namespace ToolGen.Cli;

/// <summary>The sandbox of a command: the strongest that this machine has, and no less than the grants accept.</summary>
internal static class Sandboxes
{
    // A command lives for a second: none waits for a second tool.
    /// <exception cref="UsageException">This machine isolates less.</exception>
    public static TrialSandbox Open(Grants grants) => Open(grants, options => options with { Blank = 0 });

    /// <summary>For a process that stays: workers wait for what comes.</summary>
    /// <exception cref="UsageException">This machine isolates less.</exception>
    public static TrialSandbox Resident(Grants grants) => Open(grants, static options => options);

    private static TrialSandbox Open(Grants grants, Func<SandboxOptions, SandboxOptions> with)
    {
        try
        {
            return new(with(new() { Launcher = Launchers.Strongest(), Minimum = Least(grants) }));
        }
        catch (PlatformNotSupportedException refused)
        {
            throw new UsageException(
                $"this machine cannot keep tools from files and network: {refused.Message.Split(':')[0]}; `toolgen doctor` says what is missing. Where a process of its own is enough, add to {GrantsFile.Name} {{\"isolation\": \"process\"}}");
        }
    }

    /// <summary>The least isolation that the grants accept.</summary>
    public static IsolationLevel Least(Grants grants) => grants.Isolation switch
    {
        "process" or "none" => IsolationLevel.Process,
        _ => IsolationLevel.Seccomp,
    };
}
