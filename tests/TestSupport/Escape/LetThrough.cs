using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ToolGen.Sandbox.Isolation;

namespace ToolGen.TestSupport.Escape;

/// <summary>What SECURITY.md says that each level lets through: the table whose first column is the kind of attempts.</summary>
internal static class LetThrough
{
    private const string Header = "| kind | process | seccomp | landlock | bubblewrap |";

    /// <summary>The names, by level.</summary>
    /// <param name="always">Only those that are let through whoever the host's user is.</param>
    public static IReadOnlyDictionary<IsolationLevel, IReadOnlySet<string>> Documented(bool always = false)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "SECURITY.md"));
        var rows = lines.SkipWhile(line => line != Header).Skip(2).TakeWhile(line => line.StartsWith('|')).Select(line => line.Split('|')[1..^1]).ToArray();
        if (rows.Length == 0) throw new InvalidDataException("SECURITY.md has no table of what levels let through");
        return Enum.GetValues<IsolationLevel>().ToDictionary(
            level => level,
            level => (IReadOnlySet<string>)rows.SelectMany(row => row[1 + (int)level].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Where(name => name != "–" && !(always && name.EndsWith('*'))).Select(name => name.TrimEnd('*')).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>The table's rows as they would have to be.</summary>
    public static IEnumerable<string> Rows(IReadOnlyDictionary<IsolationLevel, IReadOnlyCollection<string>> open)
    {
        foreach (var kind in Attempt.All.Select(attempt => attempt.Kind).Distinct())
        {
            var cells = Enum.GetValues<IsolationLevel>().Select(level => open.GetValueOrDefault(level) is { } names
                ? string.Join("; ", Attempt.All.Where(attempt => attempt.Kind == kind && names.Contains(attempt.Name)).Select(attempt => attempt.Name)) : "").ToArray();
            if (Array.Exists(cells, cell => cell.Length > 0)) yield return $"| {kind} | {string.Join(" | ", cells.Select(cell => cell.Length == 0 ? "–" : cell))} |";
        }
    }
}
