using System.Collections.Generic;

namespace ToolGen.Specification.Fixes;

/// <summary>The words that models write out of habit, by place, and the word of the format (SPEC §4, §5). One place for all of them.</summary>
public static class Aliases
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>Keys of the spec itself.</summary>
    public static IReadOnlyDictionary<string, string> Root { get; } = Table(
        "inputSchema: input_schema parameters inputs arguments args",
        "outputSchema: output_schema outputs returns",
        "implementation: impl",
        "examples: samples");

    /// <summary>Keys of a sample.</summary>
    public static IReadOnlyDictionary<string, string> Sample { get; } = Table(
        "input: args arguments params",
        "output: expected expectedOutput expected_output");

    /// <summary>Keys of <c>parse</c> where it is an object.</summary>
    public static IReadOnlyDictionary<string, string> Parse { get; } = Table("format: type kind", "delimiter: separator");

    /// <summary>Keys of one step of a transform.</summary>
    public static IReadOnlyDictionary<string, string> Step { get; } = Table(
        "where: filter",
        "select: map project",
        "order: sort orderBy order_by",
        "group: groupBy group_by",
        "take: limit top",
        "distinct: unique dedupe",
        "aggregate: aggregates aggregations");

    /// <summary>Keys of one step of a compose graph.</summary>
    public static IReadOnlyDictionary<string, string> ComposeStep { get; } = Table(
        "input: args params with arguments",
        "tool: uses",
        "when: if",
        "after: needs dependsOn depends_on",
        "each: forEach for_each",
        "retry: retries");

    private static readonly Dictionary<string, IReadOnlyDictionary<string, string>> ByKind = new()
    {
        ["http"] = Table(
            "url: endpoint uri",
            "method: verb",
            "query: params queryParams query_params",
            "body: json data payload",
            "auth: authentication",
            "paging: pagination",
            "retry: retries",
            "fail: errorWhen error_when"),
        ["transform"] = Table("record: columns fields"),
        ["file"] = Table("record: columns fields", "read: path glob files input", "write: output save to"),
        ["sql"] = Table("sql: statement query command", "database: connection db", "writes: write", "record: columns fields"),
        ["compose"] = None,
        ["code"] = Table("body: source script code"),
    };

    private static readonly Dictionary<string, string> TypeWords = Table(
        "object: dict dictionary map hash struct",
        "number: float double real float32 float64 numeric",
        "integer: int long int32 int64 short",
        "string: str text char varchar",
        "boolean: bool",
        "array: list tuple set sequence",
        "null: none nil void");

    /// <summary>Keys of an implementation of a kind; empty for a kind that is not known.</summary>
    public static IReadOnlyDictionary<string, string> Implementation(string kind) => ByKind.TryGetValue(kind, out var table) ? table : None;

    /// <summary>The JSON Schema type that a word of a programming language stands for, ignoring case; null where there is none. <c>any</c> is no type.</summary>
    public static string? SchemaType(string word) => TypeWords.TryGetValue(word.ToLowerInvariant(), out var type) ? type : null;

    /// <summary>Words for a value of any type: in a schema the absence of <c>type</c>, in a short record <c>json</c>.</summary>
    public static bool IsAny(string word) => word.ToLowerInvariant() is "any" or "mixed" or "unknown";

    /// <summary>The code of the closed list that another one stands for, or null (SPEC §4).</summary>
    public static string? ErrorCode(string code) => code switch
    {
        "tool_failed" => "step_failed",
        "parse_error" => "bad_data",
        "path_denied" => "denied",
        "http_404" => "not_found",
        { Length: 8 } when code.StartsWith("http_", System.StringComparison.Ordinal) && IsDigits(code, 5) => "upstream",
        _ => null,
    };

    private static bool IsDigits(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
            if (text[i] is < '0' or > '9') return false;
        return true;
    }

    // "right: wrong wrong …"
    private static Dictionary<string, string> Table(params string[] rows)
    {
        var table = new Dictionary<string, string>();
        foreach (var row in rows)
        {
            var colon = row.IndexOf(':');
            foreach (var alias in row.Substring(colon + 2).Split(' ')) table.Add(alias, row.Substring(0, colon));
        }

        return table;
    }
}
