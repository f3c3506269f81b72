using System.Linq;
using System.Text;
using ToolGen.Generator.Kinds.Declarative;
using ToolGen.Generator.Templates;
using ToolGen.Generator.Types;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;
using ToolGen.Specification.Specs.Reading;

namespace ToolGen.Generator.Kinds.Http;

/// <summary>The parts of a multipart body, each a call on the contract's <c>HttpMultipart</c>.</summary>
internal sealed class PartsWriter(DeclarativeCode code, HoleResolver holes, HttpValues values)
{
    /// <summary>What makes the body.</summary>
    public string Write(JsonObject multipart)
    {
        var calls = new StringBuilder("new global::ToolGen.Http.HttpMultipart()");
        foreach (var member in multipart.Members)
            foreach (var part in PartReader.Of(member.Value)) calls.Append(this.Part(CSharpText.Literal(member.Name), part));
        return calls.Append(".Body()").ToString();
    }

    private string Part(string name, JsonNode part) => part switch
    {
        JsonObject file when file["bytes"] is JsonString bytes => this.Bytes(name, bytes) + this.Label("Named", file["fileName"], takesList: true) + this.Label("As", file["contentType"], takesList: false),
        JsonObject text when text["text"] is { } written => this.Text(name, written) + this.Label("Named", text["fileName"], takesList: true) + this.Label("As", text["contentType"], takesList: false),
        JsonObject json when json["json"] is { } written => $".Json({name}, {this.Json(written)})" + this.Label("As", json["contentType"], takesList: false),
        _ => this.Text(name, part),
    };

    private string Text(string name, JsonNode node) => values.Argument(node, "a part", takesList: true) is { } argument ? $".Text({name}, {argument})" : "";

    private string Bytes(string name, JsonString node)
    {
        var whole = JsonHoleWriter.Holes(node);
        if (whole.Pieces is [{ Reference: not null } alone])
        {
            if (holes.Resolve(whole, alone, values.References) is not { } value) return "";

            // What a `let` is, only the compiler knows.
            if (value.Use is null || IsBytes(value.Use.Type)) return $".File({name}, {value.Expression}, {values.PointerOf(alone)})";
        }

        code.Findings.Add(FindingCatalog.PartWithoutBytes, node.Span, node.Value);
        return "";
    }

    private static bool IsBytes(CSharpType type) => type == LeafType.Bytes || (type is ListType { Element.Type: var element } && element == LeafType.Bytes);

    // One hole alone that is null leaves the part out.
    private string Json(JsonNode node)
    {
        var condition = "";
        if (node is JsonString text && JsonHoleWriter.Holes(text) is { Pieces: [{ Reference: not null } alone] } whole)
        {
            if (holes.Resolve(whole, alone, values.References) is not { } value) return "null";

            // A bare null would be no bytes at all: arrays convert.
            if (value.Use is { IsNullable: true }) condition = $"{value.Expression} is null ? default(global::System.ReadOnlyMemory<byte>?) : ";
        }

        return condition + new JsonHoleWriter(code, holes).Body(node, values.References);
    }

    private string Label(string method, JsonNode? node, bool takesList) =>
        node is not null && values.Argument(node, "the head of a part", takesList) is { } argument ? $".{method}({argument})" : "";
}
