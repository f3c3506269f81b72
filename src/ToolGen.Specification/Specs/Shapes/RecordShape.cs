using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Specs.Shapes;

/// <summary>A key of a record.</summary>
/// <param name="Name">As written in the spec.</param>
/// <param name="Shape">What stands there.</param>
/// <param name="Description">One sentence for editors and models.</param>
/// <param name="Required">Whether it must be there.</param>
internal sealed record Field(string Name, Shape Shape, string Description, bool Required = false);

/// <summary>An object whose keys the format names; any other key is a finding.</summary>
internal sealed class RecordShape : Shape
{
    private readonly Lazy<Dictionary<string, Field>> byName;

    /// <param name="name">The record's name in messages, in the schema's <c>$defs</c> and in the table of aliases.</param>
    /// <param name="fields">Its keys, in the order in which they are best written.</param>
    public RecordShape(string name, params Field[] fields)
    {
        this.Name = name;
        this.Fields = fields;
        this.byName = new(() => fields.ToDictionary(field => field.Name, StringComparer.Ordinal));
    }

    public string Name { get; }

    public IReadOnlyList<Field> Fields { get; }

    /// <summary>Keys by which a union knows this record: the first that is there. With <see cref="MarkWord"/>, the one key and its value.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>The value of the mark, such as the kind's word.</summary>
    public string? MarkWord { get; init; }

    /// <summary>Exactly one of these keys must be there.</summary>
    public IReadOnlyList<string> OneOf { get; init; } = [];

    /// <summary>Where the first key is, the second must be too.</summary>
    public (string Key, string Needs)? Needs { get; init; }

    /// <summary>Keys of which at most one may be there.</summary>
    public IReadOnlyList<string> Excludes { get; init; } = [];

    /// <summary>Words that authors write for its keys, and the keys.</summary>
    public IReadOnlyDictionary<string, string>? Aliases { get; init; }

    /// <summary>Whether <c>_meta</c> and <c>x-*</c> are kept.</summary>
    public bool KeepsExtensions { get; init; }

    public override string Wanted => this.Marks.Count == 0 ? "an object" : this.MarkWord is { } word ? $"an object with \"{this.Marks[0]}\": \"{word}\"" : $"an object with \"{this.Marks[0]}\"";

    public override bool Fits(JsonNode node) => node is JsonObject @object && this.HasMark(@object);

    public override void CheckFitting(JsonNode node, FindingSink sink, string label)
    {
        var @object = (JsonObject)node;
        List<string>? meant = null;
        foreach (var member in @object.Members)
        {
            if (this.byName.Value.TryGetValue(member.Name, out var field)) field.Shape.Check(member.Value, sink, member.Name);
            else if ((!this.KeepsExtensions || !IsExtension(member.Name)) && this.ReportUnknown(@object, member, sink) is { } key) (meant ??= []).Add(key);
        }

        foreach (var field in this.Fields)
        {
            // Where its misspelling is a finding already, that the key is missing would say it twice.
            if (field.Required && @object.Member(field.Name) is null && meant?.Contains(field.Name) != true)
                sink.Add(FindingCatalog.MissingKey, Head(@object), this.Name, field.Name, field.Description);
        }

        this.CheckCombinations(@object, sink);
    }

    public override JsonNode Canonical(JsonNode node) => node is JsonObject @object
        ? Rebuilt.Object(@object, member => this.byName.Value.TryGetValue(member.Name, out var field) ? field.Shape.Canonical(member.Value) : member.Value)
        : node;

    /// <summary>A key that every consumer keeps and none reads.</summary>
    public static bool IsExtension(string name) => name == "_meta" || name.StartsWith("x-", StringComparison.Ordinal);

    /// <summary>For an object that none of a union's records knows by its marks.</summary>
    public static void ReportUnmarked(JsonObject node, IReadOnlyList<RecordShape> records, FindingSink sink, string label)
    {
        foreach (var member in node.Members)
        {
            foreach (var record in records)
            {
                var meant = record.AliasOf(member.Name) ?? (node.Member(record.Marks[0]) is null ? NearMiss.Of(member.Name, record.Marks) : null);
                if (meant is null || !record.Marks.Contains(meant)) continue;
                record.ReportUnknown(node, member, sink);
                return;
            }
        }

        var words = records.Where(record => record.MarkWord is not null).Select(record => record.MarkWord!).ToArray();
        if (words.Length > 0 && node[records[0].Marks[0]] is JsonString given)
            sink.Add(FindingCatalog.UnknownWord, given.Span, Shown.Text(given.Value), records[0].Marks[0], Shown.Quoted(NearMiss.Of(given.Value, words) ?? string.Join("\" or \"", words)));
        else
            sink.Add(FindingCatalog.OneOfMissing, Head(node), label, Shown.List(records.SelectMany(record => record.Marks).Distinct()));
    }

    /// <summary>Where an object begins: a finding about what it lacks points there and not at all of it.</summary>
    public static TextSpan Head(JsonObject node) => new(node.Span.Start, Math.Min(1, node.Span.Length));

    private bool HasMark(JsonObject node)
    {
        if (this.Marks.Count == 0) return true;
        if (this.MarkWord is not null) return node[this.Marks[0]] is JsonString word && word.Value == this.MarkWord;
        foreach (var mark in this.Marks)
            if (node.Member(mark) is not null) return true;
        return false;
    }

    private void CheckCombinations(JsonObject node, FindingSink sink)
    {
        if (this.OneOf.Count > 0)
        {
            var present = this.OneOf.Where(key => node.Member(key) is not null).ToArray();
            if (present.Length == 0) sink.Add(FindingCatalog.OneOfMissing, Head(node), this.Name, Shown.List(this.OneOf));
            else if (present.Length > 1) sink.Add(FindingCatalog.Excluded, node.Member(present[1])!.NameSpan, present[0], present[1]);
        }

        if (this.Needs is { } needs && node.Member(needs.Key) is not null && node.Member(needs.Needs) is null)
            sink.Add(FindingCatalog.MissingKey, Head(node), this.Name, needs.Needs, this.byName.Value[needs.Needs].Description);
        var excluded = this.Excludes.Where(key => node.Member(key) is not null).ToArray();
        foreach (var key in excluded.Skip(1)) sink.Add(FindingCatalog.Excluded, node.Member(key)!.NameSpan, excluded[0], key);
    }

    // Answers the key that was probably meant, or null.
    private string? ReportUnknown(JsonObject node, JsonMember member, FindingSink sink)
    {
        var name = member.Name;
        if (this.AliasOf(name) is { } key)
        {
            sink.Add(FindingCatalog.AliasKey, member.NameSpan, node.Member(key) is null ? Renamed(member, key) : null, name, key);
            return key;
        }

        var near = NearMiss.Of(name, this.Fields.Select(field => field.Name));
        if (near is not null && node.Member(near) is null)
        {
            sink.Add(FindingCatalog.MisspelledKey, member.NameSpan, Renamed(member, near), Shown.Text(name), this.Name, near);
            return near;
        }

        sink.Add(FindingCatalog.UnknownKey, member.NameSpan, Shown.Text(name), this.Name, Shown.List(this.Fields.Select(field => field.Name)));
        return null;
    }

    private string? AliasOf(string name) => this.Aliases is not null && this.Aliases.TryGetValue(name, out var key) ? key : null;

    private static FindingFix Renamed(JsonMember member, string key) => new($"write \"{key}\"", new(new TextEdit(member.NameSpan, JsonWriter.Quote(key))));
}
