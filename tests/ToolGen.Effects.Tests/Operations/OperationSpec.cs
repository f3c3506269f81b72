using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace ToolGen.Effects.Tests.Operations;

/// <summary>The spec of one operation, made from its path, parameters and <c>required</c>, and the calls that test it.</summary>
internal sealed class OperationSpec(string origin, string basePath, Operation operation)
{
    private static readonly string[] Texts = ["plain", "a&b=c#d?e", "é 💡+%41", "%2e", "x\ny", ";,:@"];

    public string Name { get; } = "get_" + string.Join('_', operation.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Trim('{', '}'))).ToLowerInvariant().Replace('-', '_');

    public Operation Operation => operation;

    /// <summary>What the tool gives of the server's answer.</summary>
    public JsonNode Output => operation.Answer is JsonArray list ? new JsonObject { ["items"] = list.DeepClone() } : operation.Answer;

    public string Text()
    {
        var url = operation.Parameters.Aggregate(operation.Path, (path, parameter) => path.Replace($"{{{parameter.Name}}}", $"{{{parameter.Input}}}", StringComparison.Ordinal));
        var implementation = new JsonObject { ["kind"] = "http", ["url"] = origin + basePath + url };
        var joined = operation.Parameters.Where(parameter => parameter is { Type: "array", Explodes: false }).ToList();
        if (joined.Count > 0) implementation["let"] = new JsonObject(joined.Select(parameter => KeyValuePair.Create(parameter.Input + "_list", (JsonNode?)$"string.Join(\",\", input.{char.ToUpperInvariant(parameter.Input[0])}{parameter.Input[1..]})")));
        var query = operation.Parameters.Where(parameter => parameter.In == "query").ToList();
        if (query.Count > 0) implementation["query"] = new JsonObject(query.Select(parameter => KeyValuePair.Create(parameter.Name, (JsonNode?)$"{{{parameter.Input}{(joined.Contains(parameter) ? "_list" : "")}}}")));
        if (operation.Answer is JsonArray) implementation["responseSchema"] = JsonShape.Of(operation.Answer);
        return new JsonObject
        {
            ["name"] = this.Name,
            ["description"] = "GET " + operation.Path,
            ["inputSchema"] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject(operation.Parameters.Select(parameter => KeyValuePair.Create(parameter.Input, (JsonNode?)Schema(parameter)))),
                ["required"] = new JsonArray([.. operation.Parameters.Where(parameter => parameter.IsRequired).Select(parameter => (JsonNode)parameter.Input)]),
            },
            ["outputSchema"] = JsonShape.Of(this.Output),
            ["implementation"] = implementation,
            ["examples"] = new JsonArray(new JsonObject { ["input"] = this.Call(all: true, 0).Arguments.DeepClone(), ["output"] = "?" }),
        }.ToJsonString();
    }

    /// <summary>Arguments and what the server must see of them.</summary>
    /// <param name="all">All parameters, or only those that are required.</param>
    /// <param name="seed">Chooses values.</param>
    public (JsonObject Arguments, string Target) Call(bool all, int seed)
    {
        var arguments = new JsonObject();
        var path = basePath + operation.Path;
        var query = new List<string>();
        foreach (var parameter in operation.Parameters.Where(parameter => all || parameter.IsRequired))
        {
            var (value, texts) = Value(parameter, seed++);
            arguments[parameter.Input] = value;
            if (parameter.In == "path") path = path.Replace($"{{{parameter.Name}}}", Uri.EscapeDataString(texts[0]), StringComparison.Ordinal);
            else query.AddRange(texts.Select(text => $"{Uri.EscapeDataString(parameter.Name)}={Uri.EscapeDataString(text)}"));
        }

        return (arguments, path + (query.Count == 0 ? "" : "?" + string.Join('&', query)));
    }

    private static JsonObject Schema(OperationParameter parameter) => parameter.Type == "array"
        ? new() { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } }
        : new() { ["type"] = parameter.Type };

    private static (JsonNode Value, string[] Texts) Value(OperationParameter parameter, int seed) => parameter.Type switch
    {
        "integer" => (seed * 7 - 3, [(seed * 7 - 3).ToString(System.Globalization.CultureInfo.InvariantCulture)]),
        "number" => (seed + 0.5, [$"{seed}.5"]),
        "boolean" => (seed % 2 == 0, [seed % 2 == 0 ? "true" : "false"]),
        "array" => (new JsonArray("album", "a,b"), parameter.Explodes ? ["album", "a,b"] : ["album,a,b"]),
        _ when parameter.In == "path" => ("4aawyAB9vmqN3uQ7FjRGTy", ["4aawyAB9vmqN3uQ7FjRGTy"]),
        _ => (Texts[seed % Texts.Length], [Texts[seed % Texts.Length]]),
    };
}
