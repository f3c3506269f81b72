using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using ToolGen.TestSupport;

namespace ToolGen.EndToEnd.Templates;

/// <summary>One <c>template.json</c> of the pack and what stands beside it.</summary>
/// <param name="Folder">Of the template.</param>
/// <param name="Json">The file.</param>
internal sealed record TemplateFile(string Folder, JsonObject Json)
{
    public static string Content { get; } = Path.Combine(Repository.Root, "templates", "ToolGen.Templates", "content");

    public static IReadOnlyList<TemplateFile> All { get; } =
        [.. Directory.GetDirectories(Content).Order(System.StringComparer.Ordinal).Select(folder => new TemplateFile(folder, Read(Path.Combine(folder, ".template.config", "template.json"))))];

    public string ShortName => this.Json["shortName"]!.ToString();

    public bool IsItem => this.Json["tags"]!["type"]!.ToString() == "item";

    public IReadOnlyDictionary<string, JsonObject> Parameters =>
        this.Json["symbols"]!.AsObject().Where(symbol => symbol.Value!["type"]!.ToString() == "parameter").ToDictionary(symbol => symbol.Key, symbol => symbol.Value!.AsObject());

    public JsonObject Beside(string name) => Read(Path.Combine(this.Folder, ".template.config", name));

    /// <summary>As the gallery's list of templates has it.</summary>
    public JsonObject Listed() => new()
    {
        ["Identity"] = Text("identity"),
        ["GroupIdentity"] = Text("groupIdentity"),
        ["Name"] = Text("name"),
        ["ShortNameList"] = new JsonArray(Text("shortName")),
        ["Author"] = Text("author"),
        ["Description"] = Text("description"),
        ["Classifications"] = this.Json["classifications"]!.DeepClone(),
        ["TagsCollection"] = this.Json["tags"]!.DeepClone(),
        ["Parameters"] = new JsonArray(),
    };

    public override string ToString() => Path.GetFileName(this.Folder);

    private string Text(string member) => this.Json[member]!.ToString();

    private static JsonObject Read(string path) => JsonNode.Parse(File.ReadAllText(path))!.AsObject();
}
