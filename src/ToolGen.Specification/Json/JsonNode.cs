using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Specification.Json;

/// <summary>The kinds of a JSON value.</summary>
public enum JsonKind
{
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
}

/// <summary>A JSON value that knows where it stands. Immutable; compared by reference.</summary>
public abstract class JsonNode
{
    private protected JsonNode(JsonKind kind, TextSpan span)
    {
        this.Kind = kind;
        this.Span = span;
    }

    /// <summary>Which of the six kinds it is; the class tells too.</summary>
    public JsonKind Kind { get; }

    /// <summary>Where the value stands, quotes and braces included. Nodes that no file holds (made by a fix) have the span of what they replace, or default.</summary>
    public TextSpan Span { get; }

    /// <summary>The value as compact JSON.</summary>
    public override string ToString() => JsonWriter.Compact(this);
}

/// <summary><c>null</c>.</summary>
public sealed class JsonNull(TextSpan span) : JsonNode(JsonKind.Null, span);

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed class JsonBoolean(bool value, TextSpan span) : JsonNode(JsonKind.Boolean, span)
{
    public bool Value { get; } = value;
}

/// <summary>A number, kept as written: it never passes through a double.</summary>
public sealed class JsonNumber(string text, TextSpan span) : JsonNode(JsonKind.Number, span)
{
    /// <summary>The digits as the file has them, such as <c>1.50e3</c>.</summary>
    public string Text { get; } = text;
}

/// <summary>A string, decoded.</summary>
public sealed class JsonString(string value, TextSpan span, string? raw = null) : JsonNode(JsonKind.String, span)
{
    /// <summary>The text that the escapes stand for.</summary>
    public string Value { get; } = value;

    /// <summary>The offset in the file of a UTF-16 unit of <see cref="Value"/>; exact also behind escapes.</summary>
    public int OffsetOf(int index)
    {
        if (raw is null) return this.Span.Start + 1 + index;
        var at = 0;
        for (var decoded = 0; decoded < index && at < raw.Length; decoded++)
            at += raw[at] != '\\' ? 1 : at + 1 < raw.Length && raw[at + 1] == 'u' ? 6 : 2;
        return this.Span.Start + 1 + at;
    }
}

/// <summary>An array.</summary>
public sealed class JsonArray(IReadOnlyList<JsonNode> items, TextSpan span) : JsonNode(JsonKind.Array, span)
{
    public IReadOnlyList<JsonNode> Items { get; } = items;
}

/// <summary>One member of an object.</summary>
public sealed class JsonMember(string name, TextSpan nameSpan, JsonNode value)
{
    public string Name { get; } = name;

    /// <summary>Where the name stands, quotes included.</summary>
    public TextSpan NameSpan { get; } = nameSpan;

    public JsonNode Value { get; } = value;
}

/// <summary>An object; members in written order, names unique (the reader refuses repeats).</summary>
public sealed class JsonObject(IReadOnlyList<JsonMember> members, TextSpan span) : JsonNode(JsonKind.Object, span)
{
    private Dictionary<string, JsonMember>? index;

    public IReadOnlyList<JsonMember> Members { get; } = members;

    /// <summary>The value of a member, or null where there is none.</summary>
    public JsonNode? this[string name] => this.Member(name)?.Value;

    /// <summary>A member by its exact name, or null.</summary>
    public JsonMember? Member(string name)
    {
        if (this.Members.Count < 8) return this.Members.FirstOrDefault(m => m.Name == name);
        if (this.index is null)
        {
            var built = new Dictionary<string, JsonMember>(this.Members.Count);
            foreach (var member in this.Members)
                if (!built.ContainsKey(member.Name)) built.Add(member.Name, member);
            this.index = built;
        }

        return this.index.TryGetValue(name, out var found) ? found : null;
    }
}
