using System;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Fixes;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs.Shapes;
using static ToolGen.Specification.Specs.Format.ExpressionShapes;

namespace ToolGen.Specification.Specs.Format;

/// <summary>The top level of a spec (SPEC §3), and its kinds.</summary>
internal static class SpecShapes
{
    private static readonly RecordShape Code = new(
        "code",
        Kind("code"),
        new Field("body", new TextShape(), "The C# body of async ValueTask<Output> RunAsync(Input input, ToolContext context, CancellationToken cancellationToken). Left out: NAME.tool.cs beside."))
    { Marks = ["kind"], MarkWord = "code", Aliases = Aliases.Implementation("code") };

    /// <summary>The kinds that ToolGen brings.</summary>
    public static readonly RecordShape[] Kinds = [HttpShapes.Http, TransformShapes.Transform, TransformShapes.File, SqlShapes.Sql, ComposeShapes.Compose, Code];

    public static readonly string[] KindNames = Kinds.Select(kind => kind.MarkWord!).ToArray();

    private static readonly Shape Implementation = new UnionShape([.. Kinds, new OwnKindShape(KindNames)]) { Name = "implementation" };

    private static readonly Shape Schema = new SchemaShape();

    private static readonly Shape Samples = new ListShape(SampleShapes.Sample);

    private static readonly RecordShape Annotations = new(
        "annotations",
        new Field("title", new StringShape(), "A title for people."),
        new Field("readOnlyHint", Flag, "Whether it changes nothing."),
        new Field("destructiveHint", Flag, "Whether it may destroy."),
        new Field("idempotentHint", Flag, "Whether calling it twice is as calling it once."),
        new Field("openWorldHint", Flag, "Whether it reaches beyond the host."));

    private static readonly RecordShape Limits = new(
        "limits",
        new Field("timeout", new StringShape(TextRules.Time), "Of one run; 30s unless given."),
        new Field("memory", new StringShape(TextRules.Size), "Of one run; 128MB unless given."),
        new Field("output", new StringShape(TextRules.Size), "The result's JSON; 1MB unless given."),
        new Field("http", new IntegerShape(0, 100_000), "Requests; 20 unless given."),
        new Field("sql", new IntegerShape(0, 100_000), "Statements; 10 unless given."),
        new Field("tools", new IntegerShape(0, 100_000), "Calls of other tools; 50 unless given."),
        new Field("rows", new IntegerShape(1, 1_000_000_000), "Rows held or returned; 100000 unless given."),
        new Field("groups", new IntegerShape(1, 1_000_000_000), "Groups and distinct keys; 100000 unless given."));

    private static readonly RecordShape Dependency = new(
        "dependency",
        new Field("package", new StringShape(new TextRule("a NuGet package's id", "CsvHelper", "^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}$", IsPackageId)), "The package's id.", Required: true),
        new Field("version", new StringShape(TextRules.NotBlank), "A version or range such as [33.0,34).", Required: true));

    public static readonly RecordShape Spec = new(
        "spec",
        new Field("toolgen", new IntegerShape(1, 1), "The format's version: 1."),
        new Field("$schema", new StringShape(), "Where editors find the schema."),
        new Field("name", new StringShape(TextRules.ToolName), "The tool's name, as the file's.", Required: true),
        new Field("version", new StringShape(TextRules.Version), "1.0.0 unless given."),
        new Field("title", new StringShape(TextRules.NotBlank), "A title for people."),
        new Field("description", new TextShape(), "What it does, when to use it and when not: models choose by it.", Required: true),
        new Field("asks", new ListShape(new StringShape(TextRules.NotBlank)), "3 to 10 requests in a user's words; searched, never run."),
        new Field("inputSchema", Schema, "JSON Schema 2020-12 of the input, an object.", Required: true),
        new Field("outputSchema", Schema, "JSON Schema 2020-12 of the output.", Required: true),
        new Field("annotations", Annotations, "MCP's hints; derived from capabilities, only made stricter by hand."),
        new Field("errors", new MapShape(new StringShape(TextRules.NotBlank), TextRules.ErrorCode), "The tool's own error codes and when each comes."),
        new Field("capabilities", new ListShape(new StringShape(TextRules.NotBlank)), "Effects the tool may have, such as \"http GET https://api.example/v1/*\" or \"clock\"."),
        new Field("limits", Limits, "Caps of one run."),
        new Field("dependencies", new ListShape(Dependency), "NuGet packages that the code uses."),
        new Field("implementation", Implementation, "How it is done. Left out: the project supplies partial RunAsync."),
        new Field("fallback", Implementation, "Used only where a package of dependencies is not to be had."),
        new Field("given", SampleShapes.Given, "The world before, for every sample."),
        new Field("examples", Samples, "Samples that models see too."))
    { Aliases = Aliases.Root, KeepsExtensions = true, Needs = ("implementation", "examples") };

    private static bool IsPackageId(string text)
    {
        if (text.Length is 0 or > 100 || text[0] is '.' or '-') return false;
        foreach (var c in text)
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '.' or '-')) return false;
        return true;
    }
}

/// <summary>A kind of the project's own: its fields have a schema of their own.</summary>
internal sealed class OwnKindShape(string[] known) : Shape
{
    public string[] Known => known;

    public override string Wanted => "an own kind of the project";

    public override bool Fits(JsonNode node) => node is JsonObject @object && @object["kind"] is JsonString kind && TextRules.KindName.Holds(kind.Value) && Array.IndexOf(known, kind.Value) < 0;

    public override void CheckFitting(JsonNode node, FindingSink sink, string label)
    {
    }
}
