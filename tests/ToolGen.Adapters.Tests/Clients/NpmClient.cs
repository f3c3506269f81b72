using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.Adapters.Tests.Clients;

/// <summary>Clients of npm; <c>client.mjs</c> is what they are told to do.</summary>
internal static class NpmClient
{
    /// <summary>Speaks all three versions, and can be told which.</summary>
    public const string Second = "@modelcontextprotocol/client";

    /// <summary>Installs packages, or ends the test as inconclusive.</summary>
    public static NpmFolder Install(params string[] packages)
    {
        var folder = NpmFolder.Install(packages);
        if (folder is null) Assert.Inconclusive("needs node and npm with a registry, which this machine does not have");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Clients", "client.mjs"), Path.Combine(folder.Path, "client.mjs"));
        return folder;
    }

    /// <param name="folder">Has the package.</param>
    /// <param name="package">By the name that it was installed under.</param>
    /// <param name="version">Of the protocol.</param>
    /// <param name="calls">What to call.</param>
    /// <param name="target">The server's address, or its command.</param>
    public static Heard Ask(NpmFolder folder, string package, string version, IEnumerable<Said> calls, params string[] target)
    {
        var asked = Path.Combine(folder.Path, "calls.json");
        File.WriteAllText(asked, JsonSerializer.Serialize(calls.Select(call => new object[] { call.Tool, call.Arguments })));
        var run = folder.Node(["client.mjs", package, version, asked, .. target]);
        Assert.AreEqual(0, run.Code, run.Error);
        var lines = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).ToArray();
        return new(lines[0].GetString()!, [.. lines[1].EnumerateArray()], lines[2..]);
    }
}
