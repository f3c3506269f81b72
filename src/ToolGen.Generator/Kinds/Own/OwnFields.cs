using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Generator.Gate;
using ToolGen.Generator.Kinds.Declarative;
using ToolGen.Generator.Templates;
using ToolGen.Generator.Types;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;
using ToolGen.Specification.Specs.Reading;

namespace ToolGen.Generator.Kinds.Own;

/// <summary>The fields of a spec as a template of the project may print them: only ever C# that cannot mean more than the field says.</summary>
internal sealed class OwnFields(string kind, DeclarativeCode code, HoleResolver holes, OwnSchema schema, IReadOnlyList<string> gives)
{
    private readonly HashSet<string> references = [];

    /// <summary>The names of the scope that the fields use.</summary>
    public IReadOnlyList<string> References => this.references.Except(gives).ToList();

    /// <summary>By the names in JSON; null where the spec leaves a field out.</summary>
    public Dictionary<string, OwnField?> Of(JsonObject node)
    {
        var fields = new Dictionary<string, OwnField?>();
        foreach (var name in schema.Fields) fields[name] = node[name] is { } value and not JsonNull ? this.Field(name, value) : null;
        return fields;
    }

    private OwnField? Field(string name, JsonNode value)
    {
        switch (schema.RoleOf(name))
        {
            case "expression" when Texts.Of(value) is { } text:
                if (code.Gate(text, code.Names.Whole) is not { } gated) return null;
                this.references.UnionWith(gated.RootNames);
                return new(() => code.Hole(gated));
            case "text" when value is JsonString text:
                var written = new HoleTextWriter(holes).Write(JsonHoleWriter.Holes(text), this.references);
                return this.Printed(name, value, $"({written})");
            case "json":
                var statements = new JsonHoleWriter(code, holes).Write(value, this.references);
                return this.Printed(name, value, $"global::ToolGen.Values.JsonBody.Of(__w => {{ {statements} }})", statements);
            case "record" when code.Work.Types.Roots.TryGetValue(CSharpNames.Type(name), out var use):
                return new(() => use.TypeName) { Reader = code.Work.Types.ReaderOf(use) };
            case "":
                return this.Printed(name, value, Constant(value), text: (value as JsonString)?.Value);
            default:
                code.Findings.Add(FindingCatalog.OwnKindField, value.Span, name, $"its x-toolgen is `{schema.RoleOf(name)}`, which does not go with this value");
                return null;
        }
    }

    private OwnField Printed(string name, JsonNode value, string expression, string? statements = null, string? text = null)
    {
        var whole = PrintedCode.Expression(value, kind, name, expression);
        var inner = statements is null ? null : PrintedCode.Statements(value, kind, name, statements);
        return new(() => Mark(whole)) { Writes = () => inner is null ? "" : Mark(inner), Text = text };

        string Mark(PrintedCode printed) => $"\n{code.Work.Holes.Mark(printed)}\n";
    }

    private static string Constant(JsonNode value) => value switch
    {
        JsonString text => CSharpText.Literal(text.Value),
        JsonBoolean flag => flag.Value ? "true" : "false",
        JsonNumber number when ExactNumber.IsInteger(number.Text.AsSpan()) && ExactNumber.TryGetInt64(number.Text.AsSpan(), out var whole) =>
            whole.ToString(CultureInfo.InvariantCulture) + (whole is > int.MaxValue or < int.MinValue ? "L" : ""),
        JsonNumber number => number.Text + "d",
        _ => CSharpText.Literal(JsonWriter.Compact(value)) + "u8",
    };
}

/// <summary>A field: a template prints it as C#.</summary>
internal sealed class OwnField(Func<string> print)
{
    /// <summary>A record's reader, a <c>ToolRead&lt;T&gt;</c>.</summary>
    public string Reader { get; init; } = "";

    /// <summary>JSON: statements that write it to <c>__w</c>.</summary>
    public string Write => this.Writes();

    // Not for templates: a text that they print is code.
    internal Func<string> Writes { get; init; } = static () => "";

    internal string? Text { get; init; }

    /// <inheritdoc/>
    public override string ToString() => print();
}
