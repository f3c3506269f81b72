using System;
using System.Globalization;
using System.Linq;
using System.Text;
using ToolGen.Generator.Kinds.Declarative;
using ToolGen.Generator.Templates;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.Http;

/// <summary>The address of a request: what makes it, and the pattern that covers all it can be.</summary>
internal sealed class AddressWriter(DeclarativeCode code, HttpValues values)
{
    // Beside letters and digits: what stands for itself in a path (RFC 3986), without the star, which is a sign of patterns.
    private const string Plain = "-._~!$&'()+,;=:@/";

    private readonly StringBuilder calls = new();
    private readonly StringBuilder path = new();
    private string origin = "";
    private bool isQuery;

    /// <summary>Writes the address. The reader has seen that scheme and host are literal.</summary>
    public AddressModel Write(HoleText url)
    {
        for (var i = 0; i < url.Pieces.Count; i++)
        {
            var piece = url.Pieces[i];
            if (piece.Reference is null) this.Literal(piece.Literal, i == 0);
            else this.Hole(url, piece);
        }

        foreach (var segment in this.path.ToString().Split('/'))
            if (Decoded(segment) is "." or "..") code.Findings.Add(FindingCatalog.PathClimbs, url.Text.Node.Span, segment);
        return new(this.calls.ToString(), this.origin, this.path.Length == 0 ? "/" : string.Join("/", this.path.ToString().Split('/').Select(Pattern)));
    }

    private void Literal(string text, bool isFirst)
    {
        var start = 0;
        if (isFirst)
        {
            start = text.IndexOfAny(['/', '?'], text.IndexOf("//", StringComparison.Ordinal) + 2);
            if (start < 0) start = text.Length;
            this.origin = text.Substring(0, start);
        }

        var query = this.isQuery ? start : text.IndexOf('?', start);
        var inPath = Encode(query < 0 ? text.Substring(start) : text.Substring(start, query - start), Plain);
        this.path.Append(inPath);
        this.isQuery |= query >= 0;
        var inQuery = query < 0 ? "" : Encode(text.Substring(query), Plain + "?*");
        if (isFirst) this.calls.Append($"new global::ToolGen.Http.HttpAddress({CSharpText.Literal(this.origin + (inPath.Length == 0 ? "/" : inPath) + inQuery)})");
        else this.calls.Append($".Literal({CSharpText.Literal(inPath + inQuery)})");
    }

    private void Hole(HoleText url, HolePiece piece)
    {
        var text = values.TextOf(url, piece, "an address");
        this.calls.Append($".{(this.isQuery ? "Value" : "Segment")}({text}, {values.PointerOf(piece)})");

        // Two stars side by side would stand for any path.
        if (!this.isQuery && (this.path.Length == 0 || this.path[this.path.Length - 1] != '*')) this.path.Append('*');
    }

    // No pattern has two dots side by side, such as those of compare/{base}...{head}.
    private static string Pattern(string segment) => segment.IndexOf("..", StringComparison.Ordinal) < 0 ? segment : "*";

    private static string Decoded(string segment) => segment.Replace("%2e", ".").Replace("%2E", ".");

    // What is encoded already stays so.
    private static string Encode(string text, string plain)
    {
        var encoded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var isEncoded = c == '%' && i + 2 < text.Length && Uri.IsHexDigit(text[i + 1]) && Uri.IsHexDigit(text[i + 2]);
            if (isEncoded || c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || plain.IndexOf(c) >= 0)
            {
                encoded.Append(c);
                continue;
            }

            var length = char.IsHighSurrogate(c) && i + 1 < text.Length ? 2 : 1;
            foreach (var unit in Encoding.UTF8.GetBytes(text.Substring(i, length))) encoded.Append('%').Append(unit.ToString("X2", CultureInfo.InvariantCulture));
            i += length - 1;
        }

        return encoded.ToString();
    }
}
