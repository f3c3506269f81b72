using System.Collections.Generic;
using System.Linq;
using ToolGen.Generator.Templates;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.Declarative;

/// <summary>A string with holes (SPEC §1.1) as a C# expression of a text: <c>"Sum " + … + " of " + …</c>.</summary>
internal sealed class HoleTextWriter(HoleResolver resolver)
{
    /// <summary>The expression; names it uses are added to <paramref name="references"/>.</summary>
    /// <param name="text">The string.</param>
    /// <param name="references">Takes names of the scope.</param>
    /// <param name="encode">A function of generated code that each value passes, such as one that encodes it for a URL; null: none.</param>
    public string Write(HoleText text, ICollection<string> references, string? encode = null)
    {
        var parts = text.Pieces.Select(piece => piece.Reference is null ? CSharpText.Literal(piece.Literal) : Encoded(encode, this.Value(text, piece, references))).ToList();
        return parts.Count == 0 ? "\"\"" : string.Join(" + ", parts);
    }

    private string Value(HoleText text, HolePiece piece, ICollection<string> references) =>
        resolver.Resolve(text, piece, references) is { } value ? $"global::ToolGen.Values.HoleText.Of({value.Expression})" : "\"\"";

    private static string Encoded(string? encode, string value) => encode is null ? value : $"{encode}({value})";
}
