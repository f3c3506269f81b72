using System.Collections.Generic;
using ToolGen.Specification.Findings;

namespace ToolGen.Specification.Json;

/// <summary>The grammar: values, arrays, objects. Recursion is bounded by <see cref="JsonReader.MaximumDepth"/>.</summary>
internal sealed class JsonParser(FindingSink sink)
{
    private readonly JsonLexer lexer = new(sink);
    private int depth;

    /// <summary>Reads the whole text from an offset.</summary>
    public JsonDocument Parse(int start)
    {
        var source = sink.Source;
        this.lexer.At = start;
        this.lexer.SkipBlanks();
        JsonNode? root = null;
        if (this.lexer.AtEnd)
        {
            sink.Add(FindingCatalog.EmptyFile, new(source.Text.Length, 0));
        }
        else
        {
            root = this.Value();
            if (root is not null)
            {
                this.lexer.SkipBlanks();
                if (!this.lexer.AtEnd) sink.Add(FindingCatalog.TextAfterEnd, new(this.lexer.At, source.Text.Length - this.lexer.At), this.lexer.Excerpt());
            }
        }

        return new(source, root, sink.ToArray()) { HasEscapedInvisibles = this.lexer.HasEscapedInvisibles };
    }

    /// <summary>One value, or null where reading can't go on (the finding is added).</summary>
    private JsonNode? Value()
    {
        if (sink.IsFull) return null;
        switch (this.lexer.Current)
        {
            case '{': return this.Nested(isObject: true);
            case '[': return this.Nested(isObject: false);
            case '"': return this.lexer.String('"');
            case '\'': return this.lexer.String('\'');
            case '-' or '+' or '.' or (>= '0' and <= '9'): return this.lexer.Number();
            case var letter when JsonLexer.IsWordStart(letter): return this.lexer.Word();
            default:
                this.Unexpected("a value");
                return null;
        }
    }

    private JsonNode? Nested(bool isObject)
    {
        if (++this.depth > JsonReader.MaximumDepth)
        {
            sink.Add(FindingCatalog.TooDeep, new(this.lexer.At, 1), Text(JsonReader.MaximumDepth));
            return null;
        }

        var node = isObject ? this.Object() : this.Array();
        this.depth--;
        return node;
    }

    private JsonNode? Array()
    {
        var start = this.lexer.At++;
        var items = new List<JsonNode>();
        while (true)
        {
            this.lexer.SkipBlanks();
            if (this.lexer.AtEnd) return this.Ends(start, ']');
            if (this.lexer.Current == ']') break;
            if (this.Value() is not { } item) return null;
            items.Add(item);
            if (!this.Separated(']', start)) return null;
        }

        this.lexer.At++;
        return new JsonArray(items, new(start, this.lexer.At - start));
    }

    private JsonNode? Object()
    {
        var start = this.lexer.At++;
        var members = new List<JsonMember>();
        HashSet<string>? names = null;
        while (true)
        {
            this.lexer.SkipBlanks();
            if (this.lexer.AtEnd) return this.Ends(start, '}');
            if (this.lexer.Current == '}') break;
            if (this.Name() is not { } name) return null;
            if (!this.Colon()) return null;
            if (this.Value() is not { } value) return null;
            if (IsRepeat(members, ref names, name.Value)) sink.Add(FindingCatalog.DuplicateKey, name.Span, Shown(name.Value));
            else members.Add(new(name.Value, name.Span, value));
            if (!this.Separated('}', start)) return null;
        }

        this.lexer.At++;
        return new JsonObject(members, new(start, this.lexer.At - start));
    }

    private JsonString? Name()
    {
        var first = this.lexer.Current;
        if (!this.lexer.AtEnd && first is '"' or '\'') return this.lexer.String(first);
        if (!this.lexer.AtEnd && JsonLexer.IsWordStart(first)) return this.lexer.BareName();
        this.Unexpected("a name in double quotes");
        return null;
    }

    private bool Colon()
    {
        this.lexer.SkipBlanks();
        if (this.lexer.AtEnd || this.lexer.Current != ':')
        {
            this.Unexpected("':'");
            return false;
        }

        this.lexer.At++;
        this.lexer.SkipBlanks();
        return true;
    }

    /// <summary>Behind an element: a comma, the closing bracket (left standing), or a forgotten comma.</summary>
    private bool Separated(char close, int open)
    {
        var end = this.lexer.At;
        this.lexer.SkipBlanks();
        if (this.lexer.AtEnd || this.lexer.Current == close) return true;
        if (this.lexer.Current != ',')
        {
            if (close == '}' ? this.lexer.Current is '"' : this.lexer.Current is '"' or '{' or '[')
            {
                sink.Add(FindingCatalog.MissingComma, new(end, 0), new FindingFix("insert the comma", new(new TextEdit(new(end, 0), ","))));
                return true;
            }

            this.Unexpected($"',' or '{close}'");
            return false;
        }

        var comma = this.lexer.At++;
        this.lexer.SkipBlanks();
        if (!this.lexer.AtEnd && this.lexer.Current == close)
            sink.Add(FindingCatalog.TrailingComma, new(comma, 1), new FindingFix("remove the comma", new(new TextEdit(new(comma, 1), ""))), close.ToString());
        return true;
    }

    private JsonNode? Ends(int open, char close)
    {
        sink.Add(FindingCatalog.Truncated, new(open, 1), close == '}' ? "object" : "array", close.ToString());
        return null;
    }

    private void Unexpected(string wanted)
    {
        if (this.lexer.AtEnd) sink.Add(FindingCatalog.Truncated, new(this.lexer.At, 0), "value", "what is missing");
        else sink.Add(FindingCatalog.Unexpected, new(this.lexer.At, 1), wanted, this.lexer.Excerpt());
    }

    // Most objects are small: comparing names costs less than hashing them.
    private static bool IsRepeat(List<JsonMember> members, ref HashSet<string>? names, string name)
    {
        if (members.Count < 12)
        {
            foreach (var member in members)
                if (member.Name == name) return true;
            return false;
        }

        if (names is null)
        {
            names = [];
            foreach (var member in members) names.Add(member.Name);
        }

        return !names.Add(name);
    }

    private static string Shown(string name) => name.Length <= 60 ? name : name.Substring(0, 60) + "…";

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
