using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace ToolGen.Checks;

/// <summary>
/// A path of XPath 1.0 steps and nothing else: <c>name</c>, <c>p:name</c>, <c>*</c>, <c>@name</c>, <c>text()</c>, <c>.</c>, parted by <c>/</c>. A name
/// without prefix has no namespace, or the one that the empty prefix is bound to. Immutable.
/// </summary>
sealed partial class XmlPath
{
    private const string AnyName = "*";

    private XmlPath(IReadOnlyList<XmlStep> steps, bool isAnywhere)
    {
        Steps = steps;
        IsAnywhere = isAnywhere;
    }

    /// <summary>From the outside in; <c>.</c> has none.</summary>
    public IReadOnlyList<XmlStep> Steps { get; }

    /// <summary>Begins with <c>//</c>: its one step may stand at any depth.</summary>
    public bool IsAnywhere { get; }

    /// <summary>Reads a path from the document's root, such as <c>/rss/channel/item</c> or <c>//item</c>: elements only.</summary>
    public static bool TryParseAbsolute(string text, IReadOnlyDictionary<string, string> namespaces, [NotNullWhen(true)] out XmlPath? path, [NotNullWhen(false)] out string? error)
    {
        path = null;
        error = "a path of records begins with / at the document's root, such as /rss/channel/item";
        if (text.Length == 0 || text[0] != '/') return false;
        var isAnywhere = text.StartsWith("//", StringComparison.Ordinal);
        if (!TryParseSteps(text.Substring(isAnywhere ? 2 : 1), namespaces, out var steps, out error)) return false;
        if (isAnywhere && steps.Length > 1)
        {
            error = "a path that begins with // has one step, such as //item";
            return false;
        }

        foreach (var step in steps)
        {
            if (step.Kind == XmlStep.Target.Element) continue;
            error = "a path of records names elements only";
            return false;
        }

        path = new(steps, isAnywhere);
        return true;
    }

    /// <summary>Reads a path that is known to be one.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static XmlPath ParseAbsolute(string text, IReadOnlyDictionary<string, string> namespaces) =>
        TryParseAbsolute(text, namespaces, out var path, out var error) ? path : throw new ArgumentException(error, nameof(text));

    /// <inheritdoc cref="ParseAbsolute"/>
    public static XmlPath Parse(string text, IReadOnlyDictionary<string, string> namespaces) =>
        TryParse(text, namespaces, out var path, out var error) ? path : throw new ArgumentException(error, nameof(text));

    /// <summary>Reads a path from an element, such as <c>dc:creator</c>, <c>tags/tag/@name</c> or <c>.</c>.</summary>
    public static bool TryParse(string text, IReadOnlyDictionary<string, string> namespaces, [NotNullWhen(true)] out XmlPath? path, [NotNullWhen(false)] out string? error)
    {
        path = null;
        error = null;
        if (text == ".")
        {
            path = new([], isAnywhere: false);
            return true;
        }

        var cut = text.StartsWith("./", StringComparison.Ordinal) ? text.Substring(2) : text;
        if (!TryParseSteps(cut, namespaces, out var steps, out error)) return false;
        path = new(steps, isAnywhere: false);
        return true;
    }

    private static bool TryParseSteps(string text, IReadOnlyDictionary<string, string> namespaces, out XmlStep[] steps, [NotNullWhen(false)] out string? error)
    {
        var parts = text.Split('/');
        steps = new XmlStep[parts.Length];
        error = null;
        for (var i = 0; i < parts.Length; i++)
        {
            if (!TryParseStep(parts[i], namespaces, out var step, out error)) return false;
            if (step.Kind != XmlStep.Target.Element && i < parts.Length - 1)
            {
                error = $"{parts[i]} can only be the last step";
                return false;
            }

            steps[i] = step;
        }

        return true;
    }

    private static bool TryParseStep(string text, IReadOnlyDictionary<string, string> namespaces, out XmlStep step, [NotNullWhen(false)] out string? error)
    {
        error = null;
        step = new(XmlStep.Target.Text, null, null);
        if (text == "text()") return true;

        var isAttribute = text.StartsWith("@", StringComparison.Ordinal);
        var kind = isAttribute ? XmlStep.Target.Attribute : XmlStep.Target.Element;
        var name = isAttribute ? text.Substring(1) : text;
        var colon = name.IndexOf(':');
        var prefix = colon < 0 ? "" : name.Substring(0, colon);
        var local = name.Substring(colon + 1);
        if ((colon >= 0 && !IsName(prefix)) || (local != AnyName && !IsName(local)))
        {
            error = text.Length == 0 ? "a step is empty" : $"{text} is no step: write name, prefix:name, *, @name, text() or . and no predicate, axis or function";
            return false;
        }

        if (!namespaces.TryGetValue(prefix, out var uri) && colon >= 0)
        {
            error = $"the prefix {prefix} is not bound: add it to namespaces";
            return false;
        }

        // Attributes without prefix have no namespace, whatever the default is (Namespaces in XML 1.0 §6.2).
        var space = colon < 0 && (isAttribute || local == AnyName) ? (local == AnyName ? null : "") : uri ?? "";
        step = new(kind, local == AnyName ? null : local, space);
        return true;
    }

    // NCName but for the rarer marks of XML 1.0: letters, digits, hyphen, dot, underscore.
    private static bool IsName(string text)
    {
        if (text.Length == 0 || !(char.IsLetter(text[0]) || text[0] == '_')) return false;
        foreach (var c in text)
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-' or '.')) return false;
        return true;
    }
}

/// <summary>One step; null stands for any name or any namespace.</summary>
readonly partial struct XmlStep(XmlStep.Target kind, string? name, string? space)
{
    /// <summary>What a step of an <see cref="XmlPath"/> goes to.</summary>
    public enum Target
    {
        Element,
        Attribute,
        Text,
    }

    public Target Kind { get; } = kind;

    public string? Name { get; } = name;

    public string? Namespace { get; } = space;

    /// <summary>Whether a name of a document fits.</summary>
    public bool Fits(string name, string space) => (Name is null || Name == name) && (Namespace is null || Namespace == space);
}
