using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using ToolGen.Registry.Audit;

namespace ToolGen.Benchmarks.Registry;

/// <summary>What can be done to the file of checkpoints and to the one beside the host's key.</summary>
internal static class CheckpointEdits
{
    public static IEnumerable<AuditTry> All()
    {
        using var registry = new FilledRegistry();
        var text = File.ReadAllText(registry.Checkpoints);
        var notes = CheckpointFile.Split(text).Notes.Select(note => note + "\n").ToArray();
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        for (var i = 0; i < notes.Length; i++)
        {
            var (before, after) = (string.Concat(notes[..i]), string.Concat(notes[(i + 1)..]));
            foreach (var (of, changed) in Fields(notes[i], stranger)) yield return Tried(registry, of, $"checkpoint {i}", before + changed + after);
            yield return Tried(registry, "twice", $"checkpoint {i}", before + notes[i] + notes[i] + after);
            if (i > 0) yield return Tried(registry, "in another order", $"checkpoints {i - 1} and {i}", string.Concat(notes[..(i - 1)]) + notes[i] + notes[i - 1] + after);
            if (i + 1 < notes.Length) yield return Tried(registry, "left out", $"checkpoint {i}", before + after);
            if (i < notes.Length) yield return Tried(registry, "cut off", $"from checkpoint {i} on", before);
        }

        yield return Tried(registry, "the file is gone", "", null);
        foreach (var (of, changed) in Fields(notes[^1], stranger)) yield return Tried(registry, of + ", beside the key", "", text, changed);
        yield return Tried(registry, "gone beside the key", "", text, "");
    }

    private static IEnumerable<(string Of, string Note)> Fields(string note, ECDsa stranger)
    {
        var lines = note.Split('\n');
        var signature = lines[4].LastIndexOf(' ') + 1;
        yield return ("origin", With(lines, 0, lines[0] + "0"));
        yield return ("size", With(lines, 1, lines[1] + "0"));
        yield return ("size", With(lines, 1, "0" + lines[1]));
        yield return ("root", With(lines, 2, Flipped(lines[2], 5)));
        yield return ("name in the signature", With(lines, 4, lines[4].Replace("registry/", "registry/0", StringComparison.Ordinal)));
        yield return ("key in the signature", With(lines, 4, Flipped(lines[4], signature)));
        yield return ("signature", With(lines, 4, Flipped(lines[4], signature + 30)));
        yield return ("signed by another key", new Checkpoint(lines[0], long.Parse(lines[1], System.Globalization.CultureInfo.InvariantCulture), lines[2]).Sign(stranger));
    }

    private static AuditTry Tried(FilledRegistry registry, string of, string what, string? text, string? newest = null)
    {
        registry.Restore();
        if (text is null) File.Delete(registry.Checkpoints);
        else File.WriteAllText(registry.Checkpoints, text);
        if (newest is { Length: 0 }) File.Delete(registry.Newest);
        else if (newest is not null) File.WriteAllText(registry.Newest, newest);
        var problems = registry.Problems();
        return new(of, what, problems.Any(problem => problem.Where.StartsWith("checkpoints", StringComparison.Ordinal)), string.Join("; ", problems.Take(3)));
    }

    private static string With(string[] lines, int at, string line) => string.Join('\n', lines.Select((one, index) => index == at ? line : one));

    private static string Flipped(string text, int at) => text[..at] + (text[at] == 'A' ? 'B' : 'A') + text[(at + 1)..];
}
