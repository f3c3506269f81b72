using System.Linq;
using System.Threading.Tasks;
using ToolGen.Cli.Tests.Harness;
using ToolGen.TestSupport;

namespace ToolGen.Cli.Tests.Commands;

/// <summary>A server that says what a file says, and imports of it into the folder <c>tools</c>.</summary>
internal sealed class ScriptedServer(TestFolder folder)
{
    public const string FindNotes = """
        {"name":"find_notes","title":"Find notes","description":"Finds notes about a topic.","annotations":{"readOnlyHint":true},
         "inputSchema":{"type":"object","properties":{"topic":{"type":"string","minLength":1}},"required":["topic"]},
         "outputSchema":{"type":"object","properties":{"notes":{"type":"array","items":{"type":"object","properties":{"title":{"type":"string"}},"required":["title"]}}},"required":["notes"]}}
        """;

    public const string DropNote = """{"name":"drop.note","description":"Drops a note.","inputSchema":{"type":"object","properties":{"id":{"type":"integer"}},"required":["id"]}}""";

    /// <summary>No reader of schemas knows its keyword.</summary>
    public const string Odd = """{"name":"odd","inputSchema":{"type":"object","dependencies":{}}}""";

    public string[] Command => ServerProgram.Command("scripted", folder.Full("script.json"));

    /// <summary>What it lists from now on, each tool on a page of its own.</summary>
    public void Lists(params string[] tools) => folder.Write("script.json", $"{{\"pages\":[{string.Join(',', tools.Select(tool => $"[{tool}]"))}],\"answers\":{{}}}}");

    public Task<Ended> ImportAsync(params string[] options) => Toolgen.RunAsync(folder.Path, ["import", "mcp", "notes", "-o", "tools", "--timeout", "300", .. options, "--", .. this.Command]);
}
