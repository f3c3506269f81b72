using System.Collections.Generic;
using System.Text;
using Microsoft.CodeAnalysis.Diagnostics;
using ToolGen.Generator.Types;
using ToolGen.Specification;

namespace ToolGen.Generator.Pipeline;

/// <summary>What the project decides: the namespace, and how paths of specs are written into source.</summary>
/// <param name="Namespace">Of the generated tools.</param>
/// <param name="PathMap">From → to, as the compiler's own <c>/pathmap</c>; the first entry that fits counts.</param>
public sealed record ProjectSettings(string Namespace, EquatableArray<KeyValuePair<string, string>> PathMap)
{
    /// <summary>Reads the properties that the package makes visible (<c>ToolGenNamespace ToolGenPathMap RootNamespace AssemblyName</c>).</summary>
    public static ProjectSettings From(AnalyzerConfigOptions options)
    {
        var name = Property(options, "ToolGenNamespace");
        if (name.Length == 0)
        {
            var root = Property(options, "RootNamespace");
            name = (root.Length > 0 ? root : Property(options, "AssemblyName")) + ".Tools";
        }

        return new(CSharpNames.Namespace(name), ReadMap(Property(options, "ToolGenPathMap")));
    }

    /// <summary>The path of a spec as <c>#line</c> shall show it.</summary>
    public string LinePath(string path)
    {
        foreach (var entry in this.PathMap)
            if (entry.Key.Length > 0 && path.StartsWith(entry.Key, System.StringComparison.Ordinal)) return (entry.Value + path.Substring(entry.Key.Length)).Replace('\\', '/');
        return path;
    }

    private static string Property(AnalyzerConfigOptions options, string name) => options.TryGetValue("build_property." + name, out var value) ? value.Trim() : "";

    // from=to,from=to with , and = doubled inside (the compiler's own syntax).
    private static EquatableArray<KeyValuePair<string, string>> ReadMap(string text)
    {
        var entries = new List<KeyValuePair<string, string>>();
        var part = new StringBuilder();
        string? from = null;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ',';
            if (i + 1 < text.Length && c is ',' or '=' && text[i + 1] == c)
            {
                part.Append(c);
                i++;
            }
            else if (c == '=' && from is null)
            {
                from = part.ToString();
                part.Clear();
            }
            else if (c == ',')
            {
                if (from is not null) entries.Add(new(from, part.ToString()));
                from = null;
                part.Clear();
            }
            else
            {
                part.Append(c);
            }
        }

        return entries.ToEquatableArray();
    }
}
