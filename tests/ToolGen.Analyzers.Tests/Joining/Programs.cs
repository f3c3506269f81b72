using System.IO;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using ToolGen.TestSupport;

namespace ToolGen.Analyzers.Tests.Joining;

/// <summary>Programs as people write them, and what is compared of them before and after.</summary>
internal static class Programs
{
    public static string Read(string name) => File.ReadAllText(Path.Combine(Repository.Root, "tests", "ToolGen.Analyzers.Tests", "Joining", "programs", name));

    /// <summary>Calls a static method of the program.</summary>
    public static object Call(this Assembly program, string type, string method, params object[] arguments) => program.GetType(type, throwOnError: true)!.GetMethod(method)!.Invoke(null, arguments)!;

    /// <summary>What an answer says: the value that stands in <c>result</c> where nothing else does.</summary>
    public static string Value(JsonNode? answer) => (answer is JsonObject { Count: 1 } wrapped && wrapped.ContainsKey("result") ? wrapped["result"] : answer)?.ToJsonString() ?? "null";

    /// <summary>A text that is JSON or not; none is what the MCP SDK makes of null.</summary>
    public static JsonNode? Parse(string text)
    {
        if (text.Length == 0) return null;
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }

    /// <summary>
    /// A schema of arguments without what is said of a tool alone, on purpose (the page names each): that the object is closed, bounds and forms of numbers, no default of null.
    /// </summary>
    public static string Schema(JsonElement schema)
    {
        var node = JsonNode.Parse(schema.GetRawText())!.AsObject();
        node.Remove("additionalProperties");
        if (node["properties"] is JsonObject { Count: 0 }) node.Remove("properties");
        foreach (var (_, property) in node["properties"] as JsonObject ?? [])
        {
            foreach (var own in new[] { "minimum", "maximum", "format", "pattern" })
                if (property!["maxLength"] is null && own is not ("minimum" or "maximum") || property["type"]?.ToString() == "integer") property!.AsObject().Remove(own);
        }

        return Sorted(node).ToJsonString();
    }

    private static JsonNode Sorted(JsonObject node)
    {
        var sorted = new JsonObject();
        foreach (var (name, value) in System.Linq.Enumerable.OrderBy(node, pair => pair.Key, System.StringComparer.Ordinal)) sorted[name] = value is JsonObject inner ? Sorted(inner) : value?.DeepClone();
        return sorted;
    }
}
