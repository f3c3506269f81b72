using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Cli.Tests.Harness;

namespace ToolGen.Cli.Tests.Commands;

/// <summary><c>import openapi</c>: what is written, what a second import does, and what stays as it is.</summary>
[TestClass]
public sealed class ImportTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Pets, version: "1" }
        servers: [{ url: https://pets.example }]
        paths:
          /pets:
            get: { operationId: list_pets, summary: Lists pets., responses: { "200": { description: Pets. } } }
          /owners:
            get: { operationId: list_owners, summary: Lists owners., responses: { "200": { description: Owners. } } }
        """;

    [TestMethod]
    public async Task A_second_import_changes_nothing_then_shows_what_the_document_changed_and_takes_away_what_is_gone()
    {
        using var folder = new TestFolder();
        folder.Write("pets.yaml", Document);
        Assert.AreEqual(0, (await Toolgen.RunAsync(folder.Path, "import", "openapi", "pets.yaml", "-o", "tools")).Code);
        var again = await Toolgen.RunAsync(folder.Path, "import", "openapi", "pets.yaml", "-o", "tools");
        Assert.AreEqual((0, ""), (again.Code, again.Out), again.ToString());

        folder.Write("pets.yaml", Document.Replace("Lists pets.", "Lists all pets.").Replace("list_owners", "all_owners"));
        var dry = await Toolgen.RunAsync(folder.Path, "import", "openapi", "pets.yaml", "-o", "tools", "--dry-run");
        StringAssert.Contains(dry.Out, "would be changed");
        StringAssert.Contains(folder.Read("tools/list_pets.tool.json"), "Lists pets.");
        var changed = await Toolgen.RunAsync(folder.Path, "import", "openapi", "pets.yaml", "-o", "tools");
        Assert.AreEqual(0, changed.Code, changed.ToString());
        StringAssert.Contains(changed.Out, "-  \"description\": \"Lists pets.\",\n+  \"description\": \"Lists all pets.\",");
        StringAssert.Contains(folder.Read("tools/list_pets.tool.json"), "Lists all pets.");
        Assert.IsFalse(File.Exists(folder.Full("tools/list_owners.tool.json")), "its operation is gone");
        Assert.IsEmpty(folder.Leftovers);
    }

    [TestMethod]
    public async Task Edits_by_hand_stay_until_someone_says_otherwise()
    {
        using var folder = new TestFolder();
        folder.Write("pets.yaml", Document);
        await Toolgen.RunAsync(folder.Path, "import", "openapi", "pets.yaml", "-o", "tools");
        var mine = folder.Read("tools/list_pets.tool.json").Replace("Lists pets.", "Mine.");
        folder.Write("tools/list_pets.tool.json", mine);
        Assert.AreEqual(0, (await Toolgen.RunAsync(folder.Path, "import", "openapi", "pets.yaml", "-o", "tools")).Code, "the document says what it said");

        folder.Write("pets.yaml", Document.Replace("Lists pets.", "Lists all pets."));
        var refused = await Toolgen.RunAsync(folder.Path, "import", "openapi", "pets.yaml", "-o", "tools");
        Assert.AreEqual(1, refused.Code, refused.ToString());
        StringAssert.Contains(refused.Out, "edited by hand, and the document has changed");
        Assert.AreEqual(mine, folder.Read("tools/list_pets.tool.json"));
        Assert.AreEqual(0, (await Toolgen.RunAsync(folder.Path, "import", "openapi", "pets.yaml", "-o", "tools", "--force")).Code);
        StringAssert.Contains(folder.Read("tools/list_pets.tool.json"), "Lists all pets.");
    }

    [TestMethod]
    public async Task Two_documents_of_one_file_name_keep_their_specs_apart()
    {
        using var folder = new TestFolder();
        folder.Write("a/openapi.yaml", Document);
        folder.Write("b/openapi.yaml", Document.Replace("list_", "count_"));
        Assert.AreEqual(0, (await Toolgen.RunAsync(folder.Path, "import", "openapi", "a/openapi.yaml", "-o", "tools")).Code);
        Assert.AreEqual(0, (await Toolgen.RunAsync(folder.Path, "import", "openapi", "b/openapi.yaml", "-o", "tools")).Code);
        Assert.IsTrue(File.Exists(folder.Full("tools/list_pets.tool.json")));
        Assert.IsTrue(File.Exists(folder.Full("tools/count_pets.tool.json")));
        StringAssert.Contains(folder.Read("tools/.toolgen-import.json"), "\"../a/openapi.yaml\"");
    }

    [TestMethod]
    public async Task The_spec_of_an_operation_that_is_refused_now_stays()
    {
        using var folder = new TestFolder();
        folder.Write("pets.yaml", Document);
        await Toolgen.RunAsync(folder.Path, "import", "openapi", "pets.yaml", "-o", "tools");
        folder.Write("pets.yaml", Document.Replace("  /pets:\n    get: {", "  /pets:\n    get: { servers: [{ url: \"javascript:alert(1)\" }],"));
        await Toolgen.RunAsync(folder.Path, "import", "openapi", "pets.yaml", "-o", "tools");
        Assert.IsTrue(File.Exists(folder.Full("tools/list_pets.tool.json")));
    }

    [TestMethod]
    public async Task Json_has_tools_grants_and_all_findings()
    {
        using var folder = new TestFolder();
        folder.Write("pets.yaml", Document.Replace("operationId: list_owners, ", ""));
        var run = await Toolgen.RunAsync(folder.Path, "import", "openapi", "pets.yaml", "-o", "tools", "--select", "GET /owners", "--json");
        var json = JsonNode.Parse(run.Out)!;
        Assert.AreEqual("owners_get", json["tools"]!.AsArray().Single()!["name"]!.GetValue<string>());
        Assert.AreEqual("https://pets.example/**", json["grants"]!["http"]!["allow"]![0]!["origin"]!.GetValue<string>());
        Assert.AreEqual("TG0213", json["findings"]!.AsArray().Single()!["id"]!.GetValue<string>());
    }

    [TestMethod]
    [DataRow(2, "nothing.yaml", "-o", "tools")]
    [DataRow(2, "pets.yaml", "-o", "tools", "--budget", "1")]
    [DataRow(2, "pets.yaml", "-o", "tools", "--budget", "0")]
    [DataRow(2, "pets.yaml", "-o", "tools", "--select", "tag:cats")]
    [DataRow(2, "pets.yaml", "-o", "tools", "--server", "ftp://pets.example")]
    [DataRow(1, "pets.yaml", "-o", "pets.yaml")]
    [DataRow(1, "broken.yaml", "-o", "tools")]
    public async Task What_cannot_be_leaves_nothing_behind(int code, string document, params string[] rest)
    {
        using var folder = new TestFolder();
        folder.Write("pets.yaml", Document);
        folder.Write("broken.yaml", "openapi: [");
        var run = await Toolgen.RunAsync(folder.Path, ["import", "openapi", document, .. rest]);
        Assert.AreEqual(code, run.Code, run.ToString());
        Assert.IsFalse(Directory.Exists(folder.Full("tools")));
        Assert.IsFalse(run.Error.Contains("   at "), run.Error);
    }
}
