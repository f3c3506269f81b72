using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using ToolGen.Benchmarks.Validation;

namespace ToolGen.Benchmarks.Tokens;

/// <summary>Functions of data sets, as a chat request carries them: name, description, parameters.</summary>
internal static class RawSchemas
{
    public static IEnumerable<Described> Bfcl(string data)
    {
        foreach (var (question, golden) in FunctionCorpus.BfclCalls(Path.Combine(data, "bfcl")))
        {
            var function = question["function"]![0]!.AsObject();
            yield return Of(function["name"]!.GetValue<string>(), function["description"]!.GetValue<string>(), function["parameters"]!.AsObject(), golden);
        }
    }

    public static IEnumerable<Described> SealTools(string data)
    {
        foreach (var (tool, golden) in FunctionCorpus.SealCalls(Path.Combine(data, "seal-tools")))
        {
            var parameters = new JsonObject { ["type"] = "object", ["properties"] = tool["parameters"]!.DeepClone(), ["required"] = tool["required"]?.DeepClone() ?? new JsonArray() };

            // Words of the data set's own, such as "example", are no keywords: a spec of it has types and descriptions.
            var meant = parameters.DeepClone().AsObject();
            foreach (var (_, property) in meant["properties"]!.AsObject())
                foreach (var word in property!.AsObject().Select(member => member.Key).Where(key => key is not ("type" or "description")).ToArray()) property.AsObject().Remove(word);
            yield return Of(tool["api_name"]!.GetValue<string>(), tool["api_description"]!.GetValue<string>(), parameters, golden, meant);
        }
    }

    private static Described Of(string name, string description, JsonObject parameters, JsonObject golden, JsonObject? meant = null)
    {
        var raw = new JsonObject { ["name"] = name, ["description"] = description, ["parameters"] = parameters.DeepClone() };
        var spec = new JsonObject
        {
            ["name"] = new string([.. name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')]),
            ["description"] = description,
            ["inputSchema"] = (meant ?? parameters).DeepClone(),
            ["outputSchema"] = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject(), ["additionalProperties"] = false },
            ["implementation"] = new JsonObject { ["kind"] = "code", ["body"] = "return new Output();" },
            ["examples"] = new JsonArray(new JsonObject { ["input"] = golden.DeepClone(), ["output"] = new JsonObject() }),
        };
        return new(name, raw.ToJsonString(), spec.ToJsonString());
    }
}
