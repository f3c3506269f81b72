using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Generator.Types;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Flows;

/// <summary>
/// A tool that only declares itself, such as one of a server: what it does with a text no spec shows. A text that names something (a file, a branch, a command)
/// is taken to be used as such; one that is there to be read is not.
/// </summary>
internal static class UnseenCode
{
    private static readonly HashSet<string> Prose = new(StringComparer.OrdinalIgnoreCase)
    {
        "text", "texts", "message", "messages", "body", "content", "contents", "title", "subject", "description", "summary", "note", "notes", "comment", "comments", "caption", "question", "answer", "prompt",
        "markdown", "html", "reason", "heading", "headline", "paragraph", "line", "lines", "sentence", "words", "greeting", "details",
    };

    /// <summary>Its members that are text, or lists of texts.</summary>
    public static IEnumerable<FlowSink> SinksOf(ToolSpec spec) =>
        from property in spec.Input.Root.Properties
        where !Prose.Contains(LastWord(property.Name)) && IsText(spec.Input, property.Schema)
        select new FlowSink(CSharpNames.Pascal(property.Name), Harm.Path | Harm.Sql, FlowWords.Unseen);

    private static bool IsText(SchemaPlan plan, SchemaNode node)
    {
        node = Kinds.Compose.SchemaValue.Follow(plan, node);
        if (node.Types == SchemaTypes.Any) return false;
        return (node.Types & SchemaTypes.String) != 0 || (node.Items is { } items && IsText(plan, items));
    }

    // The text of release_notes is notes, of htmlBody a body.
    private static string LastWord(string name)
    {
        var pascal = CSharpNames.Pascal(name);
        var start = pascal.Length - 1;
        while (start > 0 && !char.IsUpper(pascal[start])) start--;
        return pascal.Substring(start);
    }
}
