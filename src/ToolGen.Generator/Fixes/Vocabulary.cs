using System.Collections.Generic;
using System.Linq;
using ToolGen.Generator.Types;
using ToolGen.Specification.Json;

namespace ToolGen.Generator.Fixes;

/// <summary>The JSON names of a spec's values, and how C# spells them.</summary>
internal sealed class Vocabulary
{
    private static readonly string[] Roots = ["input", "row", "item", "outer", "prev", "response"];

    private readonly HashSet<string> names = [];
    private readonly HashSet<string> roots = [.. Roots];
    private readonly HashSet<string> inputs = [];
    private readonly HashSet<string> answer = [];

    public Vocabulary(JsonObject root, JsonObject implementation)
    {
        this.Schema(root["inputSchema"]);
        this.Schema(root["outputSchema"]);
        if ((root["inputSchema"] as JsonObject)?["properties"] is JsonObject properties)
            foreach (var member in properties.Members) this.inputs.Add(member.Name);
        foreach (var member in (implementation["response"] as JsonObject ?? (implementation["responseSchema"] as JsonObject)?["properties"] as JsonObject)?.Members ?? [])
            this.answer.Add(member.Name.TrimEnd('?'));
        foreach (var part in new[] { "responseSchema", "recordSchema" }) this.Schema(implementation[part]);
        foreach (var part in new[] { "response", "record" }) this.Record(implementation[part]);
        foreach (var step in (implementation["steps"] as JsonArray)?.Items.OfType<JsonObject>() ?? [])
            foreach (var part in new[] { "set", "select", "group", "aggregate", "flatten" })
                if (step[part] is JsonObject members)
                    foreach (var member in members.Members) this.names.Add(member.Name);
        foreach (var step in (implementation["steps"] as JsonArray)?.Items.OfType<JsonObject>() ?? [])
            if (step["save"] is JsonObject figures)
                foreach (var member in figures.Members) this.roots.Add(member.Name);
        foreach (var part in new[] { "let", "steps", "patterns" })
            if (implementation[part] is JsonObject members)
                foreach (var member in members.Members) this.roots.Add(member.Name);
    }

    /// <summary>Whether a name begins a path: <c>input</c>, <c>row</c>, a <c>let</c>, a step …</summary>
    public bool IsRoot(string name) => this.roots.Contains(name);

    /// <summary>Whether a name is an input, a <c>let</c>, a step or one of the words that a place gives.</summary>
    public bool IsTaken(string name) => this.roots.Contains(name) || this.inputs.Contains(name);

    /// <summary>How C# spells a JSON name of the spec; null where it is none, or spelled so already.</summary>
    public string? Spelling(string name) => this.names.Contains(name) && CSharpNames.Pascal(name) is var pascal && pascal != name && char.IsLower(name[0]) ? pascal : null;

    /// <summary>How C# spells a member of the answer that is named as if it stood alone; null where there is none of that name.</summary>
    public string? ResponseMember(string name) => this.roots.Contains(name) ? null
        : this.answer.Select(member => (Member: member, Spelling: CSharpNames.Pascal(member))).FirstOrDefault(entry => entry.Member == name || entry.Spelling == name).Spelling;

    /// <summary>The one JSON name that C# spells so; null where there is none or more than one.</summary>
    public string? JsonName(string spelling)
    {
        var found = this.names.Where(name => CSharpNames.Pascal(name) == spelling).Take(2).ToArray();
        return found.Length == 1 ? found[0] : null;
    }

    private void Schema(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var item in list.Items) this.Schema(item);
                break;
            case JsonObject schema:
                foreach (var member in schema.Members)
                {
                    if (member is { Name: "properties" or "$defs", Value: JsonObject map })
                    {
                        foreach (var property in map.Members)
                        {
                            if (member.Name == "properties") this.names.Add(property.Name);
                            this.Schema(property.Value);
                        }
                    }
                    else if (member.Name is not ("default" or "examples" or "enum" or "const"))
                    {
                        this.Schema(member.Value);
                    }
                }

                break;
        }
    }

    private void Record(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var item in list.Items) this.Record(item);
                break;
            case JsonObject record:
                foreach (var member in record.Members)
                {
                    this.names.Add(member.Name.TrimEnd('?'));
                    this.Record(member.Value);
                }

                break;
        }
    }
}
