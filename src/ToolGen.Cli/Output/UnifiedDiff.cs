using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace ToolGen.Cli.Output;

/// <summary>What <c>--dry-run</c> shows: the changes of a text as a unified diff, which <c>patch</c> understands.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>Beyond this many cells the changed middle is shown as one block: still right, only longer.</summary>
    private const long MaximumCells = 4_000_000;

    private const string NoLineEnd = "\n\\ No newline at end of file";

    /// <summary>The diff, or an empty text where nothing changed.</summary>
    public static string Of(string path, string old, string @new)
    {
        if (old == @new) return "";
        var script = Script(Lines(old), Lines(@new));
        var to = new StringBuilder().Append(CultureInfo.InvariantCulture, $"--- {path}\n+++ {path}\n");
        for (var at = 0; at < script.Count; at++)
        {
            if (script[at].Sign == ' ') continue;
            var start = Math.Max(0, at - Context);
            int end = at, quiet = 0;
            for (var i = at; i < script.Count && quiet <= 2 * Context; i++)
            {
                quiet = script[i].Sign == ' ' ? quiet + 1 : 0;
                if (quiet == 0) end = i;
            }

            end = Math.Min(script.Count - 1, end + Context);
            Hunk(to, script, start, end);
            at = end;
        }

        return to.ToString();
    }

    private static void Hunk(StringBuilder to, List<(char Sign, string Line)> script, int start, int end)
    {
        var before = script.Take(start).ToArray();
        var hunk = script.GetRange(start, end - start + 1);
        int oldCount = hunk.Count(line => line.Sign != '+'), newCount = hunk.Count(line => line.Sign != '-');
        var oldStart = before.Count(line => line.Sign != '+') + (oldCount > 0 ? 1 : 0);
        var newStart = before.Count(line => line.Sign != '-') + (newCount > 0 ? 1 : 0);
        to.Append(CultureInfo.InvariantCulture, $"@@ -{oldStart},{oldCount} +{newStart},{newCount} @@\n");
        foreach (var (sign, line) in hunk) to.Append(sign).Append(line).Append('\n');
    }

    private static string[] Lines(string text)
    {
        if (text.Length == 0) return [];
        var lines = text.Split('\n');
        if (lines[^1].Length == 0) return lines[..^1];
        lines[^1] += NoLineEnd;
        return lines;
    }

    /// <summary>Lines kept, taken away and added, by the longest common subsequence of what lies between equal ends.</summary>
    private static List<(char Sign, string Line)> Script(string[] old, string[] @new)
    {
        var head = 0;
        while (head < old.Length && head < @new.Length && old[head] == @new[head]) head++;
        var tail = 0;
        while (tail < old.Length - head && tail < @new.Length - head && old[^(tail + 1)] == @new[^(tail + 1)]) tail++;

        var script = old.Take(head).Select(line => (' ', line)).ToList();
        string[] a = old[head..^tail], b = @new[head..^tail];
        if ((long)a.Length * b.Length > MaximumCells)
        {
            script.AddRange(a.Select(line => ('-', line)));
            script.AddRange(b.Select(line => ('+', line)));
        }
        else
        {
            Middle(script, a, b);
        }

        script.AddRange(old.Skip(old.Length - tail).Select(line => (' ', line)));
        return script;
    }

    private static void Middle(List<(char Sign, string Line)> script, string[] a, string[] b)
    {
        var longest = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
                longest[i, j] = a[i] == b[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        }

        int x = 0, y = 0;
        while (x < a.Length || y < b.Length)
        {
            if (x < a.Length && y < b.Length && a[x] == b[y])
            {
                script.Add((' ', a[x++]));
                y++;
            }
            else if (y == b.Length || (x < a.Length && longest[x + 1, y] >= longest[x, y + 1]))
            {
                script.Add(('-', a[x++]));
            }
            else
            {
                script.Add(('+', b[y++]));
            }
        }
    }
}
