using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace ToolGen.Sandbox.Isolation;

/// <summary>Files of the calling thread, and of what it starts, held to some that can be read (landlock(7)).</summary>
[SupportedOSPlatform("linux")]
internal static class LandlockRuleset
{
    private const ulong Execute = 1, ReadFile = 4, ReadFolder = 8;

    /// <summary>By version of Landlock, from 1: how many kinds of access to files it knows.</summary>
    private static readonly int[] Kinds = [13, 14, 15, 15, 16];

    /// <summary>Restricts the calling thread; no way back.</summary>
    /// <param name="readable">Files, and folders with all below; those that are not there are passed over.</param>
    /// <param name="listed">A folder whose names can be read, beside.</param>
    /// <exception cref="Win32Exception">The kernel refused it.</exception>
    public static void Restrict(IEnumerable<string> readable, string listed)
    {
        var version = Linux.LandlockVersion();
        if (version < 1) throw new Win32Exception(Marshal.GetLastPInvokeError(), "the kernel has no Landlock: " + Marshal.GetLastPInvokeErrorMessage());
        var attributes = new Attributes
        {
            Files = (1UL << Kinds[(int)Math.Min(version, Kinds.Length) - 1]) - 1,
            Network = version >= 4 ? 3UL : 0,
            Scopes = version >= 6 ? 3UL : 0,
        };
        var ruleset = version switch
        {
            >= 6 => Linux.LandlockCreate(attributes),
            >= 4 => Linux.LandlockCreate((attributes.Files, attributes.Network)),
            _ => Linux.LandlockCreate(attributes.Files),
        };
        if (ruleset < 0) throw Refused("does not take the ruleset");
        try
        {
            foreach (var path in readable.Where(Path.Exists)) Allow(ruleset, Directory.Exists(path) ? Execute | ReadFile | ReadFolder : Execute | ReadFile, path);
            Allow(ruleset, ReadFolder, listed);
            if (!Linux.LandlockRestrict(ruleset)) throw Refused("does not restrict the thread");
        }
        finally
        {
            Linux.Close(ruleset);
        }
    }

    private static void Allow(long ruleset, ulong access, string path)
    {
        if (!Linux.LandlockAdd(ruleset, access, path)) throw Refused($"does not take a rule for {path}");
    }

    private static Win32Exception Refused(string what) => new(Marshal.GetLastPInvokeError(), $"Landlock {what}: {Marshal.GetLastPInvokeErrorMessage()}");

    [StructLayout(LayoutKind.Sequential)]
    private struct Attributes
    {
        public ulong Files;
        public ulong Network;
        public ulong Scopes;
    }
}
