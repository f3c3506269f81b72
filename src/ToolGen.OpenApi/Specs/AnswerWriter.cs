using System.Collections.Generic;
using System.Linq;
using ToolGen.OpenApi.Operations;
using ToolGen.OpenApi.Schemas;
using ToolGen.Specification.Json;

namespace ToolGen.OpenApi.Specs;

/// <summary>What a spec gives: the answer as it is where that is an object, else under <c>result</c>; where nothing is described, status and text.</summary>
/// <param name="OutputSchema">Of the tool.</param>
/// <param name="Members">What the implementation says of the answer: <c>response</c>, <c>responseSchema</c>, <c>result</c>.</param>
internal sealed record AnswerParts(JsonObject OutputSchema, IReadOnlyList<JsonMember> Members)
{
    /// <summary>Whether the answer is one list.</summary>
    public bool IsList { get; private init; }

    public static AnswerParts Of(ApiAnswer answer, OutputSchemas schemas)
    {
        switch (answer.Kind)
        {
            case AnswerKind.Json:
                return OfJson(schemas.Root(answer.Schema));
            case AnswerKind.Text:
                return new(Closed("result", "string", "The answer."), [Member("response", "string"), Result("result", "response")]);
            case AnswerKind.Empty:
                return new(Closed("status", "integer", "The status of the answer."), [Result("status", "status")]);
            default:
                var both = JsonMake.Object(Schema("status", "integer", "The status of the answer."), Schema("text", "string", "The answer as it came."));
                return new(
                    Object(both, "status", "text"),
                    [Member("response", "string"), JsonMake.Member("result", JsonMake.Object(JsonMake.Member("status", JsonMake.Text("status")), JsonMake.Member("text", JsonMake.Text("response"))))]);
        }
    }

    /// <summary>The same with further pages by their links, as many as a caller wants.</summary>
    public AnswerParts Paged(RequestParts parts)
    {
        var input = parts.Names.Take("max_pages", "of_links");
        parts.Inputs.Add(JsonMake.Member(input, JsonMake.Object(
            JsonMake.Member("type", JsonMake.Text("integer")),
            JsonMake.Member("minimum", JsonMake.Number(1)),
            JsonMake.Member("maximum", JsonMake.Number(20)),
            JsonMake.Member("default", JsonMake.Number(1)),
            JsonMake.Member("description", JsonMake.Text("How many pages to read; their elements are one list.")))));
        var paging = JsonMake.Object(JsonMake.Member("link", JsonMake.Text("next")), JsonMake.Member("max", JsonMake.Text("{" + input + "}")));
        return this with { Members = [.. this.Members.Where(member => member.Name != "result"), JsonMake.Member("paging", paging), Result("result", "items")] };
    }

    private static AnswerParts OfJson(JsonObject schema)
    {
        if (schema["type"] is JsonString { Value: "object" } && schema["properties"] is JsonObject { Members.Count: > 0 }) return new(schema, []);
        var output = Object(JsonMake.Object(JsonMake.Member("result", schema)), "result");
        return new(output, [JsonMake.Member("responseSchema", schema), Result("result", "response")]) { IsList = schema["type"] is JsonString { Value: "array" } };
    }

    private static JsonObject Closed(string name, string type, string description) => Object(JsonMake.Object(Schema(name, type, description)), name);

    private static JsonObject Object(JsonObject properties, params string[] required) =>
        JsonMake.Object(JsonMake.Member("type", JsonMake.Text("object")), JsonMake.Member("properties", properties), JsonMake.Member("required", JsonMake.Texts(required)));

    private static JsonMember Schema(string name, string type, string description) =>
        JsonMake.Member(name, JsonMake.Object(JsonMake.Member("type", JsonMake.Text(type)), JsonMake.Member("description", JsonMake.Text(description))));

    private static JsonMember Member(string name, string text) => JsonMake.Member(name, JsonMake.Text(text));

    private static JsonMember Result(string name, string code) => JsonMake.Member("result", JsonMake.Object(name, JsonMake.Text(code)));
}
