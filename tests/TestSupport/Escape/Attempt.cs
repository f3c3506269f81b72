using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.TestSupport.Escape;

/// <summary>How it is seen whether an attempt was held.</summary>
internal enum AttemptSign
{
    /// <summary>It fails with an exception; its process goes on.</summary>
    Refused,

    /// <summary>It never comes to its end: its call fails, or its process does.</summary>
    Ended,

    /// <summary>Its call is broken off, because its process says what no worker says.</summary>
    Broken,

    /// <summary>Nothing of it is noted after its call.</summary>
    Silent,

    /// <summary>The next call of another caller finds nothing of it.</summary>
    Forgotten,

    /// <summary>The next call of the same caller finds nothing of it.</summary>
    Renewed,
}

/// <summary>
/// One way out of a worker, or to harm what is around it, as the code of a tool goes it that broke out of C#: by what .NET offers and by bare calls of the kernel. It is let
/// through where it returns, and held where it throws, never returns, or is answered by an error. None harms the machine where it is let through.
/// </summary>
/// <param name="Kind">Which of the kinds of attempts.</param>
/// <param name="Name">Unique.</param>
/// <param name="Make">Runs in the worker.</param>
internal sealed record Attempt(string Kind, string Name, Func<AttemptWorld, Task> Make)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Attempt> All { get; } =
    [
        .. NetworkAttempts.All, .. FileAttempts.All, .. ProcessAttempts.All, .. KernelAttempts.All, .. BrokerAttempts.All, .. MemoryAttempts.All, .. EndlessAttempts.All, .. FloodAttempts.All,
        .. FrameAttempts.All, .. LateAttempts.All, .. PoolAttempts.All,
    ];

    public Attempt(string kind, string name, Action<AttemptWorld> make) : this(kind, name, world =>
    {
        make(world);
        return Task.CompletedTask;
    })
    {
    }

    public AttemptSign Sign { get; init; }

    /// <summary>What its call may take.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Whether the next call finds something of it; where <see cref="Sign"/> says who looks.</summary>
    public Func<AttemptWorld, bool>? Finds { get; init; }

    /// <summary>Whether what it leaves behind is seen by what it computes, which takes a while.</summary>
    public bool IsSlow { get; init; }

    /// <summary>What somebody outside does at the same time: the name of an ally.</summary>
    public string? Ally { get; init; }

    /// <summary>The one of a name.</summary>
    public static Attempt Of(string name) => All.Single(one => one.Name == name);
}

/// <summary>What an attempt knows of the world around its worker.</summary>
/// <param name="Outside">A file of the host's, which no tool may read.</param>
/// <param name="Host">The host's process.</param>
/// <param name="Port">Where the host listens on the loopback address.</param>
/// <param name="Context">The call's effects: it may read below <c>data</c>.</param>
/// <param name="Token">Fires when the call is to end.</param>
internal sealed record AttemptWorld(string Outside, int Host, int Port, ToolContext Context, CancellationToken Token)
{
    /// <summary>A variable of the host's environment.</summary>
    public const string Secret = "TOOLGEN_TEST_SANDBOX_SECRET";

    /// <summary>What names of files begin with that attempts make.</summary>
    public const string Prefix = "toolgen-attempt";

    /// <summary>What stands in the file outside.</summary>
    public const string Text = "what is outside";
}
