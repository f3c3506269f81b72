using System.Collections.Generic;
using System.IO;
using System.Linq;
using ToolGen.TestSupport;

namespace ToolGen.Generator.Tests.Hostile;

/// <summary>The specs whose strings are replaced: one that has every member of the format, and real ones of every kind.</summary>
internal static class BaseSpecs
{
    public const string EveryMember = """
        { "name": "every_member", "title": "Every member", "version": "1.2.3", "description": ["First line.", "Second line."],
          "toolgen": 1, "asks": ["do it all", "do it now", "do it well"], "annotations": { "readOnlyHint": true },
          "errors": { "too_small": "the number is below the least" }, "limits": { "timeout": "10s", "memory": "64MB", "rows": 10 }, "capabilities": ["clock"],
          "_meta": { "note": "kept" }, "x-note": "kept too",
          "inputSchema": { "type": "object", "title": "The input", "description": "What comes in.",
            "properties": {
              "text": { "type": "string", "description": "A text.", "minLength": 0, "maxLength": 9, "pattern": "^[a-z]*$", "examples": ["abc"], "default": "abc" },
              "mode": { "type": "string", "enum": ["fast", "slow"], "default": "fast" },
              "fixed": { "const": "only this" },
              "when": { "type": "string", "format": "date" },
              "tags": { "type": "array", "items": { "type": "string", "enum": ["a", "b"] }, "uniqueItems": true },
              "owner": { "type": "object", "properties": { "full_name": { "type": "string" }, "age": { "type": "integer" } }, "required": ["full_name"] },
              "extra": { "type": "object", "additionalProperties": { "type": "number" } },
              "link": { "$ref": "#/$defs/place" } },
            "required": ["text"],
            "$defs": { "place": { "type": "object", "properties": { "city": { "type": "string" } } } } },
          "outputSchema": { "type": "object", "properties": { "answer": { "type": "string", "description": "What comes out." } }, "required": ["answer"] },
          "implementation": { "kind": "code", "body": ["if (input.Text.Length < 0) throw Fail(\"too_small\", \"below the least\");", "return new Output($\"{input.Text}!\");"] },
          "examples": [ { "name": "plain", "input": { "text": "abc" }, "output": { "answer": "abc!" } }, { "input": { "no_such": 1 }, "error": "invalid_input /no_such" } ] }
        """;

    public const string Declared = """
        { "name": "declared_one", "description": "The project has the code.",
          "inputSchema": { "type": "object", "properties": { "a": { "type": "string" } } },
          "outputSchema": { "type": "object", "properties": { "b": { "type": "string" } } } }
        """;

    /// <summary>Path and text; a path that fits the name.</summary>
    public static IReadOnlyList<(string Path, string Text)> All { get; } =
    [
        ("tools/every_member.tool.json", EveryMember),
        ("tools/declared_one.tool.json", Declared),
        .. new[] { "low_stock", "convert_roman", "revenue_by_product", "count_tags", "extract_links", "price_changes" }
            .Select(name => ("tools/" + name + ".tool.json", File.ReadAllText(Path.Combine(SharedData.Repository, "tests", "Specs", name + ".tool.json")))),
    ];
}
