using System;
using ToolGen.Specification;

namespace ToolGen.Generator.Kinds.Own;

/// <summary>
/// A kind of the project's own: <c>NAME.tool.sbn</c> and <c>NAME.tool.schema.json</c>. Both are the project's code, like its C#: a model
/// writes specs of the kind, never the kind.
/// </summary>
/// <param name="Name">The word of <c>kind</c>.</param>
/// <param name="Template">Scriban: the statements that have the effect.</param>
/// <param name="Schema">JSON Schema of the fields, with <c>x-toolgen</c>, <c>x-gives</c> and <c>x-capabilities</c>.</param>
/// <param name="Path">Of the template, for messages.</param>
public sealed record OwnKindDefinition(string Name, string Template, string Schema, string Path)
{
    /// <summary>How the template's file ends.</summary>
    public const string TemplateExtension = ".tool.sbn";

    /// <summary>How the schema's file ends.</summary>
    public const string SchemaExtension = ".tool.schema.json";

    /// <summary>Whether a file is a part of a kind.</summary>
    public static bool IsPart(string path) => path.EndsWith(TemplateExtension, StringComparison.OrdinalIgnoreCase) || path.EndsWith(SchemaExtension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Joins the files of kinds by their names. A kind of which one of the two is missing has an empty text there, which its specs' findings name.</summary>
    /// <param name="files">Path and text, in any order; the ordinally first of one name counts.</param>
    public static EquatableArray<OwnKindDefinition> Join(System.Collections.Generic.IEnumerable<(string Path, string Text)> files)
    {
        var kinds = new System.Collections.Generic.SortedDictionary<string, OwnKindDefinition>(StringComparer.Ordinal);
        var sorted = new System.Collections.Generic.List<(string Path, string Text)>(files);
        sorted.Sort(static (a, b) => StringComparer.Ordinal.Compare(a.Path, b.Path));
        foreach (var (path, text) in sorted)
        {
            var isTemplate = path.EndsWith(TemplateExtension, StringComparison.OrdinalIgnoreCase);
            var file = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
            var name = file.Substring(0, file.Length - (isTemplate ? TemplateExtension : SchemaExtension).Length);
            if (!kinds.TryGetValue(name, out var kind)) kind = new(name, "", "", path);
            kinds[name] = isTemplate ? kind.Template.Length > 0 ? kind : kind with { Template = text, Path = path } : kind.Schema.Length > 0 ? kind : kind with { Schema = text };
        }

        return kinds.Values.ToEquatableArray();
    }
}
