using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ToolGen.Mcp.Client.Calling;
using ToolGen.Mcp.Client.Listing;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Fixes;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Mcp.Client.Specs;

/// <summary>Writes the spec of an imported tool.</summary>
/// <param name="server">What the application calls the server.</param>
/// <param name="prefix">In front of each tool's name.</param>
internal sealed class SpecMaker(string server, string prefix)
{
    /// <summary>The spec, or why there is none.</summary>
    public McpSpec? Make(ServerTool tool, out McpRefusal? refusal)
    {
        var (descriptor, listed) = (tool.Descriptor, tool.Listed);
        var hints = descriptor.Annotations;
        var members = new List<JsonMember> { Text("name", descriptor.Name), Text("description", descriptor.Description), Text("version", descriptor.Version) };
        if (descriptor.Title is { } title) members.Add(Text("title", title));
        members.Add(new("inputSchema", default, Node(descriptor.InputSchema)));
        members.Add(new("outputSchema", default, OpenSchema.Of(Node(descriptor.OutputSchema))));
        members.Add(new("annotations", default, new JsonObject(
            [Flag("readOnlyHint", hints.ReadOnlyHint), Flag("destructiveHint", hints.DestructiveHint), Flag("idempotentHint", hints.IdempotentHint), Flag("openWorldHint", hints.OpenWorldHint)], default)));
        members.Add(new ServerOrigin(server, listed.Name, listed.Fingerprint).ToMember());
        var text = JsonWriter.Indented(new JsonObject(members, default), SpecFormatter.Columns) + "\n";
        var errors = SpecReader.Read(new SourceText(descriptor.Name + ".tool.json", text)).Findings.Where(finding => finding.Severity == FindingSeverity.Error).ToArray();
        refusal = errors.Length == 0 ? null : new(listed.ShownName, $"a spec of it would have an error: {errors[0].Id}: {errors[0].Message}", errors);
        return refusal is null ? new(descriptor.Name, listed.ShownName, text, this.Findings(tool)) : null;
    }

    private IReadOnlyList<Finding> Findings(ServerTool tool)
    {
        var listed = tool.Listed;
        var sink = new FindingSink(new SourceText($"{server}/{listed.ShownName}", ""));
        if (HiddenWords.Of(listed) is { } character) sink.Add(FindingCatalog.ServerTextHidden, default, listed.ShownName, character);
        if (tool.Descriptor.Name != prefix + listed.Name) sink.Add(FindingCatalog.ServerNameMended, default, listed.ShownName, tool.Descriptor.Name);
        if (listed.Said.Description is { Length: > PlainText.OfTool } said)
            sink.Add(FindingCatalog.TextShortened, default, listed.ShownName, said.Length.ToString(CultureInfo.InvariantCulture), tool.Descriptor.Description.Length.ToString(CultureInfo.InvariantCulture));
        return [.. sink.ToArray()];
    }

    private static JsonNode Node(System.ReadOnlyMemory<byte> schema) => JsonReader.Read("schema", schema.Span).Root!;

    private static JsonMember Text(string name, string value) => new(name, default, new JsonString(value, default));

    private static JsonMember Flag(string name, bool value) => new(name, default, new JsonBoolean(value, default));
}
