using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ToolGen.TestSupport;

namespace ToolGen.Benchmarks;

/// <summary>Any number of specs: the real ones of <c>tests/Specs</c> in turn, each under a name of its own.</summary>
internal static partial class SpecCorpus
{
    private static readonly Lazy<(string Name, string Text)[]> Real = new(() =>
        Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Specs"), "*.tool.json")
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(path)[..^".tool.json".Length], System.IO.File.ReadAllText(path)))
            .Where(spec => spec.Item2.Contains("\"kind\": \"transform\"", StringComparison.Ordinal) || spec.Item2.Contains("\"body\"", StringComparison.Ordinal))
            .ToArray());

    public static int Kinds => Real.Value.Length;

    public static ImmutableArray<AdditionalText> Make(int count) =>
        [.. Enumerable.Range(0, count).Select(index => (AdditionalText)Text(index, edited: false))];

    /// <summary>The spec at an index, as a person edits it: another sentence in the description.</summary>
    public static AdditionalText Edited(int index) => Text(index, edited: true);

    /// <summary>A spec as it stands in a file.</summary>
    public static AdditionalText File(string path) => new MemoryText("/specs/" + Path.GetFileName(path), System.IO.File.ReadAllText(path));

    private static MemoryText Text(int index, bool edited)
    {
        var (name, text) = Real.Value[index % Real.Value.Length];
        var own = $"{name}_{index:00000}";
        text = NameMember().Replace(text, $"\"name\": \"{own}\"", 1);
        if (edited) text = DescriptionMember().Replace(text, "$0Now edited. ", 1);
        return new MemoryText($"/specs/{own}.tool.json", text);
    }

    [GeneratedRegex("\"name\":\\s*\"[^\"]*\"")]
    private static partial Regex NameMember();

    [GeneratedRegex("\"description\":\\s*\"")]
    private static partial Regex DescriptionMember();

    private sealed class MemoryText(string path, string text) : AdditionalText
    {
        private readonly SourceText source = SourceText.From(text, Encoding.UTF8);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => this.source;
    }
}
