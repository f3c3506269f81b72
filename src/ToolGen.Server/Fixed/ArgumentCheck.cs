using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Server.Fixed;

/// <summary>Arguments of the server's own tools, against the schema that it publishes: a model reads what to write instead. What stands inside a spec is the forge's to read.</summary>
internal sealed class ArgumentCheck
{
    private readonly SchemaPlan plan;

    /// <param name="name">The tool's.</param>
    /// <param name="schema">JSON Schema, as published.</param>
    public ArgumentCheck(string name, string schema)
    {
        var source = new SourceText(name, schema);
        var document = JsonReader.Read(source);
        var sink = new FindingSink(source);
        var read = document.Root is null ? null : SchemaReader.Read(document.Root, sink, SchemaUse.Input);
        this.plan = read is not null && sink.Errors == 0 ? read : throw new InvalidOperationException(string.Join('\n', document.Findings.Concat(sink.ToArray())));
    }

    /// <summary>All that is wrong, a line each; null: nothing.</summary>
    public string? Errors(IEnumerable<KeyValuePair<string, JsonElement>> arguments)
    {
        JsonObject given;
        try
        {
            given = new([.. arguments.Select(one => new JsonMember(one.Key, default, Shallow(one.Value)))], default);
        }
        catch (InvalidOperationException)
        {
            return $"{ToolErrorCodes.InvalidInput}: a text holds half of a surrogate pair: write whole characters";
        }

        var violations = SchemaInterpreter.Check(this.plan, given);
        return violations.Count == 0 ? null : ToolResult.Failure([.. violations.Select(one => new ToolError(ToolErrorCodes.InvalidInput, one.Message, one.Pointer, one.Given, one.Allowed, one.Correction))]).ErrorText();
    }

    private static JsonNode Shallow(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => new JsonObject([], default),
        JsonValueKind.Array => new JsonArray([], default),
        JsonValueKind.String => new JsonString(value.GetString()!, default),
        JsonValueKind.Number => new JsonNumber(value.GetRawText() is { Length: <= 40 } text ? text : "1e999", default),
        JsonValueKind.True or JsonValueKind.False => new JsonBoolean(value.GetBoolean(), default),
        _ => new JsonNull(default),
    };
}
