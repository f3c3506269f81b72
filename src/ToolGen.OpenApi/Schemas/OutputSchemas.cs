using System.Collections.Generic;
using System.Linq;
using ToolGen.OpenApi.Documents;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.OpenApi.Schemas;

/// <summary>
/// Schemas of answers, for real ones: names and types, all of them optional and nullable. Enumerations, bounds and formats describe what
/// a service meant when its document was written; an answer that is otherwise is still an answer.
/// </summary>
internal sealed class OutputSchemas(SchemaScope scope)
{
    /// <summary>Objects and lists inside each other; what lies deeper is any JSON.</summary>
    private const int Deepest = 5;

    private const int MostProperties = 200;

    /// <summary>Any JSON.</summary>
    public static JsonObject Any => JsonMake.Object();

    /// <summary>The schema of an answer's root: not null.</summary>
    public JsonObject Root(At schema) => this.Of(schema, 0, isNullable: false);

    private JsonObject Of(At schema, int depth, bool isNullable)
    {
        if (!schema.IsObject) return Any;
        if (depth > Deepest || !scope.Takes()) return this.Shortened(schema, depth > Deepest ? $"it lies deeper than {Deepest}" : "there is too much of it");
        var parts = SchemaParts.Of(scope.Document, schema, scope.Around);
        var entered = parts.Visited.Where(scope.Enter).ToList();
        try
        {
            return parts.Visited.Count > entered.Count ? this.Shortened(schema, "it holds itself") : this.Write(parts, depth, isNullable);
        }
        finally
        {
            foreach (var node in entered) scope.Leave(node);
        }
    }

    private JsonObject Write(SchemaParts parts, int depth, bool isNullable)
    {
        var types = SchemaTypes.Of(parts, scope.Dirt, scope.Findings);
        var choices = parts.Alternatives.SelectMany(list => list).Where(choice => !IsNull(choice)).ToList();
        if (choices.Count == 1 && !parts.Properties.Any()) return this.Of(choices[0], depth, isNullable);
        var members = new List<JsonMember>();
        var properties = parts.Properties.ToList();
        if (choices.Count > 1)
        {
            // What the cases have between them; an answer is one of them.
            var cases = choices.Select(choice => SchemaParts.Of(scope.Document, choice, scope.Around)).ToList();
            if (cases.Any(one => !one.Properties.Any())) return Any;
            foreach (var property in cases.SelectMany(one => one.Properties))
                if (properties.FindIndex(known => known.Name == property.Name) is var index && index < 0) properties.Add(property);
                else if (properties[index].Schema.Node != property.Schema.Node) properties[index] = (property.Name, default);
            types = new(["object"], types.IsNullable);
        }

        if (types.Only is not { } type) return Any;
        if (type == "object" && properties.Count == 0)
        {
            if (!parts["additionalProperties"].IsObject || parts["additionalProperties"].Node is JsonObject { Members.Count: 0 }) return Any;
            var values = this.Of(parts["additionalProperties"], depth + 1, isNullable: true);
            members.Add(JsonMake.Member("additionalProperties", HasRecords(values) ? Any : values));
        }
        else if (type == "object")
        {
            members.Add(JsonMake.Member("properties", JsonMake.Object(properties.Where(property => !IsWriteOnly(property.Schema)).Take(MostProperties).Select(property => JsonMake.Member(property.Name, this.Of(property.Schema, depth + 1, isNullable: true))))));
        }
        else if (type == "array")
        {
            members.Add(JsonMake.Member("items", this.Of(parts["items"], depth + 1, isNullable: true)));
        }

        var description = depth > 3 ? "" : Prose.Short(Prose.Plain(parts["description"].Text), depth == 0 ? 0 : 120);
        if (description.Length > 0) members.Insert(0, JsonMake.Member("description", JsonMake.Text(description)));
        members.Insert(0, JsonMake.Member("type", isNullable ? JsonMake.Texts([type, "null"]) : JsonMake.Text(type)));
        return JsonMake.Object(members);
    }

    // The values of a map pass as they are: records in them would be of another type in the answer than in the output.
    private static bool HasRecords(JsonObject schema) => schema["properties"] is not null || (schema["items"] is JsonObject items && HasRecords(items)) || (schema["additionalProperties"] is JsonObject values && HasRecords(values));

    private bool IsWriteOnly(At schema) => schema.IsObject && scope.Dirt.Flag(scope.Document.Resolve(schema), "writeOnly") == true;

    private bool IsNull(At choice) => scope.Document.Resolve(choice) is var schema && schema["type"].Text == "null";

    private JsonObject Shortened(At schema, string why)
    {
        scope.Findings.Add(FindingCatalog.SchemaShortened, schema, "a part of the answer", why);
        return Any;
    }
}
