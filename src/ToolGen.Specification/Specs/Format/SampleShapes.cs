using ToolGen.Specification.Fixes;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs.Shapes;

namespace ToolGen.Specification.Specs.Format;

/// <summary>Samples and the world around them (SPEC §4).</summary>
internal static class SampleShapes
{
    private static readonly Shape Json = new AnyShape();

    private static readonly Shape ErrorCode = new StringShape(TextRules.ErrorCode);

    private static readonly Shape Tool = new StringShape(TextRules.ToolReference);

    private static readonly Shape Pointers = new ListShape(new StringShape(TextRules.JsonPointer));

    private static readonly Shape NullText = new KindShape("null", JsonKind.Null);

    private static readonly Shape FileText = new UnionShape(new TextShape(endsLines: true), NullText);

    private static readonly Field[] RequestRest =
    [
        new("query", new MapShape(Json), "Query parameters; null: must be absent."),
        new("headers", new MapShape(new UnionShape(new StringShape(), NullText)), "Headers; a secret is \"***\", null: must be absent."),
        new("body", Json, "The body; null: must be absent."),
        new("form", new MapShape(Json), "The form."),
        new("multipart", new MapShape(Json), "The parts: a text, or {text | json | base64, fileName?, contentType?}; a list where a name has several."),
    ];

    private static readonly RecordShape Request = new(
        "request",
        [new("method", HttpShapes.Method, "The method.", Required: true), new("url", new StringShape(TextRules.NotBlank), "The URL.", Required: true), .. RequestRest]);

    private static readonly RecordShape RequestPattern = new(
        "recorded request",
        [new("method", HttpShapes.Method, "The method."), new("url", new StringShape(TextRules.NotBlank), "The URL."), .. RequestRest]);

    private static readonly RecordShape Recording = new(
        "recording",
        new Field("request", RequestPattern, "Fits only a request that has these members; unless given, any."),
        new Field("status", new IntegerShape(100, 599), "The status; 200 unless given."),
        new Field("headers", new MapShape(new StringShape()), "Response headers."),
        new Field("response", Json, "The response's body: JSON, or a string as text."),
        new Field("body", Json, "The same as response."),
        new Field("error", ErrorCode, "In place of an answer: unavailable, timeout."))
    { Excludes = ["response", "body"] };

    private static readonly RecordShape ToolRecording = new(
        "recorded call",
        new Field("tool", Tool, "The tool's name.", Required: true),
        new Field("step", new StringShape(TextRules.Identifier), "Only for this step."),
        new Field("input", Json, "Only for this input."),
        new Field("output", Json, "What it answers."),
        new Field("error", new StringShape(TextRules.ExpectedError), "The error it ends with."))
    { OneOf = ["output", "error"] };

    private static readonly Shape Statements = new ListShape(new StringShape(TextRules.NotBlank));

    public static readonly RecordShape Given = new(
        "given",
        new Field("http", new ListShape(Recording), "Recorded answers, in order, each once."),
        new Field("files", new MapShape(FileText), "Path to contents: a string, or an array whose lines each end with LF; null removes."),
        new Field("sql", new UnionShape(Statements, new MapShape(Statements, TextRules.LogicalName)), "Statements that fill the scratch database, or {database: statements}."),
        new Field("tools", new ListShape(ToolRecording), "Recorded answers of other tools; unless given, they run."),
        new Field("secrets", new MapShape(new UnionShape(new StringShape(), NullText), TextRules.LogicalName), "Name to value, for samples only; null removes."),
        new Field("settings", new MapShape(new UnionShape(new StringShape(), NullText), TextRules.LogicalName), "What {settings.NAME} stands for; null removes."),
        new Field("now", new StringShape(TextRules.NotBlank), "The clock, an RFC 3339 instant; 2000-01-01T00:00:00Z unless given."),
        new Field("random", new UnionShape(new KindShape("a seed", JsonKind.Number), new ListShape(new KindShape("a number", JsonKind.Number))), "A seed, or the draws in order."));

    private static readonly RecordShape Expect = new(
        "expect",
        new Field("requests", new ListShape(Request), "All requests, in order."),
        new Field("tools", new ListShape(new RecordShape("expected call", new Field("tool", Tool, "The tool's name.", Required: true), new Field("input", Json, "Its input.", Required: true))), "All calls of other tools, in any order."),
        new Field("files", new MapShape(FileText), "Path to contents after the run; null: must be absent."),
        new Field(
            "sql",
            new ListShape(new RecordShape("expected rows", new Field("query", new StringShape(TextRules.NotBlank), "A query.", Required: true), new Field("rows", new ListShape(Json), "Its rows.", Required: true), new Field("database", new StringShape(TextRules.LogicalName), "The database, where there are many."))),
            "What queries see after the run."));

    private static readonly RecordShape Compare = new(
        "compare",
        new Field("tolerance", new AmountShape(), "How far numbers may differ, absolute."),
        new Field("unordered", Pointers, "JSON Pointers of lists whose order is free."),
        new Field("ignore", Pointers, "JSON Pointers that are left out."));

    public static readonly RecordShape Sample = new(
        "sample",
        new Field("name", new StringShape(TextRules.NotBlank), "A short title."),
        new Field("input", Json, "The input.", Required: true),
        new Field("output", Json, "The output; \"?\": the trial computes it."),
        new Field("error", new StringShape(TextRules.ExpectedError), "The expected error: its code, or code and pointer."),
        new Field("given", Given, "The world before, on top of the spec's own given."),
        new Field("expect", Expect, "What must be seen."),
        new Field("compare", Compare, "How outputs are compared."))
    { Aliases = Aliases.Sample, OneOf = ["output", "error"] };

    /// <summary><c>NAME.tests.json</c>.</summary>
    public static readonly Shape HeldOut = new UnionShape(
        new ListShape(Sample),
        new RecordShape("tests", new Field("given", Given, "The world before, for every sample here."), new Field("tests", new ListShape(Sample), "The samples.", Required: true)));
}
