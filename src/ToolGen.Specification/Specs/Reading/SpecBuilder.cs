using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Specification.Capabilities;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Specs.Format;
using ToolGen.Specification.Specs.Shapes;

namespace ToolGen.Specification.Specs.Reading;

/// <summary>Turns the object of a spec, whose shape was checked, into the model; what doesn't hold is a finding.</summary>
internal sealed class SpecBuilder(SourceText source, JsonObject root, FindingSink sink, SchemaOptions? schemas = null)
{
    /// <summary>The model, or null where too little could be read; then an error stands.</summary>
    public ToolSpec? Build()
    {
        var name = root["name"] as JsonString;
        if (name is not null) this.CheckFile(name);
        var input = Schema("inputSchema", SchemaUse.Input);
        var output = Schema("outputSchema", SchemaUse.Output);
        var implementation = ImplementationReader.Read(root["implementation"], sink);
        var fallback = ImplementationReader.Read(root["fallback"], sink);
        var errors = this.Errors();
        var samples = new SampleReader(input, output, KnownErrors.Of(root, errors, implementation, fallback), sink);
        var given = samples.Given(root["given"]);
        var examples = samples.Read(root["examples"]);
        this.CheckCounts();
        var capabilities = this.Capabilities();
        if (name is null || input is null || output is null || Texts.Of(root["description"]) is not { } description) return null;
        return new()
        {
            Source = source,
            Root = root,
            NameNode = name,
            Description = description,
            Title = Texts.Of(root["title"] as JsonString),
            Version = (root["version"] as JsonString)?.Value ?? "1.0.0",
            Input = input,
            Output = output,
            Implementation = implementation,
            Fallback = fallback,
            Asks = Texts.ListOf(root["asks"] as JsonArray),
            Annotations = Annotations(root["annotations"] as JsonObject),
            Errors = errors,
            Capabilities = capabilities,
            Limits = Limits(root["limits"] as JsonObject),
            Dependencies = this.Dependencies(),
            Examples = examples,
            Given = given,
        };
    }

    private SchemaPlan? Schema(string key, SchemaUse use) =>
        root[key] is { } node and (JsonObject or JsonBoolean) ? SchemaReader.Read(node, sink, use, schemas) : null;

    private void CheckFile(JsonString name)
    {
        const string ending = ".tool.json";
        var path = source.Path;
        if (!path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return;
        var start = path.LastIndexOfAny(['/', '\\']) + 1;
        var file = path.Substring(start, Math.Max(0, path.Length - start - ending.Length));
        if (file != name.Value) sink.Add(FindingCatalog.NameIsNotFile, name.Span, Shown.Text(name.Value), Shown.Text(file));
    }

    private IReadOnlyList<ErrorDeclaration> Errors()
    {
        if (root["errors"] is not JsonObject map) return [];
        var errors = new List<ErrorDeclaration>();
        foreach (var member in map.Members)
        {
            if (ErrorCodes.All.Contains(member.Name)) sink.Add(FindingCatalog.ReservedError, member.NameSpan, member.Name, Shown.List(ErrorCodes.All));
            if (Texts.Of(member.Value as JsonString) is { } when) errors.Add(new(member, member.Name, when));
        }

        return errors;
    }

    private void CheckCounts()
    {
        if (root["examples"] is JsonArray { Items.Count: 0 } none && root["implementation"] is not null) sink.Add(FindingCatalog.NoExamples, none.Span);
        if (root["asks"] is JsonArray { Items.Count: < 3 or > 10 } asks) sink.Add(FindingCatalog.FewAsks, asks.Span, asks.Items.Count.ToString(CultureInfo.InvariantCulture));
    }

    private IReadOnlyList<JsonString> Capabilities()
    {
        if (root["capabilities"] is not JsonArray list) return [];
        var capabilities = list.Items.OfType<JsonString>().ToArray();
        foreach (var capability in capabilities)
        {
            if (Capability.TryParse(capability.Value) is not null) continue;
            if (CapabilityText.Unnamed(capability.Value) is { } what) sink.Add(FindingCatalog.CapabilityUnnamed, capability.Span, Shown.Text(capability.Value), what, Named(what));
            else sink.Add(FindingCatalog.BadCapability, capability.Span, Shown.Text(capability.Value));
        }

        return capabilities;
    }

    private static string Named(string what) => what switch
    {
        "folder" => "read data/**",
        "database" => "sql shop read",
        "tool" => "tool query_sales@^1",
        "secret" => "secret rates_key",
        _ => "http GET https://api.example/v1/*",
    };

    private IReadOnlyList<Dependency> Dependencies()
    {
        if (root["dependencies"] is not JsonArray list) return [];
        var dependencies = new List<Dependency>();
        foreach (var item in list.Items.OfType<JsonObject>())
            if (item["package"] is JsonString package && item["version"] is JsonString version) dependencies.Add(new(item, package.Value, version.Value));
        return dependencies;
    }

    private static Dictionary<string, bool> Annotations(JsonObject? node)
    {
        var annotations = new Dictionary<string, bool>();
        if (node is null) return annotations;
        foreach (var member in node.Members)
            if (member.Value is JsonBoolean hint) annotations[member.Name] = hint.Value;
        return annotations;
    }

    private static Limits Limits(JsonObject? node)
    {
        var limits = new Limits();
        if (node is null) return limits;
        return new()
        {
            TimeoutMilliseconds = Quantity.Milliseconds(Text(node, "timeout")) ?? limits.TimeoutMilliseconds,
            MemoryBytes = Quantity.Bytes(Text(node, "memory")) ?? limits.MemoryBytes,
            OutputBytes = Quantity.Bytes(Text(node, "output")) ?? limits.OutputBytes,
            Http = IntegerShape.Value(node["http"]) ?? limits.Http,
            Sql = IntegerShape.Value(node["sql"]) ?? limits.Sql,
            Tools = IntegerShape.Value(node["tools"]) ?? limits.Tools,
            Rows = IntegerShape.Value(node["rows"]) ?? limits.Rows,
            Groups = IntegerShape.Value(node["groups"]) ?? limits.Groups,
        };
    }

    private static string Text(JsonObject node, string key) => (node[key] as JsonString)?.Value ?? "";
}
