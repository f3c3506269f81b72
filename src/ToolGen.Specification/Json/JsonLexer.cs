using System.Collections.Generic;
using System.Text;
using ToolGen.Specification.Findings;

namespace ToolGen.Specification.Json;

/// <summary>The words of a JSON text: blanks, strings, numbers, literals; one cursor over the text.</summary>
internal sealed partial class JsonLexer(FindingSink sink)
{
    private readonly string text = sink.Source.Text;

    /// <summary>The cursor, a UTF-16 offset.</summary>
    public int At { get; set; }

    public bool AtEnd => this.At >= this.text.Length;

    /// <summary>The unit at the cursor; U+0000 at the end.</summary>
    public char Current => this.At < this.text.Length ? this.text[this.At] : '\0';

    public bool HasEscapedInvisibles { get; private set; }

    public static bool IsWordStart(char unit) => unit is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' or '$';

    /// <summary>Blanks, and with a finding each: comments and invisible characters.</summary>
    public void SkipBlanks()
    {
        while (this.At < this.text.Length)
        {
            var unit = this.text[this.At];
            if (unit is ' ' or '\n' or '\r' or '\t')
            {
                this.At++;
            }
            else if (unit == '/' && this.At + 1 < this.text.Length && this.text[this.At + 1] is '/' or '*')
            {
                this.Comment();
            }
            else if (unit >= 0x7F && InvisibleCharacters.Contains(InvisibleCharacters.CodePointAt(this.text, this.At)))
            {
                this.Invisible();
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>What stands at the cursor, cut for a message.</summary>
    public string Excerpt()
    {
        var end = this.At;
        while (end < this.text.Length && end - this.At < 20 && this.text[end] is >= ' ' and not '\x7F') end++;
        if (end > this.At && char.IsHighSurrogate(this.text[end - 1])) end--;
        var excerpt = new StringBuilder();
        for (var i = this.At; i < end; i++)
        {
            var codePoint = InvisibleCharacters.CodePointAt(this.text, i);
            if (codePoint is >= 0xD800 and <= 0xDFFF || InvisibleCharacters.Contains(codePoint)) excerpt.Append(InvisibleCharacters.Name(codePoint));
            else excerpt.Append(char.ConvertFromUtf32(codePoint));
            if (codePoint > 0xFFFF) i++;
        }

        return excerpt.Length > 0 ? excerpt.ToString() : this.AtEnd ? "the end" : InvisibleCharacters.Name(this.Current);
    }

    /// <summary>A literal: <c>true false null</c>, or with a finding what another language would write.</summary>
    public JsonNode Word()
    {
        var span = this.WordSpan();
        var word = this.text.Substring(span.Start, span.Length);
        switch (word)
        {
            case "true": return new JsonBoolean(true, span);
            case "false": return new JsonBoolean(false, span);
            case "null": return new JsonNull(span);
        }

        var mended = word.ToLowerInvariant() switch { "true" => "true", "false" => "false", "null" or "none" or "nil" or "undefined" or "nan" => "null", _ => null };
        var fix = mended is null ? null : new FindingFix($"write {mended}", new(new TextEdit(span, mended)));
        sink.Add(FindingCatalog.BareWord, span, fix, word.Length <= 60 ? word : word.Substring(0, 60) + "…", mended ?? "the text in double quotes");
        return mended switch { "true" => new JsonBoolean(true, span), "false" => new JsonBoolean(false, span), _ => new JsonNull(span) };
    }

    /// <summary>A member's name without quotes: a finding, recovered.</summary>
    public JsonString BareName()
    {
        var span = this.WordSpan();
        var name = this.text.Substring(span.Start, span.Length);
        var fix = new FindingFix("write the quotes", new(new TextEdit(span, '"' + name + '"')));
        sink.Add(FindingCatalog.BareName, span, fix, name.Length <= 60 ? name : name.Substring(0, 60) + "…");
        return new(name, span);
    }

    private TextSpan WordSpan()
    {
        var start = this.At;
        while (this.At < this.text.Length && (IsWordStart(this.text[this.At]) || this.text[this.At] is (>= '0' and <= '9'))) this.At++;
        return new(start, this.At - start);
    }

    private void Comment()
    {
        var start = this.At;
        if (this.text[start + 1] == '/')
        {
            while (this.At < this.text.Length && this.text[this.At] is not ('\n' or '\r')) this.At++;
        }
        else
        {
            var close = this.text.IndexOf("*/", start + 2, System.StringComparison.Ordinal);
            this.At = close < 0 ? this.text.Length : close + 2;
        }

        var span = new TextSpan(start, this.At - start);
        sink.Add(FindingCatalog.Comment, span, new FindingFix("remove the comment", new(new TextEdit(span, ""))));
    }

    private void Invisible()
    {
        var codePoint = InvisibleCharacters.CodePointAt(this.text, this.At);
        var span = new TextSpan(this.At, codePoint > 0xFFFF ? 2 : 1);
        sink.Add(FindingCatalog.InvisibleCharacter, span, InvisibleCharacters.Name(codePoint));
        this.At = span.End;
    }
}
