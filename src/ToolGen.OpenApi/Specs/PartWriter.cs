using System.Collections.Generic;
using System.Linq;
using ToolGen.Checks;
using ToolGen.OpenApi.Documents;
using ToolGen.OpenApi.Operations;
using ToolGen.OpenApi.Schemas;
using ToolGen.Specification.Json;

namespace ToolGen.OpenApi.Specs;

/// <summary>Puts one part of a <c>multipart/form-data</c> body into a spec: a file is bytes, an object JSON, anything else text (OpenAPI, "Encoding Object").</summary>
internal sealed class PartWriter(SchemaScope scope, RequestParts parts, InputSchemas schemas, ParameterWriter parameters)
{
    /// <summary>Adds the part; the answer is why it cannot be sent, or null.</summary>
    /// <param name="field">The part as a parameter.</param>
    /// <param name="encoding">The document's Encoding Object; nothing: there is none.</param>
    public string? Add(ApiParameter field, At encoding = default)
    {
        if (!PartRules.IsName(field.Name)) return "its name cannot stand in the head of a part";
        var types = (encoding["contentType"].Text ?? "").Split(',').Select(type => type.Trim()).Where(type => type.Length > 0).ToList();
        var schema = SchemaParts.Of(scope.Document, field.Schema);
        if (this.ElementOf(schema) is { } element && this.IsFile(element, types)) return this.AddFile(field, isList: true, types);
        if (this.IsFile(schema, types)) return this.AddFile(field, isList: false, types);
        var isJson = types is [var only] && OperationReader.KindOf(only) == BodyKind.Json;
        var isStyled = encoding["style"].IsThere || encoding["explode"].IsThere;
        if (isJson || (types.Count == 0 && !isStyled && this.IsObject(schema))) return this.AddJson(field, types);
        if (types.Count == 0 && !isStyled && SchemaTypes.Of(schema, scope.Dirt, scope.Findings).Only == "array" && this.IsObject(SchemaParts.Of(scope.Document, schema["items"])))
            return "a list of objects, each a part of its own, cannot be written";
        return this.AddText(field, types);
    }

    private string? AddFile(ApiParameter field, bool isList, List<string> types)
    {
        var text = Prose.Short(Prose.Plain(field.Description ?? SchemaParts.Of(scope.Document, field.Schema)["description"].Text), Prose.OfParameter);
        var input = parts.Names.Take(field.Name, "file");
        var description = Told(text.Length > 0 ? text : isList ? "Files." : "A file.");
        parts.Inputs.Add(JsonMake.Member(input, isList
            ? JsonMake.Object(Type("array"), JsonMake.Member("items", JsonMake.Object(Type("string"), Base64)), description)
            : JsonMake.Object(Type("string"), Base64, description)));
        if (field.IsRequired) parts.Required.Add(input);

        var name = parts.Names.Take(field.Name + (isList ? "_names" : "_name"), "file");
        parts.Inputs.Add(JsonMake.Member(name, isList
            ? JsonMake.Object(Type("array"), JsonMake.Member("items", JsonMake.Object(Type("string"))), Told($"The names of the files in `{input}`, in their order, such as photo.png."))
            : JsonMake.Object(Type("string"), Told($"The name of the file `{input}`, such as photo.png."))));
        List<JsonMember> part = [Hole("bytes", input), Hole("fileName", name)];
        if (this.TypeOf(field, input, types) is { } type) part.Add(JsonMake.Member("contentType", JsonMake.Text(type)));
        parts.Multipart.Add(JsonMake.Member(field.Name, JsonMake.Object(part)));
        return null;
    }

    // One type is the part's; of several, or where a star stands for them, the caller says which.
    private string? TypeOf(ApiParameter field, string input, List<string> types)
    {
        if (types.Count == 0 || types is ["*/*"] or ["application/octet-stream"]) return null;
        if (types is [var only] && PartRules.IsMediaType(only)) return only;
        var name = parts.Names.Take(field.Name + "_type", "file");
        var words = types.All(PartRules.IsMediaType) ? new[] { JsonMake.Member("enum", JsonMake.Texts(types.Distinct())) } : [];
        parts.Inputs.Add(JsonMake.Member(name, JsonMake.Object([Type("string"), .. words, Told($"The media type of `{input}`, such as {(words.Length > 0 ? types[0] : "image/png")}.")])));
        return "{" + name + "}";
    }

    private string? AddJson(ApiParameter field, List<string> types)
    {
        var input = parts.Names.Take(field.Name, "part");
        parts.Inputs.Add(JsonMake.Member(input, schemas.Of(field.Schema, field.Description, isInBody: true)));
        if (field.IsRequired) parts.Required.Add(input);
        if (field.Example.Node is { } example) parts.Examples[input] = example;
        List<JsonMember> part = [Hole("json", input)];
        if (types is [var type] && type != "application/json" && PartRules.IsMediaType(type)) part.Add(JsonMake.Member("contentType", JsonMake.Text(type)));
        parts.Multipart.Add(JsonMake.Member(field.Name, JsonMake.Object(part)));
        return null;
    }

    private string? AddText(ApiParameter field, List<string> types)
    {
        var (before, inputs, required) = (parts.Multipart.Count, parts.Inputs.Count, parts.Required.Count);
        if (parameters.Add(field) is { } why) return why;
        if (parts.Multipart.Skip(before).FirstOrDefault(part => !PartRules.IsName(part.Name)) is { } wrong)
        {
            parts.Multipart.RemoveRange(before, parts.Multipart.Count - before);
            parts.Inputs.RemoveRange(inputs, parts.Inputs.Count - inputs);
            parts.Required.RemoveRange(required, parts.Required.Count - required);
            return $"the name of its part `{wrong.Name}` cannot stand in the head of a part";
        }

        if (types is not [var type] || type == "text/plain" || !PartRules.IsMediaType(type)) return null;
        for (var i = before; i < parts.Multipart.Count; i++)
            parts.Multipart[i] = JsonMake.Member(parts.Multipart[i].Name, JsonMake.Object(JsonMake.Member("text", parts.Multipart[i].Value), JsonMake.Member("contentType", JsonMake.Text(type))));
        return null;
    }

    // format binary (3.0), a media type without an encoding or contentEncoding binary (3.1), type file (2.0), or a type of bytes beside it; of cases one that is.
    private bool IsFile(SchemaParts schema, List<string> types)
    {
        if (schema["type"].Text == "file" || schema["format"].Text == "binary" || schema["contentEncoding"].Text == "binary") return true;
        if (schema["contentEncoding"].IsThere || schema["format"].Text == "byte") return false;
        var isText = SchemaTypes.Of(schema, scope.Dirt, scope.Findings).Only is null or "string" && !schema.Properties.Any();
        if (isText && schema["contentMediaType"].Text is { } media && OperationReader.KindOf(media) == BodyKind.Binary) return true;
        if (isText && schema.Alternatives.Count == 0 && types.Count > 0 && types.All(type => OperationReader.KindOf(type) == BodyKind.Binary)) return true;
        return schema.Alternatives.SelectMany(list => list).Any(choice => SchemaParts.Of(scope.Document, choice) is { Alternatives.Count: 0 } one && this.IsFile(one, types));
    }

    // What a list holds, where the schema, or one of its cases, is a list.
    private SchemaParts? ElementOf(SchemaParts schema)
    {
        if (schema["items"].IsObject) return SchemaParts.Of(scope.Document, schema["items"]);
        return schema.Alternatives.SelectMany(list => list).Select(choice => SchemaParts.Of(scope.Document, choice)).FirstOrDefault(choice => choice["items"].IsObject) is { } list ? SchemaParts.Of(scope.Document, list["items"]) : null;
    }

    private bool IsObject(SchemaParts schema)
    {
        if (SchemaTypes.Of(schema, scope.Dirt, scope.Findings).Only is { } type) return type == "object";
        var cases = schema.Alternatives.SelectMany(list => list).Select(choice => SchemaParts.Of(scope.Document, choice)).ToList();
        return cases.Count > 0 && cases.All(choice => SchemaTypes.Of(choice, scope.Dirt, scope.Findings).Only == "object");
    }

    private static JsonMember Base64 => JsonMake.Member("contentEncoding", JsonMake.Text("base64"));

    private static JsonMember Type(string word) => JsonMake.Member("type", JsonMake.Text(word));

    private static JsonMember Hole(string key, string input) => JsonMake.Member(key, JsonMake.Text("{" + input + "}"));

    private static JsonMember Told(string text) => JsonMake.Member("description", JsonMake.Text(text));
}
