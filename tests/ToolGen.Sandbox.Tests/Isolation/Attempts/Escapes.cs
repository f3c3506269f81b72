using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Runtime.InteropServices;
using ToolGen.Sandbox.Worker.Hardening;

namespace ToolGen.Sandbox.Tests.Isolation.Attempts;

/// <summary>Ways out of a process, by what .NET offers and by bare calls of the kernel.</summary>
internal static class Escapes
{
    /// <summary>A variable of the host's environment.</summary>
    public const string Secret = "TOOLGEN_TEST_SANDBOX_SECRET";

    private const int ChildEnded = 17, Seize = 0x4206;
    private static readonly SystemCall ExitGroup = new(231, 94), MemoryFile = new(319, 279), Vector = new(311, 271), Keys = new(250, 219), Ring = new(425, 425), Mount = new(165, 40),
        Personality = new(135, 92), Trap = new(323, 282), ByHandle = new(304, 265), ProcessFile = new(434, 434), Perf = new(298, 241), Bpf = new(321, 280), Landlock = new(446, 446), Unlink = new(263, 35),
        SocketPair = new(53, 199), Into = new(308, 268), Execveat = new(322, 281), Mode = new(268, 53), Link = new(265, 37), Folder = new(258, 34), Priority = new(141, 140), Limits = new(160, 164),
        Queue = new(240, 180), SharedMemory = new(29, 194), TimedSignal = new(222, 107), QueuedSignal = new(129, 138), Root = new(161, 51), Watch = new(294, 26);

    /// <summary>Writes <c>NAME: held</c> or <c>NAME: open</c> for each, and why.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="outside">A file of the host's.</param>
    /// <param name="host">The host's process.</param>
    /// <param name="port">Where the host listens on the loopback address.</param>
    public static void Run(TextWriter output, string outside, int host, int port)
    {
        foreach (var (name, attempt) in All(outside, host, port))
        {
            string outcome;
            try
            {
                attempt();
                outcome = "open";
            }
            catch (Exception e)
            {
                outcome = "held " + e.GetType().Name + " " + e.Message.Split('\n')[0];
            }

            output.WriteLine($"{name}: {outcome}");
        }
    }

    private static IEnumerable<(string Name, Action Attempt)> All(string outside, int host, int port)
    {
        yield return ("read a file", () => File.ReadAllText(outside));
        yield return ("list a folder", () => Directory.GetFiles(Path.GetDirectoryName(outside)!));
        yield return ("read accounts", () => File.ReadAllText("/etc/passwd"));
        yield return ("read the host's environment", () => File.ReadAllBytes($"/proc/{host}/environ"));
        yield return ("read the host's memory", () => File.OpenRead($"/proc/{host}/mem").Dispose());
        yield return ("read the host's command line", () => File.ReadAllText($"/proc/{host}/cmdline"));
        yield return ("see the host's process", () => _ = new DirectoryInfo($"/proc/{host}").Exists ? 0 : throw new DirectoryNotFoundException());
        yield return ("write a file", () => File.WriteAllText(outside, ""));
        yield return ("make a file", () => File.WriteAllText(outside + ".new", ""));
        yield return ("make a file in /tmp", () => File.WriteAllText("/tmp/toolgen-attempt", ""));
        yield return ("delete a file", () => File.Delete(outside));
        yield return ("move a file", () => File.Move(outside, outside + ".moved"));
        yield return ("change a mode", () => File.SetUnixFileMode(outside, UnixFileMode.None));
        yield return ("make a link", () => File.CreateSymbolicLink(outside + ".link", "/"));
        yield return ("make a folder", () => _ = Directory.CreateDirectory(outside + ".folder"));
        yield return ("watch files", () => Native(Watch, 0));
        yield return ("use a file left open", () => _ = Array.Exists(Directory.GetFiles("/proc/self/fd"), file => new FileInfo(file).LinkTarget == outside) ? 0 : throw new FileNotFoundException());
        yield return ("read a variable", () => _ = Environment.GetEnvironmentVariable(Secret) ?? throw new KeyNotFoundException());
        yield return ("connect", () => Connected(port).Dispose());
        yield return ("connect by HTTP", () => Requested(port));
        yield return ("bind a port", () => Bound().Dispose());
        yield return ("ask for a name", () => Dns.GetHostAddresses("example.invalid"));
        yield return ("send a datagram", () => new UdpClient(AddressFamily.InterNetwork).Dispose());
        yield return ("pair of sockets", () => Native(SocketPair, 1, 1, 0, Buffer));
        yield return ("start a program", () => Process.Start("/bin/true")!.WaitForExit());
        yield return ("start a program by path", () => Native(Execveat, -1));
        yield return ("make a process", Fork);
        yield return ("signal the host", () => Native(SystemCall.Kill, host));
        yield return ("signal a thread of the host", () => Native(SystemCall.TgKill, host, host));
        yield return ("queue a signal", () => Native(QueuedSignal, host));
        yield return ("end the host by .NET", () => Signaled(host));
        yield return ("open the host's process", () => Native(ProcessFile, host));
        yield return ("trace the host", () => Native(SystemCall.Ptrace, Seize, host));
        yield return ("read another's memory", () => Native(SystemCall.ReadOther, host));
        yield return ("write another's memory", () => Native(Vector, host));
        yield return ("file of memory", () => Native(MemoryFile, Buffer));
        yield return ("shared memory", () => Native(SharedMemory, 0, 4096, 0x3FF));
        yield return ("queue of messages", () => Native(Queue, Buffer, 0x42));
        yield return ("namespaces", () => Native(SystemCall.Unshare, 0x10000000));
        yield return ("join namespaces", () => Native(Into, 0, 0));
        yield return ("mount", () => Native(Mount));
        yield return ("change the root", () => Native(Root, Buffer));
        yield return ("keys", () => Native(Keys, 0, -3));
        yield return ("ring of calls", () => Native(Ring, 1, Buffer));
        yield return ("program in the kernel", () => Native(Bpf));
        yield return ("count events", () => Native(Perf));
        yield return ("handle page faults", () => Native(Trap, 1));
        yield return ("open by handle", () => Native(ByHandle, -1));
        yield return ("personality", () => Native(Personality, 0x0040000));
        yield return ("own limits", () => Native(Limits, 4, Buffer));
        yield return ("priority", () => Native(Priority, 0, 0, 1));
        yield return ("timer that signals", () => Native(TimedSignal, 0));
        yield return ("mode by the kernel", () => Native(Mode, -100, Buffer));
        yield return ("link by the kernel", () => Native(Link, -100, Buffer, -100, Buffer));
        yield return ("unlink by the kernel", () => Native(Unlink, -100, Buffer));
        yield return ("folder by the kernel", () => Native(Folder, -100, Buffer));
        yield return ("dumpable again", () => Native(SystemCall.Prctl, 4, 1));
        yield return ("outlive the host", () => Native(SystemCall.Prctl, 1, 0));
        yield return ("type into a terminal", () => Native(SystemCall.Ioctl, 0, 0x5412, Buffer));
        yield return ("signals by files", () => Native(SystemCall.Fcntl, 0, 8, host));
        yield return ("another filter", () => Native(SystemCall.Seccomp, 2, 0, Buffer));
        yield return ("another ruleset", () => Native(Landlock, -1));
    }

    private static readonly long Buffer = Marshal.AllocHGlobal(4096);

    /// <summary>Open where the kernel looked at the arguments, whatever it said of them: held is what no argument would change.</summary>
    private static void Native(SystemCall call, long first = 0, long second = 0, long third = 0, long fourth = 0)
    {
        const int notPermitted = 1, notThere = 38;
        if (Linux.Call(call, first, second, third, fourth) < 0 && Marshal.GetLastPInvokeError() is notPermitted or notThere) throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    private static void Fork()
    {
        var child = Linux.Call(SystemCall.Split, ChildEnded);
        if (child == 0) _ = Linux.Call(ExitGroup);
        if (child < 0) throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    private static TcpClient Connected(int port)
    {
        var client = new TcpClient();
        client.Connect(IPAddress.Loopback, port);
        return client;
    }

    private static Socket Bound()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }

    private static void Requested(int port)
    {
        using var client = new System.Net.Http.HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        _ = client.GetAsync(new Uri($"http://127.0.0.1:{port}/")).GetAwaiter().GetResult();
    }

    private static void Signaled(int host)
    {
        using var process = Process.GetProcessById(host);
        // The kernel is asked whether it would be ended, by the runtime's own method.
        var kill = typeof(Process).Assembly.GetType("Interop+Sys")?.GetMethod("Kill", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public) ?? throw new MissingMethodException();
        if ((int)kill.Invoke(null, [host, 0])! != 0) throw new Win32Exception(Marshal.GetLastPInvokeError());
    }
}
