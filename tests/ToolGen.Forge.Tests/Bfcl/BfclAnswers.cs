using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ToolGen.Forge.Tests.Bfcl;

/// <summary>
/// The calls that an answer of the set accepts. A list holds the accepted values of an argument, and <c>""</c> in it means that the argument
/// may be left out; the same holds inside objects, also inside lists of objects.
/// </summary>
internal static class BfclAnswers
{
    /// <summary>Labels that their own schema refutes: the call, and where it must be refused.</summary>
    public static readonly IReadOnlyDictionary<string, string> KnownWrong = new Dictionary<string, string>
    {
        // "" for an argument that the schema requires.
        ["simple_python_17 without formatted"] = "/formatted",
        ["simple_python_200 without fuel_efficiency"] = "/fuel_efficiency",
        // A list of lists where the schema has a list of strings.
        ["simple_python_149 company_names [[\"Apple\"],[\"Microsoft\"]]"] = "/company_names/0",
        // A boolean where the schema has a string.
        ["simple_python_307 venue true"] = "/venue",
        // Values outside the enum.
        ["simple_python_358 diet [\"GF\"]"] = "/diet/0",
        ["simple_python_358 diet [\"gluten free\"]"] = "/diet/0",
    };

    /// <summary>The call of first values, then one for each further accepted value and each argument that may be left out.</summary>
    public static IEnumerable<(string Label, JsonObject Call)> Of(BfclDocument document)
    {
        yield return (document.Id + " first", First(document));
        foreach (var argument in document.Answer!.Value.EnumerateObject())
        {
            foreach (var value in argument.Value.EnumerateArray())
            {
                var call = First(document);
                if (IsAbsence(value))
                {
                    call.Remove(argument.Name);
                    yield return ($"{document.Id} without {argument.Name}", call);
                    continue;
                }

                foreach (var variant in Variants(value))
                {
                    call = First(document);
                    call[argument.Name] = variant.DeepClone();
                    yield return (Label(document, argument.Name, variant), call);
                }
            }
        }
    }

    /// <summary>The first accepted value of each argument, known wrong ones passed over.</summary>
    public static JsonObject First(BfclDocument document)
    {
        var call = new JsonObject();
        foreach (var argument in document.Answer!.Value.EnumerateObject())
        {
            var values = Values(argument.Value).Select(value => Variants(value).First());
            if (values.FirstOrDefault(value => !KnownWrong.ContainsKey(Label(document, argument.Name, value))) is { } first) call[argument.Name] = first;
        }

        return call;
    }

    private static string Label(BfclDocument document, string argument, JsonNode value) => $"{document.Id} {argument} {value.ToJsonString()}";

    // One value per choice inside, the others at their first.
    private static IEnumerable<JsonNode> Variants(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                yield return FirstOf(value);
                foreach (var member in value.EnumerateObject())
                {
                    if (member.Value.ValueKind != JsonValueKind.Array) continue;
                    foreach (var choice in member.Value.EnumerateArray().Skip(1))
                    {
                        var changed = (JsonObject)FirstOf(value);
                        if (IsAbsence(choice)) changed.Remove(member.Name);
                        else changed[member.Name] = Variants(choice).First();
                        yield return changed;
                    }
                }

                break;
            case JsonValueKind.Array:
                yield return new JsonArray(value.EnumerateArray().Select(item => Variants(item).First()).ToArray());
                break;
            default:
                yield return JsonNode.Parse(value.GetRawText())!;
                break;
        }
    }

    private static JsonNode FirstOf(JsonElement value)
    {
        var result = new JsonObject();
        foreach (var member in value.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Array) result[member.Name] = JsonNode.Parse(member.Value.GetRawText());
            else if (Values(member.Value).FirstOrDefault() is { ValueKind: not JsonValueKind.Undefined } first) result[member.Name] = Variants(first).First();
        }

        return result;
    }

    private static IEnumerable<JsonElement> Values(JsonElement accepted) => accepted.EnumerateArray().Where(value => !IsAbsence(value));

    private static bool IsAbsence(JsonElement value) => value.ValueKind == JsonValueKind.String && value.GetString()!.Length == 0;
}
