using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ToolGen.Generator.Templates;
using ToolGen.Generator.Types;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;
using ToolGen.Specification.Specs.Reading;

namespace ToolGen.Generator.Kinds.Declarative;

/// <summary>
/// JSON with holes (SPEC §1.1) as statements that write it to <c>__w</c>: a string that is one hole alone keeps the value's type, and its
/// member is left out when null.
/// </summary>
internal sealed class JsonHoleWriter(DeclarativeCode code, HoleResolver resolver)
{
    private readonly HoleTextWriter texts = new(resolver);
    private int temporaries;

    /// <summary>The body of a request or the arguments of a step: an expression of bytes.</summary>
    public string Body(JsonNode node, ICollection<string> references) => $"global::ToolGen.Values.JsonBody.Of(__w => {{ {this.Write(node, references)} }})";

    /// <summary>Statements that write a value.</summary>
    public string Write(JsonNode node, ICollection<string> references) => this.Write(node, null, references);

    /// <summary>A string of a spec with its holes.</summary>
    public static HoleText Holes(JsonString text) => HoleReader.Read(Texts.Of(text)!, new FindingSink(new("", "")));

    private string Write(JsonNode node, string? name, ICollection<string> references)
    {
        var target = name is null ? "__w" : $"__w.Name({CSharpText.Literal(name)})";
        switch (node)
        {
            case JsonObject record:
                return $"{target}.Object(); {string.Concat(record.Members.Select(member => this.Write(member.Value, member.Name, references)))}__w.EndObject(); ";
            case JsonArray array:
                return $"{target}.Tuple(); {string.Concat(array.Items.Select(item => this.Write(item, null, references)))}__w.EndTuple(); ";
            case JsonString text when Holes(text) is { Pieces: [{ Reference: not null } alone] } whole:
                return this.Alone(whole, alone, name, references);
            case JsonString text:
                return $"{target}.String({this.texts.Write(Holes(text), references)}); ";
            case JsonNull:
                return target + ".Null(); ";
            default:
                return $"{target}.Element({Constant(node)}); ";
        }
    }

    private string Alone(HoleText text, HolePiece piece, string? name, ICollection<string> references)
    {
        if (resolver.Resolve(text, piece, references) is not { } value) return "";
        var local = "__h" + (this.temporaries++).ToString(CultureInfo.InvariantCulture);
        var start = name is null ? "" : $"__w.Name({CSharpText.Literal(name)}); ";

        // What came in was checked on its way in.
        var write = value.Use switch
        {
            null => $"__w.Value({local});",
            { Type: LeafType leaf } => $"__w.{leaf.Method}({local});",
            var use => $"{code.Work.Types.WriterOf(use with { IsNullable = false, Whole = null })}(__w, {local});",
        };
        return $"if ({value.Expression} is {{ }} {local}) {{ {start}{write} }} {(name is null ? "else __w.Null(); " : "")}";
    }

    private static string Constant(JsonNode node) => $"global::ToolGen.Values.JsonBody.Constant({CSharpText.Literal(JsonWriter.Compact(node))}u8)";
}
