using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace ToolGen.OpenApi.Tests.RestBench;

/// <summary>A call of an imported operation, and what the server must see of it by the document.</summary>
internal static class OperationCall
{
    private static readonly string[] Texts = ["plain", "a&b=c#d?e", "é 💡+%41", "%2e", "x\ny", ";,:@"];

    /// <summary>Arguments and the target of the request.</summary>
    /// <param name="operation">By the test's own reading.</param>
    /// <param name="input">The tool's <c>inputSchema</c>: arguments keep to it.</param>
    /// <param name="basePath">Of the server.</param>
    /// <param name="all">All parameters, or only those that are required.</param>
    /// <param name="seed">Chooses values.</param>
    public static (JsonObject Arguments, string Target) Of(Operation operation, JsonObject input, string basePath, bool all, int seed)
    {
        var arguments = new JsonObject();
        var path = basePath + operation.Path;
        var query = new List<string>();
        foreach (var parameter in operation.Parameters.Where(parameter => all || parameter.IsRequired))
        {
            var schema = input["properties"]![parameter.Input]!.AsObject();
            var (value, texts) = Value(parameter, schema, seed++);
            arguments[parameter.Input] = value;
            if (parameter.In == "path") path = path.Replace($"{{{parameter.Name}}}", Uri.EscapeDataString(texts[0]), StringComparison.Ordinal);
            else query.AddRange(texts.Select(text => $"{Uri.EscapeDataString(parameter.Name)}={Uri.EscapeDataString(text)}"));
        }

        return (arguments, path + (query.Count == 0 ? "" : "?" + string.Join('&', query)));
    }

    /// <summary>Whether an output says nothing that the answer does not.</summary>
    public static bool IsPartOf(JsonNode? output, JsonNode? answer) => (output, answer) switch
    {
        (JsonObject part, JsonObject whole) => part.All(member => member.Value is null ? whole[member.Key] is null : whole.ContainsKey(member.Key) && IsPartOf(member.Value, whole[member.Key])),
        (JsonArray part, JsonArray whole) => part.Count == whole.Count && part.Zip(whole).All(pair => IsPartOf(pair.First, pair.Second)),
        _ => JsonNode.DeepEquals(output, answer),
    };

    private static (JsonNode Value, string[] Texts) Value(OperationParameter parameter, JsonObject schema, int seed)
    {
        if (schema["enum"] is JsonArray words) return (words[0]!.DeepClone(), [words[0]!.ToString()]);
        switch (parameter.Type)
        {
            case "integer":
                var whole = (schema["minimum"] ?? schema["exclusiveMinimum"])?.GetValue<int>() + 1 ?? (seed * 7) - 3;
                return (whole, [whole.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            case "number":
                return (seed + 0.5, [$"{seed}.5"]);
            case "boolean":
                return (seed % 2 == 0, [seed % 2 == 0 ? "true" : "false"]);
            case "array":
                var elements = schema["items"]!["enum"]?.AsArray().Select(item => item!.GetValue<string>()).Take(2).ToArray() ?? ["album", "a,b"];
                return (new JsonArray([.. elements.Select(element => (JsonNode)element)]), parameter.Explodes ? elements : [string.Join(',', elements)]);
            default:
                var text = schema["format"]?.GetValue<string>() switch { "date" => "2026-01-31", "date-time" => "2026-01-31T09:30:00Z", "uri" => "https://example.com/a", _ => parameter.In == "path" ? "4aawyAB9vmqN3uQ7FjRGTy" : Texts[seed % Texts.Length] };
                return (text, [text]);
        }
    }
}
