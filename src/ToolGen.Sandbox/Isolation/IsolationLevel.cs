namespace ToolGen.Sandbox.Isolation;

/// <summary>How far a worker is kept from the machine, weakest first. Each level holds all that the ones before it hold.</summary>
public enum IsolationLevel
{
    /// <summary>A process of its own with limits; the user's files and network are within its reach.</summary>
    Process,

    /// <summary>No sockets, no new programs, no tracing: a system-call filter, and resource limits of the kernel.</summary>
    Seccomp,

    /// <summary>No file but the runtime's; started by the superuser, also a network of its own.</summary>
    Landlock,

    /// <summary>A file system, process tree and user of its own, without capabilities.</summary>
    Bubblewrap,
}
