using System.Collections.Generic;
using System.Linq;
using ToolGen.OpenApi.Documents;
using ToolGen.OpenApi.Operations;
using ToolGen.OpenApi.Schemas;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.OpenApi.Specs;

/// <summary>Puts the body of a request into a spec: the properties of a JSON object as inputs of their own, the parts of a multipart body as inputs, any other body as the input <c>body</c>.</summary>
internal sealed class BodyWriter(SchemaScope scope, RequestParts parts, InputSchemas schemas, ParameterWriter parameters, PartWriter partWriter)
{
    private const int MostProperties = 60;
    private const string BodyName = "body";

    /// <summary>Adds the body; the answer is why it cannot be sent, or null.</summary>
    public string? Add(ApiBody body) => body.Kind switch
    {
        BodyKind.Json => this.AddJson(body),
        BodyKind.Text => this.AddWhole(body, JsonMake.Object("type", JsonMake.Text("string"))),
        BodyKind.Form => this.AddFields(body, ParameterPlace.Form),
        BodyKind.Binary => this.AddBytes(body),
        _ when body.MediaType.Trim().StartsWith("multipart/form-data", System.StringComparison.OrdinalIgnoreCase) => this.AddFields(body, ParameterPlace.Part),
        _ => $"a body of the type {body.MediaType} cannot be written",
    };

    private string? AddJson(ApiBody body)
    {
        var schema = SchemaParts.Of(scope.Document, body.Schema);
        var properties = schema.Properties.ToList();
        var isFlat = properties.Count is > 0 and <= MostProperties && schema.Alternatives.Count == 0 && schema["additionalProperties"].Node is null or JsonBoolean { Value: false }
            && !schema["patternProperties"].IsThere && SchemaTypes.Of(schema, scope.Dirt, scope.Findings).Only == "object" && (body.IsRequired || schema.Required.Count > 0);
        if (!isFlat)
        {
            var whole = schemas.Of(body.Schema, body.Description, isInBody: true);
            return whole["type"] is JsonString { Value: "string" } ? "a JSON body that is a text alone cannot be written" : this.AddWhole(body, whole);
        }

        var members = new List<JsonMember>();
        foreach (var (name, property) in properties)
        {
            var resolved = property.IsObject ? scope.Document.Resolve(property) : property;
            if (resolved.IsObject && scope.Dirt.Flag(resolved, "readOnly") == true) continue;
            var input = parts.Names.Take(name, BodyName);
            parts.Inputs.Add(JsonMake.Member(input, schemas.Of(property, null, isInBody: true)));
            if (schema.Required.Contains(name)) parts.Required.Add(input);
            if (body.Example[name].Node is { } example) parts.Examples[input] = example;
            members.Add(JsonMake.Member(name, JsonMake.Text("{" + input + "}")));
        }

        parts.Body = JsonMake.Object(members);
        this.AddType(body);
        return null;
    }

    private string? AddWhole(ApiBody body, JsonObject schema)
    {
        var input = parts.Names.Take(BodyName, "content");
        parts.Inputs.Add(JsonMake.Member(input, schema.Member("description") is null && Prose.Plain(body.Description) is { Length: > 0 } text ? JsonMake.Object(schema.Members.Append(JsonMake.Member("description", JsonMake.Text(Prose.Short(text, Prose.OfParameter))))) : schema));
        if (body.IsRequired) parts.Required.Add(input);
        if (body.Example.Node is { } example) parts.Examples[input] = example;
        parts.Body = JsonMake.Text("{" + input + "}");
        this.AddType(body);
        return null;
    }

    private string? AddBytes(ApiBody body)
    {
        if (body.MediaType.Contains('*', System.StringComparison.Ordinal))
        {
            var type = parts.Names.Take("content_type", "header");
            parts.Inputs.Add(JsonMake.Member(type, JsonMake.Object(JsonMake.Member("type", JsonMake.Text("string")), JsonMake.Member("description", JsonMake.Text("The media type of the body, such as image/png.")))));
            if (body.IsRequired) parts.Required.Add(type);
            parts.Headers.Add(JsonMake.Member("Content-Type", JsonMake.Text("{" + type + "}")));
        }

        return this.AddWhole(body with { Example = default }, JsonMake.Object(JsonMake.Member("type", JsonMake.Text("string")), JsonMake.Member("contentEncoding", JsonMake.Text("base64"))));
    }

    private string? AddFields(ApiBody body, ParameterPlace place)
    {
        var schema = SchemaParts.Of(scope.Document, body.Schema);
        var cases = schema.Alternatives.SelectMany(list => list).Select(choice => SchemaParts.Of(scope.Document, choice));
        foreach (var (name, property) in schema.Properties.Concat(cases.SelectMany(one => one.Properties)).DistinctBy(property => property.Name))
        {
            var isRequired = schema.Required.Contains(name);
            var encoding = place == ParameterPlace.Part ? body.Encoding[name] : default;
            var field = new ApiParameter(property, name, place, property) { IsRequired = isRequired, Style = encoding["style"].Text ?? "form", Explodes = scope.Dirt.Flag(encoding, "explode") ?? encoding["style"].Text is null or "form", Example = body.Example[name] };
            if ((place == ParameterPlace.Part ? partWriter.Add(field, encoding) : parameters.Add(field)) is not { } why) continue;
            if (isRequired) return $"its field `{name}` cannot be sent: {why}";
            scope.Findings.Add(FindingCatalog.ParameterLeftOut, property, name, why);
        }

        if (parts.Form.Count == 0 && parts.Multipart.Count == 0 && body.IsRequired) return "the fields of its form are not described";
        return null;
    }

    private void AddType(ApiBody body)
    {
        var type = body.MediaType.Trim();
        if (body.Kind == BodyKind.Json && type is "application/json" or "*/*" or "application/*") return;
        if (type.All(c => c is >= ' ' and <= '~') && !type.Contains('*', System.StringComparison.Ordinal)) parts.Headers.Add(JsonMake.Member("Content-Type", JsonMake.Text(type.Replace("{", "{{", System.StringComparison.Ordinal))));
    }
}
