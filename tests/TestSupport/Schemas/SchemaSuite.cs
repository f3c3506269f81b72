using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.TestSupport.Schemas;

/// <summary>The official JSON-Schema-Test-Suite, draft 2020-12, as its files have it.</summary>
internal sealed class SchemaSuite
{
    private readonly string folder;

    /// <param name="folder">The folder <c>json-schema-test-suite</c>.</param>
    public SchemaSuite(string folder)
    {
        this.folder = folder;
        this.Remotes = SchemaDocuments.Of(Directory.EnumerateFiles(Path.Combine(folder, "remotes"), "*.json", SearchOption.AllDirectories).ToDictionary(
            file => "http://localhost:1234/" + Path.GetRelativePath(Path.Combine(folder, "remotes"), file).Replace('\\', '/'),
            file => JsonReader.Read(file, File.ReadAllBytes(file)).Root!));
    }

    /// <summary>The files of <c>optional/format</c> about formats that specs assert.</summary>
    public static IReadOnlyList<string> AssertedFormats { get; } =
        ["date", "time", "date-time", "duration", "uuid", "uri", "uri-reference", "email", "hostname", "ipv4", "ipv6", "regex", "ecmascript-regex", "json-pointer"];

    /// <summary>The suite's own documents, by the URIs that its schemas name.</summary>
    public SchemaDocuments Remotes { get; }

    /// <summary>The cases that every validator must agree with.</summary>
    public IReadOnlyList<SuiteCase> Required => this.Cases("");

    /// <summary>The cases of a folder, in the order of its files.</summary>
    /// <param name="below">Such as <c>optional/format</c>; empty for the required ones.</param>
    public IReadOnlyList<SuiteCase> Cases(string below) =>
        Directory.EnumerateFiles(Path.Combine([this.folder, "tests", "draft2020-12", .. below.Split('/', StringSplitOptions.RemoveEmptyEntries)]), "*.json")
            .Order(StringComparer.Ordinal).SelectMany(Read).ToArray();

    private static IEnumerable<SuiteCase> Read(string path)
    {
        var document = JsonReader.Read(path, File.ReadAllBytes(path));
        return document.Root is JsonArray cases ? cases.Items.Cast<JsonObject>().Select(one => new SuiteCase(
            Path.GetFileNameWithoutExtension(path),
            Text(one["description"]),
            one["schema"]!,
            document.Source,
            ((JsonArray)one["tests"]!).Items.Cast<JsonObject>().Select(test => new SuiteTest(Text(test["description"]), test["data"]!, ((JsonBoolean)test["valid"]!).Value)).ToArray()))
            : throw new InvalidDataException(path + " is no list of cases");
    }

    private static string Text(JsonNode? node) => ((JsonString)node!).Value;
}

/// <param name="File">Without its ending.</param>
/// <param name="Description">Of the schema.</param>
/// <param name="Schema">As written.</param>
/// <param name="Source">The text it stands in.</param>
/// <param name="Tests">Values and what is to be said of them.</param>
internal sealed record SuiteCase(string File, string Description, JsonNode Schema, SourceText Source, IReadOnlyList<SuiteTest> Tests)
{
    /// <summary>The plan; null, with findings, where the schema is refused.</summary>
    public SchemaPlan? Plan(SchemaOptions options, out IReadOnlyList<Finding> findings)
    {
        var sink = new FindingSink(this.Source);
        var plan = SchemaReader.Read(this.Schema, sink, SchemaUse.Plain, options);
        findings = sink.ToArray();
        return plan;
    }

    /// <summary>A line that finds the test again.</summary>
    public string Line(SuiteTest test) => $"{this.File} · {this.Description} · {test.Description} · {test.Data} must be {(test.IsValid ? "valid" : "invalid")}";
}

/// <param name="Description">Of the value.</param>
/// <param name="Data">The value.</param>
/// <param name="IsValid">Whether it fits.</param>
internal sealed record SuiteTest(string Description, JsonNode Data, bool IsValid);
