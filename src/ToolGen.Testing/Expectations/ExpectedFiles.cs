using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ToolGen.Specification.Json;
using ToolGen.Testing.Comparison;

namespace ToolGen.Testing.Expectations;

/// <summary><c>expect.files</c>: each path's contents after the run, compared as bytes; and every file that the tool wrote is one of them.</summary>
internal static class ExpectedFiles
{
    /// <param name="node">Path to contents; null: must be absent.</param>
    /// <param name="given">The files before the run.</param>
    /// <param name="changes">What the run changed; removed files with null.</param>
    public static IEnumerable<SampleNote> Check(JsonNode? node, IReadOnlyDictionary<string, string> given, IReadOnlyDictionary<string, byte[]?> changes)
    {
        if (node is not JsonObject expected) yield break;
        var stray = changes.Where(change => change.Value is not null && expected.Member(change.Key) is null).Select(change => change.Key).ToArray();
        foreach (var member in expected.Members)
        {
            var pointer = "/expect/files/" + member.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
            var actual = changes.TryGetValue(member.Name, out var changed) ? changed : given.TryGetValue(member.Name, out var before) ? Encoding.UTF8.GetBytes(before) : null;
            switch (member.Value, actual)
            {
                case (JsonString, null):
                    yield return new(pointer, $"{member.Name} is not there{(stray.Length == 0 ? "; the tool wrote nothing else either" : "; the tool wrote " + string.Join(", ", stray.Take(5)))}");
                    break;
                case (JsonString text, not null) when !actual.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(text.Value)):
                    yield return new(pointer, $"{member.Name} {Difference(text.Value, actual)}");
                    break;
                case (JsonNull, not null):
                    yield return new(pointer, $"{member.Name} must be absent, and has {actual.Length} bytes: {Excerpt.Of(Encoding.UTF8.GetString(actual))}");
                    break;
            }
        }

        foreach (var path in stray.Take(3)) yield return new("/expect/files", $"a file was written that is not expected: {path}, {Excerpt.Of(Encoding.UTF8.GetString(changes[path]!))}");
    }

    private static string Difference(string expected, byte[] actual)
    {
        var text = Encoding.UTF8.GetString(actual);
        if (!Encoding.UTF8.GetBytes(text).AsSpan().SequenceEqual(actual)) return FormattableString.Invariant($"is no UTF-8: it parts from what is expected at byte {Encoding.UTF8.GetBytes(expected).AsSpan().CommonPrefixLength(actual)}");

        // With its line break, so that a missing one or a CR is seen.
        var (left, right) = (Lines(expected), Lines(text));
        var line = 0;
        while (line < left.Length && line < right.Length && left[line] == right[line]) line++;
        if (line == right.Length) return FormattableString.Invariant($"ends after line {line}; expected is also line {line + 1}: {Excerpt.Of(left[line])}");
        if (line == left.Length) return FormattableString.Invariant($"goes on after line {line} with {Excerpt.Of(right[line])}; expected are {left.Length} lines");
        var (before, after) = Excerpt.Of(left[line], right[line]);
        return FormattableString.Invariant($"differs in line {line + 1}: expected {before}, got {after}");
    }

    private static string[] Lines(string text)
    {
        var lines = text.Split('\n');
        return lines.Select((line, i) => i == lines.Length - 1 ? line : line + "\n").Where(line => line.Length > 0).ToArray();
    }
}
