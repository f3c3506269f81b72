using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Checks;
using ToolGen.OpenApi.Operations;
using ToolGen.OpenApi.Schemas;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.OpenApi.Specs;

/// <summary>Puts one parameter into a spec: an input, and where its value is sent in the style that the document says (OpenAPI, "Style Values").</summary>
internal sealed class ParameterWriter(RequestParts parts, InputSchemas schemas)
{
    private const int DeepestObject = 4;

    /// <summary>Adds the parameter; the answer is why it cannot be sent, or null.</summary>
    public string? Add(ApiParameter parameter)
    {
        if (parameter.Name.Trim().Length == 0) return "it has no name";
        if (parameter.Place == ParameterPlace.Cookie) return "a tool sends no cookies";
        if (parameter.Place == ParameterPlace.Header && parameter.Name.ToLowerInvariant() is "accept" or "content-type" or "authorization") return "the tool's host sends it";
        if (parameter.Place == ParameterPlace.Header && !IsHeader(parameter.Name)) return "a tool must not set this header";
        var schema = parameter.IsJsonText
            ? JsonMake.Object(JsonMake.Member("type", JsonMake.Text("string")), JsonMake.Member("description", JsonMake.Text(Prose.With(Prose.Short(Prose.Plain(parameter.Description), Prose.OfParameter), "JSON in a text."))))
            : this.Simple(schemas.Of(parameter.Schema, parameter.Description, isInBody: false));
        var input = parts.Names.Take(parameter.Name, parameter.Place.ToString().ToLowerInvariant());
        var why = this.Send(parameter, ref schema, input);
        if (why is not null) return why;
        parts.Inputs.Add(JsonMake.Member(input, schema));
        if (parameter.IsRequired || parameter.Place == ParameterPlace.Path) parts.Required.Add(input);
        if (parameter.Example.Node is { } example) parts.Examples[input] = example;
        return null;
    }

    private string? Send(ApiParameter parameter, ref JsonObject schema, string input)
    {
        switch (TypeOf(schema))
        {
            case "array":
                return this.SendList(parameter, ref schema, input);
            case "object":
                if (parameter.Place is ParameterPlace.Path or ParameterPlace.Header) return "an object has no place in a path or header";
                if (!parameter.Explodes && parameter.Style != "deepObject") return "names and values in one text cannot be written";
                var pairs = new List<JsonMember>();
                var isDeep = parameter.Style == "deepObject" || parameter.Place is ParameterPlace.Form or ParameterPlace.Part;
                if (!Pairs(schema, isDeep ? parameter.Name : null, input, pairs, 0)) return "it takes names that are not known beforehand";
                this.Target(parameter.Place).AddRange(pairs);
                return null;
            default:
                this.Place(parameter, "{" + input + "}");
                return null;
        }
    }

    private string? SendList(ApiParameter parameter, ref JsonObject schema, string input)
    {
        schema = WithTextItems(schema);
        var repeats = parameter.Explodes && parameter.Place is ParameterPlace.Query or ParameterPlace.Form or ParameterPlace.Part;
        if (repeats)
        {
            this.Place(parameter, "{" + input + "}");
            return null;
        }

        var separator = parameter.Style switch { "spaceDelimited" => " ", "pipeDelimited" => "|", "tabDelimited" => "\\t", "label" when parameter.Explodes => ".", "matrix" when parameter.Explodes => null, _ => "," };
        if (separator is null) return "a name before each element cannot be written";
        var member = MemberName.Pascal(input);
        var name = this.Variable(input);
        var isRequired = parameter.IsRequired || parameter.Place == ParameterPlace.Path;
        var join = $"string.Join(\"{separator}\", input.{member})";
        parts.Let.Add(JsonMake.Member(name, JsonMake.Text(isRequired ? join : $"input.{member} == null ? null : {join}")));
        this.Place(parameter, "{" + name + "}");
        return null;
    }

    private string Variable(string input)
    {
        var name = "joined_" + input.Replace('-', '_');
        while (parts.Let.Any(let => let.Name == name)) name += "_";
        return name;
    }

    private void Place(ApiParameter parameter, string value)
    {
        switch (parameter.Place)
        {
            case ParameterPlace.Path:
                parts.Path[parameter.Name] = parameter.Style switch { "label" => "." + value, "matrix" => $";{parameter.Name}={value}", _ => value };
                break;
            default:
                this.Target(parameter.Place).Add(JsonMake.Member(parameter.Name, JsonMake.Text(value)));
                break;
        }
    }

    private List<JsonMember> Target(ParameterPlace place) => place switch
    {
        ParameterPlace.Header => parts.Headers,
        ParameterPlace.Query => parts.Query,
        ParameterPlace.Part => parts.Multipart,
        _ => parts.Form,
    };

    // Each property under a name of its own: color.r as `r`, or as `color[r]`.
    private static bool Pairs(JsonObject schema, string? name, string hole, List<JsonMember> pairs, int depth)
    {
        if (depth > DeepestObject || schema["properties"] is not JsonObject { Members.Count: > 0 } properties || schema["additionalProperties"] is not (null or JsonBoolean { Value: false })) return false;
        foreach (var property in properties.Members)
        {
            if (!property.Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '$' or '@') || property.Name.Length == 0 || property.Value is not JsonObject inner) return false;
            var own = name is null ? property.Name : $"{name}[{property.Name}]";
            var path = $"{hole}.{property.Name}";
            if (TypeOf(inner) == "object")
            {
                if (!Pairs(inner, own, path, pairs, depth + 1)) return false;
            }
            else if (TypeOf(inner) is null || (TypeOf(inner) == "array" && (inner["items"] is not JsonObject items || TypeOf(items) is null or "object" or "array")))
            {
                return false;
            }
            else
            {
                pairs.Add(JsonMake.Member(own, JsonMake.Text("{" + path + "}")));
            }
        }

        return true;
    }

    // Where a value becomes text, one whose type is open is a text.
    private JsonObject Simple(JsonObject schema)
    {
        if (schema["$ref"] is not null || TypeOf(schema) is null) return JsonMake.Object(new[] { JsonMake.Member("type", JsonMake.Text("string")) }.Concat(schema.Members.Where(member => member.Name == "description")));
        return schema;
    }

    // Elements are joined or repeated as text; what C# would write otherwise than JSON stays as it came.
    private static JsonObject WithTextItems(JsonObject schema)
    {
        var items = schema["items"] as JsonObject;
        if (items is not null && TypeOf(items) is "integer" or "number" && items["type"] is JsonString) return schema;
        var isPlain = items is not null && TypeOf(items) == "string" && items["type"] is JsonString && items["format"] is null && items["contentEncoding"] is null;
        if (isPlain) return schema;
        var words = items is not null && TypeOf(items) == "boolean" ? JsonMake.Texts(["true", "false"]) : items?["enum"] is JsonArray list && list.Items.All(item => item is JsonString) ? list : null;
        var members = new List<JsonMember> { JsonMake.Member("type", JsonMake.Text("string")) };
        if (words is not null) members.Add(JsonMake.Member("enum", words));
        members.AddRange(items?.Members.Where(member => member.Name == "description") ?? []);
        return JsonMake.Object(schema.Members.Select(member => member.Name == "items" ? JsonMake.Member("items", JsonMake.Object(members)) : member));
    }

    private static string? TypeOf(JsonObject schema) => schema["type"] switch
    {
        JsonString one => one.Value,
        JsonArray { Items: [JsonString first, JsonString { Value: "null" }] } => first.Value,
        _ => null,
    };

    private static bool IsHeader(string name) => name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && !HttpHeaderNames.IsOfHost(name);
}
