using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ToolGen.Specification.Evidence;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Forge.Evidence;

/// <summary>The files of one tool by what they are: where they lie is no part of evidence.</summary>
internal sealed class ToolFiles
{
    private readonly ForgedTool tool;
    private readonly (string Path, string Name)[] names;

    /// <param name="tool">The tool.</param>
    /// <param name="all">The paths of all specs of its set: a finding may name another one.</param>
    public ToolFiles(ForgedTool tool, IEnumerable<string> all)
    {
        this.tool = tool;
        this.names = all.Append(tool.Input.Path).Append(tool.Input.TestsPath).Append(tool.Input.Companion?.Path).OfType<string>().Distinct()
            .Select(path => (path, Name: Path.GetFileName(path))).Where(one => one.path != one.Name).OrderByDescending(one => one.path.Length).ToArray();
    }

    public SeenPlace PlaceOf(Place place) => new(
        place.Path == this.tool.Input.Path ? "spec" : place.Path == this.tool.Input.TestsPath ? "tests" : place.Path == this.tool.Input.Companion?.Path ? "companion" : "other",
        place.Start.Line + 1,
        place.Start.Column + 1,
        place.End.Line + 1,
        place.End.Column + 1);

    /// <summary>A sentence with the names of files for their paths, and nothing that JSON can't hold.</summary>
    public string Sentence(string text)
    {
        foreach (var (path, name) in this.names) text = text.Replace(path, name, StringComparison.Ordinal);
        return Whole(text);
    }

    /// <summary>A text without halves of surrogate pairs, which no UTF-8 holds.</summary>
    public static string Whole(string text)
    {
        if (!text.Any(char.IsSurrogate)) return text;
        var whole = new System.Text.StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) whole.Append(rune);
        return whole.ToString();
    }
}
