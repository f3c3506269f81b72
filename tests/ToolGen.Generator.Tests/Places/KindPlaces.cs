using System.Collections.Generic;
using ToolGen.Generator.Tests.Compose;
using ToolGen.Generator.Tests.Harness;
using ToolGen.Generator.Tests.Kinds.Files;
using ToolGen.Generator.Tests.Kinds.Http;
using ToolGen.Generator.Tests.Kinds.Sql;
using ToolGen.Generator.Tests.Transform;

namespace ToolGen.Generator.Tests.Places;

/// <summary>A spec of each kind with C# at every place that the kind has, each on a line of its own.</summary>
/// <param name="Kind">Its word.</param>
/// <param name="Spec">The whole text.</param>
/// <param name="Code">Pieces of the text where a sequence point must begin.</param>
internal sealed record KindPlaces(string Kind, string Spec, params string[] Code)
{
    public static readonly string Child = Composite.Child("child", "\"n\": {\"type\": \"integer\"}", "\"n\": {\"type\": \"integer\"}");

    public static IReadOnlyList<KindPlaces> All { get; } =
    [
        new(
            "transform",
            TransformSpec.Text("""
                "parse": "lines",
                "let": {
                  "most": "input.Max * 2"
                },
                "fail": [{ "when":
                    "most > 1000", "code": "too_many", "message": "too many" }],
                "steps": [
                  { "where":
                      "row.Line != \"\"" },
                  { "set": { "x":
                      "row.Number * 3" } },
                  { "group": { "key":
                      "row.X % 7" }, "aggregate": { "x":
                      "sum(row.Number + 1)" } },
                  { "order":
                      "row.X desc" },
                  { "take":
                      "most + 1" }
                ],
                "result": {
                  "items":
                      "rows" }
                """),
            "input.Max * 2", "most > 1000", "row.Line != ", "row.Number * 3", "row.X % 7", "row.Number + 1", "row.X desc", "most + 1", "rows\""),
        new(
            "code",
            Specs.Code("\"n\": {\"type\": \"integer\"}", "\"v\": {\"type\": \"integer\"}", "one").Replace("[ \"one\" ]", """
                [
                "var twice = (input.N ?? 1) * 2;",
                "if (twice > 100)",
                "    twice = 100;",
                "return new Output(twice);"
                ]
                """, System.StringComparison.Ordinal),
            "var twice", "if (twice", "twice = 100;", "return new"),
        new(
            "http",
            HttpSpec.Text("""
                "url": "https://api.example/v1/{next}",
                "let": {
                  "next": "(input.N ?? 0) + 1"
                },
                "response": { "size": "integer" },
                "fail": [{ "when":
                    "response.Size > 9", "code": "rejected", "message": "no" }],
                "result": {
                  "ok": "response.Size > 3" }
                """),
            "(input.N ?? 0) + 1", "response.Size > 9", "response.Size > 3"),
        new(
            "file",
            FileSpec.Text("""
                "read": "data/*.csv", "parse": "csv", "record": { "k": "string", "n": "integer" },
                "let": {
                  "low": "input.Name.Length + 1"
                },
                "steps": [
                  { "where":
                      "row.N > low" }
                ],
                "write": { "path": "out/{name}.csv", "value": { "k":
                    "row.K.Trim()" } }
                """),
            "input.Name.Length + 1", "row.N > low", "run.FilesRead"),
        new(
            "sql",
            SqlSpec.Text("""
                "sql": "SELECT name FROM things LIMIT {most}",
                "let": {
                  "most": "input.Limit + 1"
                },
                "fail": [{ "when":
                    "rows.Count > 5", "code": "too_many", "message": "no" }],
                "result": {
                  "rows": "rows" }
                """),
            "input.Limit + 1", "rows.Count > 5", "rows\" }"),
        new(
            "compose",
            Composite.Text("\"n\": {\"type\": \"integer\"}", "\"v?\": {\"type\": \"integer\"}", """
                "let": {
                  "next": "input.N + 1"
                },
                "steps": {
                  "one": { "tool": "child", "input": { "n": "{next}" }, "when":
                      "next > 0" }
                },
                "fail": [{ "when":
                    "next > 100", "code": "too_many", "message": "no" }],
                "result": {
                  "v": "one?.N" }
                """),
            "input.N + 1", "next > 0", "next > 100", "one?.N"),
    ];
}
