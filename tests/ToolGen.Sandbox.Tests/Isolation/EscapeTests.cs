using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Sandbox.Isolation;
using ToolGen.Sandbox.Tests.Isolation.Attempts;

namespace ToolGen.Sandbox.Tests.Isolation;

/// <summary>What a worker cannot do at each level, and what the level lets through: each level is tried by one worker, alone.</summary>
[TestClass]
public sealed partial class EscapeTests
{
    private static readonly ConcurrentDictionary<IsolationLevel, Lazy<string[]>> Outcomes = new();

    /// <summary>What SECURITY.md says that each level lets through. A machine may hold more.</summary>
    private static readonly Dictionary<IsolationLevel, string[]> LetThrough = new()
    {
        [IsolationLevel.Seccomp] =
            ["read a file", "list a folder", "read accounts", "read the host's environment", "read the host's memory", "read the host's command line", "see the host's process"],
        [IsolationLevel.Landlock] = ["read the host's command line", "see the host's process"],
        [IsolationLevel.Bubblewrap] = [],
    };

    [TestMethod]
    [DataRow(IsolationLevel.Seccomp)]
    [DataRow(IsolationLevel.Landlock)]
    [DataRow(IsolationLevel.Bubblewrap)]
    public void Lets_through_only_what_is_documented(IsolationLevel level)
    {
        var open = Of(level).Where(line => line.EndsWith(": open", StringComparison.Ordinal)).Select(line => line.Split(':')[0]).ToArray();
        Assert.AreEqual("", string.Join(", ", open.Except(LetThrough[level])), "let through beyond what is documented");
    }

    [TestMethod]
    [DataRow(IsolationLevel.Seccomp)]
    [DataRow(IsolationLevel.Landlock)]
    [DataRow(IsolationLevel.Bubblewrap)]
    public void Tries_everything_and_lives(IsolationLevel level) => Assert.IsGreaterThan(60, Of(level).Length);

    // The other side of the claims above: these attempts are such as go through where nothing holds them.
    [TestMethod]
    public void Without_isolation_the_attempts_go_through()
    {
        var held = Of(IsolationLevel.Process).Where(line => !line.EndsWith(": open", StringComparison.Ordinal)).Select(line => line.Split(':')[0]).ToArray();
        CollectionAssert.IsSubsetOf(
            (string[])["read a file", "list a folder", "connect", "bind a port", "send a datagram", "start a program", "make a process", "signal the host", "file of memory", "delete a file"],
            Of(IsolationLevel.Process).Select(line => line.Split(':')[0]).Except(held).ToArray());
    }

    private static string[] Of(IsolationLevel level)
    {
        Workers.Require(level);
        return Outcomes.GetOrAdd(level, static one => new(() => Try(one))).Value;
    }

    private static string[] Try(IsolationLevel level)
    {
        Environment.SetEnvironmentVariable(Escapes.Secret, "secret");
        var folder = Directory.CreateTempSubdirectory("toolgen-sandbox-");
        var outside = Path.Combine(folder.FullName, "outside.txt");
        File.WriteAllText(outside, "outside");
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        // Open in the host and not marked to be closed: what programs leave behind for their children.
        var left = open(outside, 0);
        try
        {
            using var worker = Workers.Start(level, "escape", outside, Number(Environment.ProcessId), Number(((IPEndPoint)listener.LocalEndpoint).Port));
            var lines = worker.Lines();
            Assert.AreEqual(0, worker.Code(), worker.Errors);
            return lines;
        }
        finally
        {
            _ = close(left);
            folder.Delete(recursive: true);
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

#pragma warning disable SA1300, IDE1006 // named as in C
    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc")]
    private static partial int close(int file);
#pragma warning restore SA1300, IDE1006
}
