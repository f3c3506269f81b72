namespace ToolGen.TestSupport.Escape;

/// <summary>Parts of the kernel that no tool needs, and that faults were found in.</summary>
internal static class KernelAttempts
{
    private const string Parts = "kernel";

    private static readonly (int X64, int Arm64) Unshare = (272, 97), Into = (308, 268), Mount = (165, 40), NewMount = (430, 430), Pivot = (155, 41), Keys = (250, 219), AddKey = (248, 217), Ring = (425, 425), Asynchronous = (206, 0), Bpf = (321, 280),
        Perf = (298, 241), Trap = (323, 282), Personality = (135, 92), Limits = (160, 164), MessageQueue = (240, 180), Messages = (68, 186), Semaphores = (64, 190), SharedMemory = (29, 194), MemoryFile = (319, 279), HiddenMemory = (447, 447),
        Filter = (317, 277), Ruleset = (446, 446), SetUser = (105, 146), SetGroups = (116, 159), Capabilities = (126, 91), HostName = (170, 161), SetClock = (227, 112), Module = (175, 105), Kexec = (246, 104), Log = (103, 116), Swap = (167, 224),
        Ports = (172, -1), Profile = (212, 18), Newer = (449, 449);

    public static Attempt[] All { get; } =
    [
        new(Parts, "namespaces", world => Kernel.Try(Unshare, 0x10000000)),
        new(Parts, "join namespaces", world => Kernel.Try(Into, 0, 0)),
        new(Parts, "mount", world => Kernel.Try(Mount)),
        new(Parts, "mount by the newer call", world => Kernel.Try(NewMount)),
        new(Parts, "exchange the root", world => Kernel.Try(Pivot, Kernel.Empty, Kernel.Empty)),
        new(Parts, "keys", world => Kernel.Try(Keys, 0, -3)),
        new(Parts, "add a key", world => Kernel.Try(AddKey)),
        new(Parts, "ring of calls", world => Kernel.Try(Ring, 1, Kernel.Buffer)),
        new(Parts, "asynchronous calls", world => Kernel.Try(Asynchronous, 1)),
        new(Parts, "program in the kernel", world => Kernel.Try(Bpf)),
        new(Parts, "count events", world => Kernel.Try(Perf)),
        new(Parts, "handle page faults", world => Kernel.Try(Trap, 1)),
        new(Parts, "personality", world => Kernel.Try(Personality, 0x0040000)),
        new(Parts, "own limits", world => Kernel.Try(Limits, 4, Kernel.Buffer)),
        new(Parts, "queue of messages", world => Kernel.Try(MessageQueue, Kernel.Empty, 0x42)),
        new(Parts, "messages", world => Kernel.Try(Messages, 0, 0)),
        new(Parts, "semaphores", world => Kernel.Try(Semaphores, 0, 0)),
        new(Parts, "shared memory", world => Kernel.Try(SharedMemory, 0, 4096, 0)),
        new(Parts, "file of memory", world => Kernel.Try(MemoryFile, Kernel.Empty)),
        new(Parts, "hidden memory", world => Kernel.Try(HiddenMemory)),
        new(Parts, "another filter", world => Kernel.Try(Filter, 2, 0, Kernel.Buffer)),
        new(Parts, "another ruleset", world => Kernel.Try(Ruleset, -1)),
        new(Parts, "another user", world => Kernel.Need(SetUser, 0)),
        new(Parts, "other groups", world => Kernel.Try(SetGroups, -1)),
        new(Parts, "capabilities", world => Kernel.Try(Capabilities)),
        new(Parts, "name of the machine", world => Kernel.Try(HostName, Kernel.Buffer, -1)),
        new(Parts, "set the clock", world => Kernel.Try(SetClock, 0, 0)),
        new(Parts, "part of the kernel", world => Kernel.Try(Module)),
        new(Parts, "another kernel", world => Kernel.Try(Kexec, 0, 99)),
        new(Parts, "the kernel's log", world => Kernel.Try(Log, 10)),
        new(Parts, "swap", world => Kernel.Try(Swap, Kernel.Empty)),
        new(Parts, "ports of devices", world => Kernel.Try(Ports, 99)),
        new(Parts, "cookies of folders", world => Kernel.Try(Profile)),
        new(Parts, "calls newer than the list", world => Kernel.Try(Newer)),
    ];
}
