using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Fixes;

/// <summary>Gathers mends: findings whose remedy is a set of text edits. The methods are the edits that rules need.</summary>
public sealed class MendSink(SourceText source)
{
    private readonly FindingSink findings = new(source);

    /// <summary>The path of the file, as it is shown.</summary>
    public string Path => source.Path;

    public EquatableArray<Finding> ToArray() => this.findings.ToArray();

    /// <summary>Any set of edits.</summary>
    public void Add(FindingDescriptor descriptor, TextSpan place, string title, IEnumerable<TextEdit> edits, params string[] arguments) =>
        this.findings.Add(descriptor, place, new FindingFix(title, edits.ToEquatableArray()), arguments.Select(Shown).ToArray());

    /// <summary>Something that only a person can mend.</summary>
    public void AddWithoutFix(FindingDescriptor descriptor, TextSpan place, params string[] arguments) =>
        this.findings.Add(descriptor, place, arguments.Select(Shown).ToArray());

    /// <summary>Another name for a member.</summary>
    public void Rename(FindingDescriptor descriptor, JsonMember member, string name) =>
        this.Add(descriptor, member.NameSpan, $"write \"{name}\" for \"{Shown(member.Name)}\"", [Renaming(member, name)], member.Name, name);

    /// <summary>Another value for a member or an element.</summary>
    public void Replace(FindingDescriptor descriptor, JsonNode node, JsonNode value, params string[] arguments) =>
        this.Add(descriptor, node.Span, $"write {Shown(JsonWriter.Compact(value))}", [this.Replacing(node, value)], arguments);

    /// <summary>The edit that gives a member another name.</summary>
    public static TextEdit Renaming(JsonMember member, string name) => new(member.NameSpan, JsonWriter.Quote(name));

    /// <summary>The edit that writes another value, laid out for the place where it will stand.</summary>
    public TextEdit Replacing(JsonNode node, JsonNode value) => new(node.Span, Layout.Of(value, source, node.Span.Start));

    /// <summary>The edit that gives a member another name and value.</summary>
    public TextEdit Replacing(JsonMember member, string name, JsonNode value) =>
        new(new(member.NameSpan.Start, member.Value.Span.End - member.NameSpan.Start),
            JsonWriter.Quote(name) + ": " + Layout.Of(value, source, member.NameSpan.Start));

    /// <summary>The edit that takes a member out, with its comma.</summary>
    public static TextEdit Removing(JsonObject parent, JsonMember member)
    {
        var index = parent.Members.TakeWhile(other => !ReferenceEquals(other, member)).Count();
        var start = index == 0 ? member.NameSpan.Start : parent.Members[index - 1].Value.Span.End;
        var end = member.Value.Span.End;
        if (index == 0 && parent.Members.Count > 1) end = parent.Members[1].NameSpan.Start;
        return new(new(start, end - start), "");
    }

    /// <summary>The edit that adds a member at the end of an object.</summary>
    public TextEdit Appending(JsonObject parent, string name, JsonNode value)
    {
        var text = JsonWriter.Quote(name) + ": ";
        if (parent.Members.Count == 0) return new(parent.Span, "{ " + text + Layout.Of(value, source, parent.Span.Start) + " }");
        var last = parent.Members[parent.Members.Count - 1];
        return new(new(last.Value.Span.End, 0), "," + Layout.Gap(source, last.NameSpan.Start) + text + Layout.Of(value, source, last.NameSpan.Start));
    }

    private static string Shown(string text) => text.Length <= 80 ? text : text.Substring(0, 80) + "…";
}
