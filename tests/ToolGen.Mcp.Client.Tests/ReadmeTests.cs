using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Effects;
using ToolGen.Hosting;
using ToolGen.TestSupport;

namespace ToolGen.Mcp.Client.Tests;

/// <summary>The lines of the package's README are lines of this file, and run.</summary>
[TestClass]
public sealed class ReadmeTests
{
    [TestMethod]
    public async Task The_lines_of_the_readme_run()
    {
        await using var server = await TestServer.StartAsync();
        server.Tools.AddRange([TestServer.Tool("find_notes", """{"type":"object","properties":{"topic":{"type":"string"},"most":{"type":"integer"}}}""", """{"type":"object","properties":{"notes":{"type":"array"}},"required":["notes"]}"""), TestServer.Tool("odd", """{"type":"object","dependencies":{}}""")]);
        server.Answer = (_, _) => new(TestServer.Gave("""{"notes":[{"title":"Lease","words":40}]}"""));
        var (client, shown) = (server.Client, new List<string>());
        await using var host = new ToolHost(Grants.None);
        var caller = new ToolCaller("test");

        // README: begin
        var notes = await client.ImportToolsAsync("notes");                 // client: an McpClient that is connected; "notes" is your name for its server
        foreach (var refused in notes.Refused) shown.Add($"{refused.Tool}: {refused.Reason}");
        host.Add(notes.Supply(Tools.Catalog.Tools, "find_notes"));          // your tools; find_notes, which a spec declares, is the server's
        var digest = await host.CallAsync("note_digest", """{ "topic": "rent" }"""u8.ToArray(), caller);   // a compose with the step find_notes
        // README: end

        Assert.AreEqual("""{"words":40,"longest":"Lease"}""", digest.Text());
        StringAssert.StartsWith(shown.Single(), "odd: its inputSchema cannot be enforced");
    }

    [TestMethod]
    public void They_stand_in_the_readme()
    {
        var lines = File.ReadAllLines(Here()).Select(line => line.Trim()).ToList();
        var shown = string.Join('\n', lines[(lines.IndexOf("// README: begin") + 1)..lines.IndexOf("// README: end")]);
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "src", "ToolGen.Mcp.Client", "README.md"));
        StringAssert.Contains(readme, shown);
        var declared = File.ReadAllLines(Path.Combine(Path.GetDirectoryName(Here())!, "FindNotes.cs")).SkipWhile(line => !line.Contains("RunAsync", System.StringComparison.Ordinal)).Take(2).Select(line => line[4..]);
        StringAssert.Contains(readme, string.Join('\n', declared));
    }

    private static string Here([CallerFilePath] string path = "") =>
        File.Exists(path) ? path : Path.Combine(Repository.Root, "tests", "ToolGen.Mcp.Client.Tests", nameof(ReadmeTests) + ".cs");
}
