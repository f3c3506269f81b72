using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using ToolGen.Mcp.Client.Listing;
using ToolGen.Mcp.Client.Schemas;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Mcp.Client.Calling;

/// <summary>Makes a tool of what a server says of one, or tells why it cannot be held to it.</summary>
internal static class ServerToolMaker
{
    public static ServerTool? Make(ListedTool listed, string name, string server, ServerList list, McpImportOptions options, out McpRefusal? refusal)
    {
        IReadOnlyList<Finding> findings = [];
        SchemaPlan? input = null, output = null;
        var reason = ReasonAgainst(listed, options);
        if (reason is null) (input, reason) = Read(listed.Said.InputSchema, SchemaUse.Input, "inputSchema", out findings);
        if (reason is null && listed.Said.OutputSchema is { } said) (output, reason) = Read(said, SchemaUse.Output, "outputSchema", out findings);
        refusal = reason is null ? null : new(listed.ShownName, reason, findings);
        return reason is null ? new ServerTool(listed, Descriptor(listed, name, server, input!, output, options), list, options, input!, output) : null;
    }

    private static string? ReasonAgainst(ListedTool listed, McpImportOptions options) =>
        listed.Bytes > options.MaximumToolBytes ? $"what the server says of it has more than {options.MaximumToolBytes} bytes"
        : options.Known is not { } known ? null
        : !known.TryGetValue(listed.Name, out var fingerprint) ? "it is not among the tools that are known"
        : fingerprint != listed.Fingerprint ? "the server says something else of it than what is known" : null;

    private static (SchemaPlan? Plan, string? Reason) Read(JsonElement schema, SchemaUse use, string word, out IReadOnlyList<Finding> findings)
    {
        findings = [];
        if (JsonNodes.TryOf(schema) is not { } node) return (null, $"its {word} names a member twice, or holds half of a surrogate pair");
        var plan = ServerSchema.Read(node, use, word, out findings);
        return (plan, plan is null ? $"its {word} cannot be enforced: {findings[0].Message} {findings[0].Remedy}".TrimEnd() : null);
    }

    private static ToolDescriptor Descriptor(ListedTool listed, string name, string server, SchemaPlan input, SchemaPlan? output, McpImportOptions options)
    {
        var (said, hints) = (listed.Said, listed.Said.Annotations);
        var description = PlainText.Of(said.Description, PlainText.OfTool) is { Length: > 0 } text ? text : $"The tool {listed.ShownName} of the server {server}, which does not say what it does.";
        var title = PlainText.Of(said.Title ?? hints?.Title, PlainText.OfName) is { Length: > 0 } shown ? shown : null;

        // Claims of somebody who is not trusted: what is not said is taken for the worse, and the world behind a server is never closed.
        var reads = hints?.ReadOnlyHint ?? false;
        var annotations = new ToolAnnotations(reads, hints?.DestructiveHint ?? !reads, hints?.IdempotentHint ?? false, OpenWorldHint: true);
        var (takes, gives) = (PublishedSchema.Write(input), output is null ? ServerAnswer.TextSchema : PublishedSchema.Write(output));
        return new()
        {
            Name = name,
            Title = title,
            Description = description,
            Version = options.Version,
            Kind = "mcp",
            InputSchema = Encoding.UTF8.GetBytes(takes),
            OutputSchema = Encoding.UTF8.GetBytes(gives),
            McpTool = Encoding.UTF8.GetBytes(Whole(name, title, description, takes, gives, annotations)),
            Annotations = annotations,
            Capabilities = [CapabilityOf(server, listed)],
            SpecHash = listed.Fingerprint,
        };
    }

    // No line of the spec format: it grants no effect, and a policy can name it.
    private static string CapabilityOf(string server, ListedTool listed) => $"mcp {server}/{Specification.Fixes.SpecNames.Mend(listed.Name)}";

    private static string Whole(string name, string? title, string description, string input, string output, ToolAnnotations hints)
    {
        string Flag(bool value) => value ? "true" : "false";
        var members = new[]
        {
            ("name", JsonWriter.Quote(name)), ("title", title is null ? null : JsonWriter.Quote(title)), ("description", JsonWriter.Quote(description)), ("inputSchema", input), ("outputSchema", output),
            ("annotations", $"{{\"readOnlyHint\":{Flag(hints.ReadOnlyHint)},\"destructiveHint\":{Flag(hints.DestructiveHint)},\"idempotentHint\":{Flag(hints.IdempotentHint)},\"openWorldHint\":{Flag(hints.OpenWorldHint)}}}"),
        };
        return $"{{{string.Join(',', members.Where(member => member.Item2 is not null).Select(member => $"\"{member.Item1}\":{member.Item2}"))}}}";
    }
}
