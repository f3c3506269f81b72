using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Fixes;

/// <summary>Near misses of samples (SPEC §4). What a sample feeds in or expects is never touched.</summary>
internal static class SampleMends
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

    /// <summary>Mends a list of samples. <paramref name="column"/>: the input that names a column of the rows written, where there is exactly one; its absence is reported there.</summary>
    public static void List(MendSink sink, JsonNode? samples, string? column = null)
    {
        if (samples is not JsonArray list) return;
        foreach (var sample in list.Items.OfType<JsonObject>())
        {
            SpecMends.Keys(sink, sample, Aliases.Sample);
            Code(sink, sample["error"], column);
            Given(sink, sample["given"]);
            Expect(sink, sample["expect"]);
        }
    }

    public static void Given(MendSink sink, JsonNode? node)
    {
        if (node is not JsonObject given) return;
        if (given["tools"] is JsonArray tools)
            foreach (var tool in tools.Items.OfType<JsonObject>()) Recording(sink, tool);
        if (given["http"] is JsonArray http)
            foreach (var answer in http.Items.OfType<JsonObject>()) Request(sink, answer["request"]);
    }

    private static void Expect(MendSink sink, JsonNode? node)
    {
        if (node is not JsonObject expect) return;
        if (expect["requests"] is JsonArray requests)
            foreach (var request in requests.Items) Request(sink, request);
        if (expect["sql"] is JsonObject { Members.Count: > 0 } sql)
        {
            var list = sql.Members.Select(member => (JsonNode)Object(("query", new JsonString(member.Name, default)), ("rows", member.Value))).ToArray();
            sink.Replace(
                FindingCatalog.AliasStructure, sql, new JsonArray(list, default), "queries and their rows are a list here", "Write a list of {query, rows}");
        }
    }

    // {"NAME": output} or {"NAME": {"error": "code"}} for {"tool": "NAME", "output" | "error": …}
    private static void Recording(MendSink sink, JsonObject tool)
    {
        Code(sink, tool["error"]);
        if (tool.Members.Count != 1 || tool.Members[0] is not { Name: not ("tool" or "step") } only) return;
        var name = ("tool", (JsonNode)new JsonString(only.Name, default));
        var mended = only.Value is JsonObject { Members.Count: 1 } inner && inner["error"] is JsonString error
            ? Object(name, ("error", error))
            : Object(name, ("output", only.Value));
        sink.Replace(
            FindingCatalog.AliasStructure, tool, mended, $"the recorded answer of `{only.Name}` names its tool as a key", "Write {tool, output} or {tool, error}");
    }

    // "GET url", {"POST url": body}
    private static void Request(MendSink sink, JsonNode? request)
    {
        const string what = "a request is an object here";
        if (request is JsonString text && Line(text.Value) is { } line)
            sink.Replace(FindingCatalog.AliasStructure, text, Object(line), what, "Write {method, url}");
        else if (request is JsonObject { Members.Count: 1 } only && Line(only.Members[0].Name) is { } head)
            sink.Replace(FindingCatalog.AliasStructure, only, Object([.. head, ("body", only.Members[0].Value)]), what, "Write {method, url, body}");
    }

    private static (string, JsonNode)[]? Line(string text)
    {
        var blank = text.IndexOf(' ');
        if (blank < 0) return null;
        var method = text.Substring(0, blank);
        return Methods.Contains(method) ? [("method", new JsonString(method, default)), ("url", new JsonString(text.Substring(blank + 1).Trim(), default))] : null;
    }

    // "code" or "code /pointer"
    private static void Code(MendSink sink, JsonNode? node, string? column = null)
    {
        if (node is not JsonString text) return;
        if (column is not null && text.Value is "column_not_found" or "missing_column")
        {
            var meant = "invalid_input /" + column;
            sink.Replace(FindingCatalog.AliasCode, text, new JsonString(meant, default), text.Value, meant);
            return;
        }

        var blank = text.Value.IndexOf(' ');
        var code = blank < 0 ? text.Value : text.Value.Substring(0, blank);
        if (Aliases.ErrorCode(code) is not { } known) return;
        sink.Replace(FindingCatalog.AliasCode, text, new JsonString(known + text.Value.Substring(code.Length), default), code, known);
    }

    internal static JsonObject Object(params IReadOnlyList<(string Name, JsonNode Value)> members) =>
        new(members.Select(member => new JsonMember(member.Name, default, member.Value)).ToArray(), default);
}
