using System.Collections.Generic;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Specs.Format;

namespace ToolGen.Specification.Specs.Reading;

/// <summary>Reads <c>implementation</c> and <c>fallback</c>: one method a kind, over nodes whose shape was checked before.</summary>
internal static class ImplementationReader
{
    /// <summary>The implementation, or null where too little of it can be read; then an error was added.</summary>
    public static Implementation? Read(JsonNode? node, FindingSink sink)
    {
        if (node is not JsonObject @object || @object["kind"] is not JsonString kind) return null;
        switch (kind.Value)
        {
            case "code": return new CodeImplementation(@object, Texts.Of(@object["body"]));
            case "transform" or "file": return TransformReader.Read(@object, sink);
            case "http": return HttpReader.Read(@object, sink);
            case "sql": return SqlReader.Read(@object, sink);
            case "compose": return ComposeReader.Read(@object, sink);
        }

        if (TextRules.KindName.Holds(kind.Value) && NearMiss.Of(kind.Value, SpecShapes.KindNames) is { } near)
            sink.Add(FindingCatalog.UnknownKind, kind.Span, new FindingFix($"write \"{near}\"", new(new TextEdit(kind.Span, JsonWriter.Quote(near)))), kind.Value, near);
        new Names(kind.Value, sink).Variables(@object["let"]);
        return new OwnImplementation(@object, kind.Value) { Let = Texts.NamedOf(@object["let"]), Fail = Fail(@object["fail"], sink), Result = ResultReader.Object(@object["result"]) };
    }

    public static IReadOnlyList<FailRule> Fail(JsonNode? node, FindingSink sink)
    {
        if (node is not JsonArray rules) return [];
        var read = new List<FailRule>();
        foreach (var rule in rules.Items.OfType<JsonObject>())
        {
            if (Texts.Of(rule["when"]) is not { } when || Texts.Of(rule["code"]) is not { } code || Texts.Of(rule["message"]) is not { } message) continue;
            var codeHoles = HoleReader.Read(code, sink);
            if (codeHoles.Pieces.Count == 1 && codeHoles.Pieces[0].Reference is null && !TextRules.ErrorCode.Holds(code.Value))
                sink.Add(FindingCatalog.BadText, code.Node.Span, "code", Shapes.Shown.Text(code.Value), TextRules.ErrorCode.Wanted, TextRules.ErrorCode.Example);
            read.Add(new(rule, when, codeHoles, HoleReader.Read(message, sink)));
        }

        return read;
    }

    /// <summary>A shape in short form or as JSON Schema; null where neither stands.</summary>
    /// <param name="node">The implementation.</param>
    /// <param name="shortKey">Such as <c>record</c>; the schema's key is <c>recordSchema</c>.</param>
    /// <param name="sink">Takes every finding.</param>
    /// <param name="takesWord">Whether one word, such as <c>"string"</c>, is a shape too.</param>
    public static SchemaPlan? Shape(JsonObject node, string shortKey, FindingSink sink, bool takesWord = false) =>
        node[shortKey] is { } record and (JsonObject or JsonArray) ? ShortRecord.Read(record, sink)
        : takesWord && node[shortKey] is JsonString word ? ShortRecord.Read(word, sink, takesWord: true)
        : node[shortKey + "Schema"] is { } schema and (JsonObject or JsonBoolean) ? SchemaReader.Read(schema, sink, SchemaUse.Record)
        : null;
}
