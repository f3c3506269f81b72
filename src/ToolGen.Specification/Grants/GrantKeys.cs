using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs.Shapes;

namespace ToolGen.Specification.Grants;

/// <summary>Grants as configuration has them, flat: <c>folders:data:path</c> and a value. The shapes tell what is a list and what an object.</summary>
public sealed class GrantKeys
{
    private readonly StringBuilder keys = new();

    private GrantKeys()
    {
    }

    /// <summary>The grants; members of the format in its own spelling, whatever case the keys had.</summary>
    public JsonObject Value { get; private set; } = null!;

    /// <summary>What the spans of <see cref="Value"/> point into: a key a line.</summary>
    public SourceText Source { get; private set; } = null!;

    /// <summary>Reads keys.</summary>
    /// <param name="root">The section's name, such as <c>ToolGen</c>: shown before each key.</param>
    /// <param name="keys">Keys below the section, parts separated by <c>:</c>, and their values; null for what is no value.</param>
    public static GrantKeys Read(string root, IEnumerable<KeyValuePair<string, string?>> keys)
    {
        var top = new Entry();
        foreach (var pair in keys.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var at = top;
            foreach (var part in pair.Key.Split(':')) at = at.Child(part);
            at.Value = pair.Value;
        }

        var read = new GrantKeys();
        read.Value = read.Object(top, root, GrantShapes.Grants);
        read.Source = new(root, read.keys.ToString());
        return read;
    }

    /// <summary>A finding whose place is the key it stands at.</summary>
    public Finding Named(Finding finding)
    {
        var line = this.Source.PositionOf(Math.Min(finding.Place.Span.Start, Math.Max(this.Source.Text.Length - 1, 0))).Line;
        var key = this.Source.Text.Split('\n')[line];
        return finding with { Place = new(key, default, default, default), Fix = null };
    }

    private JsonNode Node(Entry entry, string key, Shape? shape)
    {
        var isEmpty = entry.Children.Count == 0 && string.IsNullOrEmpty(entry.Value);
        if (shape is ListShape list && (isEmpty || entry.IsList)) return this.List(entry, key, list);
        if (entry.Children.Count > 0 || (isEmpty && shape is RecordShape or MapShape)) return this.Object(entry, key, shape);
        return entry.Value is null ? new JsonNull(this.Span(key)) : new JsonString(entry.Value, this.Span(key));
    }

    private JsonArray List(Entry entry, string key, ListShape shape)
    {
        var span = this.Span(key);
        return new(entry.Children.OrderBy(child => long.Parse(child.Key, CultureInfo.InvariantCulture)).Select(child => this.Node(child.Value, key + ":" + child.Key, shape.Item)).ToArray(), span);
    }

    private JsonObject Object(Entry entry, string key, Shape? shape)
    {
        var span = this.Span(key);
        var members = new List<JsonMember>();
        foreach (var child in entry.Children)
        {
            var field = (shape as RecordShape)?.Fields.FirstOrDefault(one => string.Equals(one.Name, child.Key, StringComparison.OrdinalIgnoreCase));
            var below = key + ":" + child.Key;
            var value = this.Node(child.Value, below, field?.Shape ?? (shape as MapShape)?.Value);
            members.Add(new(field?.Name ?? child.Key, value.Span, value));
        }

        return new(members, span);
    }

    private TextSpan Span(string key)
    {
        var line = key.Replace('\n', ' ');
        var span = new TextSpan(this.keys.Length, line.Length);
        this.keys.Append(line).Append('\n');
        return span;
    }

    /// <summary>A key and those below it, in ordinal order.</summary>
    private sealed class Entry
    {
        public SortedDictionary<string, Entry> Children { get; } = new(StringComparer.Ordinal);

        public string? Value { get; set; }

        public bool IsList => this.Children.Count > 0 && this.Children.Keys.All(name => name.Length is >= 1 and <= 9 && name.All(c => c is >= '0' and <= '9'));

        public Entry Child(string name)
        {
            if (!this.Children.TryGetValue(name, out var child)) this.Children.Add(name, child = new());
            return child;
        }
    }
}
