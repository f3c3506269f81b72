using System;
using System.Globalization;
using System.IO;

namespace ToolGen.TestSupport;

/// <summary>Large files of orders, always the same: <c>id,region,amount,note</c> with quotes and text beyond ASCII, as a table and as JSON Lines.</summary>
internal static class OrderFiles
{
    /// <summary>A tool over them: the ten largest orders, and how many were read.</summary>
    public const string TopSpec = """
        {"name": "top_orders", "description": "The largest orders.",
        "inputSchema": {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]},
        "outputSchema": {"type": "object", "properties": {"read": {"type": "integer"}, "top": {"type": "array", "items": {"type": "object", "properties": {"id": {"type": "integer"}, "amount": {"type": "number"}}, "required": ["id", "amount"]}}}, "required": ["read", "top"]},
        "limits": {"timeout": "20min"},
        "implementation": {"kind": "file", "read": "data/{name}", "parse": "FORMAT", "record": {"id": "integer", "region": "string", "amount": "number", "note": "string"},
          "steps": [{"order": "row.Amount desc"}, {"take": "10"}], "result": {"read": "run.RowsRead", "top": "rows"}},
        "examples": [{"input": {"name": "a"}, "output": "?"}]}
        """;

    /// <summary>A tool that writes those of one region.</summary>
    public const string CopySpec = """
        {"name": "copy_orders", "description": "The orders of all regions but one.",
        "inputSchema": {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]},
        "outputSchema": {"type": "object", "properties": {"read": {"type": "integer"}, "written": {"type": "integer"}}, "required": ["read", "written"]},
        "limits": {"timeout": "20min"},
        "implementation": {"kind": "file", "read": "data/{name}", "parse": "FORMAT", "record": {"id": "integer", "region": "string", "amount": "number", "note": "string"},
          "steps": [{"where": "row.Region != \"north\""}], "write": "out/copy.FORMAT", "result": {"read": "run.RowsRead", "written": "run.RowsWritten"}},
        "examples": [{"input": {"name": "a"}, "output": "?"}]}
        """;

    private static readonly string[] Regions = ["north", "south", "east", "west"];

    /// <summary>Writes rows until a file has a size.</summary>
    /// <returns>The number of rows.</returns>
    public static long Write(string path, long bytes, bool isJson)
    {
        using var text = new StreamWriter(path, append: false, new System.Text.UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        if (!isJson) text.WriteLine("id,region,amount,note");
        var id = 0L;
        for (var written = 0L; written < bytes; id++)
        {
            var line = LineOf(id, isJson);
            text.WriteLine(line);
            written += line.Length + 1;
        }

        return id;
    }

    /// <summary>Of an order: spread over the whole file, no two alike.</summary>
    public static double AmountOf(long id) => (id * 7_919 % 1_000_003) + (id / 1_000_003 * 0.25);

    private static string LineOf(long id, bool isJson)
    {
        var amount = AmountOf(id).ToString("R", CultureInfo.InvariantCulture);
        var region = Regions[id % Regions.Length];
        return isJson
            ? $$"""{"id":{{id}},"region":"{{region}}","amount":{{amount}},"note":"order \"{{id}}\", grün, nothing to add"}"""
            : $"{id},{region},{amount},\"order \"\"{id}\"\", grün, nothing to add\"";
    }
}
