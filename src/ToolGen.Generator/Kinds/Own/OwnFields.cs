using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ToolGen.Checks;
using ToolGen.Generator.Kinds.Declarative;
using ToolGen.Generator.Templates;
using ToolGen.Generator.Types;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;
using ToolGen.Specification.Specs.Reading;

namespace ToolGen.Generator.Kinds.Own;

/// <summary>The fields of a spec as a template of the project may print them: only ever C# that cannot mean more than the field says.</summary>
internal sealed class OwnFields(DeclarativeCode code, HoleResolver holes, OwnSchema schema, IReadOnlyList<string> gives)
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
                return new(() => $"({written})");
            case "json":
                var statements = new JsonHoleWriter(code, holes).Write(value, this.references);
                return new(() => $"global::ToolGen.Values.JsonBody.Of(__w => {{ {statements} }})") { Write = statements };
            case "record" when code.Work.Types.Roots.TryGetValue(CSharpNames.Type(name), out var use):
                return new(() => use.TypeName) { Reader = code.Work.Types.ReaderOf(use) };
            case "":
                var constant = Constant(value);
                return new(() => constant);
            default:
                code.Findings.Add(FindingCatalog.OwnKindField, value.Span, name, $"its x-toolgen is `{schema.RoleOf(name)}`, which does not go with this value");
                return null;
        }
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

    /// <summary>A line of <c>x-capabilities</c> for one spec: what is no constant becomes <c>*</c>. Null where it names a field that the spec leaves out.</summary>
    public static string? Capability(string line, JsonObject node)
    {
        var text = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            var end = line[i] == '{' ? line.IndexOf('}', i) : -1;
            if (end < 0)
            {
                text.Append(line[i]);
                continue;
            }

            if (node[line.Substring(i + 1, end - i - 1)] is not JsonString value) return null;
            foreach (var piece in JsonHoleWriter.Holes(value).Pieces) text.Append(piece.Reference is null ? piece.Literal : "*");
            i = end;
        }

        return text.ToString();
    }
}

/// <summary>A field: a template prints it as C#.</summary>
internal sealed class OwnField(Func<string> print)
{
    /// <summary>A record's reader, a <c>ToolRead&lt;T&gt;</c>.</summary>
    public string Reader { get; init; } = "";

    /// <summary>JSON: statements that write it to <c>__w</c>.</summary>
    public string Write { get; init; } = "";

    /// <inheritdoc/>
    public override string ToString() => print();
}
