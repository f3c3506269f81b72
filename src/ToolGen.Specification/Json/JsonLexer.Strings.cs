using System.Collections.Generic;
using System.Globalization;
using System.Text;
using ToolGen.Specification.Findings;

namespace ToolGen.Specification.Json;

/// <summary>Strings: escapes undone, surrogates paired, nothing invisible.</summary>
internal sealed partial class JsonLexer
{
    /// <summary>Reads a string; the cursor stands at its quote. Null where its end is missing.</summary>
    public JsonString? String(char quote)
    {
        var start = this.At++;
        var end = this.PlainEnd(quote);
        if (end < this.text.Length && this.text[end] == quote)
        {
            this.At = end + 1;
            return this.Finished(this.text.Substring(start + 1, end - start - 1), start, raw: null, quote, null);
        }

        return this.Escaped(start, end, quote);
    }

    // The end of the stretch that needs no care: no escape, no control, no character beyond ASCII that has to be looked at.
    private int PlainEnd(char quote)
    {
        var i = this.At;
        for (; i < this.text.Length; i++)
        {
            var unit = this.text[i];
            if (unit == quote || unit == '\\' || unit < ' ') break;
            if (unit >= 0x7F && (char.IsSurrogate(unit) || InvisibleCharacters.Contains(unit))) break;
        }

        return i;
    }

    private JsonString? Escaped(int start, int plainEnd, char quote)
    {
        var value = new StringBuilder();
        var hasEscapes = false;
        List<TextEdit>? controls = null;
        var copied = this.At;
        this.At = plainEnd;
        while (this.At < this.text.Length)
        {
            var unit = this.text[this.At];
            if (unit == quote)
            {
                value.Append(this.text, copied, this.At - copied);
                var end = this.At++;
                return this.Finished(value.ToString(), start, hasEscapes ? this.text.Substring(start + 1, end - start - 1) : null, quote, controls);
            }

            if (unit == '\\')
            {
                value.Append(this.text, copied, this.At - copied);
                hasEscapes = true;
                this.Escape(value);
                copied = this.At;
            }
            else if (unit < ' ')
            {
                (controls ??= []).Add(new(new(this.At, 1), EscapeOf(unit)));
                this.At++;
            }
            else if (char.IsSurrogate(unit))
            {
                this.RawSurrogate();
            }
            else if (unit >= 0x7F && InvisibleCharacters.Contains(unit))
            {
                this.Invisible();
            }
            else
            {
                this.At++;
            }
        }

        sink.Add(FindingCatalog.Truncated, new(start, 1), "string", quote.ToString());
        return null;
    }

    private JsonString Finished(string value, int start, string? raw, char quote, List<TextEdit>? controls)
    {
        var span = new TextSpan(start, this.At - start);
        if (controls is not null)
            sink.Add(FindingCatalog.ControlCharacter, controls[0].Span, new FindingFix("write the escape", controls.ToEquatableArray()), InvisibleCharacters.Name(this.text[controls[0].Span.Start]), controls[0].NewText);
        var node = new JsonString(value, span, raw);
        if (quote == '\'')
        {
            // Where a control character has its own edit, this edit would overlap it: the next round mends the quotes.
            var fix = controls is null ? new FindingFix("write double quotes", new(new TextEdit(span, JsonWriter.Compact(node)))) : null;
            sink.Add(FindingCatalog.SingleQuotes, span, fix);
        }

        return node;
    }

    private void RawSurrogate()
    {
        var isPair = char.IsHighSurrogate(this.text[this.At]) && this.At + 1 < this.text.Length && char.IsLowSurrogate(this.text[this.At + 1]);
        if (!isPair)
        {
            sink.Add(FindingCatalog.LoneSurrogate, new(this.At, 1), InvisibleCharacters.Name(this.text[this.At]));
            this.At++;
        }
        else if (InvisibleCharacters.Contains(char.ConvertToUtf32(this.text[this.At], this.text[this.At + 1])))
        {
            this.Invisible();
        }
        else
        {
            this.At += 2;
        }
    }

    private void Escape(StringBuilder value)
    {
        var start = this.At;
        var kind = start + 1 < this.text.Length ? this.text[start + 1] : '\0';
        this.At += 2;
        switch (kind)
        {
            case '"' or '\\' or '/': value.Append(kind); return;
            case 'b': value.Append('\b'); return;
            case 'f': value.Append('\f'); return;
            case 'n': value.Append('\n'); return;
            case 'r': value.Append('\r'); return;
            case 't': value.Append('\t'); return;
            case 'u' when this.Hex(start) is { } unit: this.EscapedUnit(value, start, unit); return;
        }

        // An escape that JSON lacks, such as \' or \d: what it stands for is not known, only what it was likely meant for.
        var length = kind == '\0' ? 1 : 2;
        var fix = kind is '\0' or 'u' ? null : new FindingFix("write the character", new(new TextEdit(new(start, 2), kind == '\'' ? "'" : "\\\\" + kind)));
        if (length == 2 && (kind < ' ' || char.IsSurrogate(kind))) (length, fix) = (1, null);
        sink.Add(FindingCatalog.BadEscape, new(start, length), fix, this.text.Substring(start, length));
        this.At = start + length;
        if (length == 2 && kind != 'u') value.Append(kind);
    }

    private void EscapedUnit(StringBuilder value, int start, char unit)
    {
        this.At = start + 6;
        int codePoint = unit;
        if (char.IsHighSurrogate(unit) && this.At + 1 < this.text.Length && this.text[this.At] == '\\' && this.text[this.At + 1] == 'u'
            && this.Hex(this.At) is { } low && char.IsLowSurrogate(low))
        {
            this.At += 6;
            codePoint = char.ConvertToUtf32(unit, low);
        }

        if (codePoint is >= 0xD800 and <= 0xDFFF)
        {
            sink.Add(FindingCatalog.LoneSurrogate, new(start, 6), this.text.Substring(start, 6));
            value.Append('\uFFFD');
            return;
        }

        if (InvisibleCharacters.Contains(codePoint)) this.HasEscapedInvisibles = true;
        value.Append(char.ConvertFromUtf32(codePoint));
    }

    // The unit of a \uXXXX whose backslash stands at an offset.
    private char? Hex(int backslash)
    {
        if (backslash + 6 > this.text.Length) return null;
        var unit = 0;
        for (var i = backslash + 2; i < backslash + 6; i++)
        {
            var digit = this.text[i] switch { >= '0' and <= '9' and var d => d - '0', >= 'a' and <= 'f' and var d => d - 'a' + 10, >= 'A' and <= 'F' and var d => d - 'A' + 10, _ => -1 };
            if (digit < 0) return null;
            unit = (unit << 4) | digit;
        }

        return (char)unit;
    }

    private static string EscapeOf(char control) => control switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => "\\u" + ((int)control).ToString("x4", CultureInfo.InvariantCulture),
    };
}
