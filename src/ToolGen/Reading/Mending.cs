using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using ToolGen.Checks;

namespace ToolGen;

/// <summary>
/// Finds corrections for the errors of a call by trying them: the changes are made to a copy of the arguments, which is read again. Only what then
/// passes is offered; nothing is ever applied to the call itself.
/// </summary>
internal static class Mending
{
    /// <summary>Longer arguments get no corrections: they are read a few times more.</summary>
    private const int MaxBytes = 256 * 1024;

    private const int Rounds = 6;

    /// <summary>The same errors with their corrections.</summary>
    public static IReadOnlyList<ErrorEntry> Of(ReadOnlySpan<byte> utf8, IReadOnlyList<ErrorEntry> errors, Reread read, bool unwraps)
    {
        if (utf8.Length > MaxBytes) return errors;
        var rereading = new Rereading(read);
        var entries = Rereading.EntriesOf(utf8.Length);
        try
        {
            var root = JsonNode.Parse(utf8, null, new JsonDocumentOptions { MaxDepth = ToolReader.MaxDepth });
            if (unwraps && Unwrapping.Of(root, errors, rereading) is { } unwrapped)
                return [unwrapped.Error, .. unwrapped.Rest.Count == 0 ? [] : Tried(unwrapped.Arguments, unwrapped.Rest, rereading, entries)];
            return Tried(root, errors, rereading, entries);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            // A name that is written twice, half a surrogate pair: such arguments have no tree to make changes in.
            return errors;
        }
    }

    private static IReadOnlyList<ErrorEntry> Tried(JsonNode? root, IReadOnlyList<ErrorEntry> errors, Rereading rereading, int entries)
    {
        var attempts = errors.Take(entries).DistinctBy(entry => entry.Pointer).Select(entry => (Entry: entry, Mends: MendsOf(root, entry, errors).Take(Rounds).ToArray())).Where(attempt => attempt.Mends.Length > 0).ToArray();
        var found = new Dictionary<string, Mend>();
        for (var round = 0; round < Rounds; round++)
        {
            var trial = root?.DeepClone();
            var tried = new List<(ErrorEntry Entry, Mend Mend)>();
            foreach (var (entry, mends) in attempts)
            {
                var mend = found.TryGetValue(entry.Pointer, out var right) ? right : mends.ElementAtOrDefault(round);
                if (mend is not null && JsonTree.Apply(ref trial, entry.Pointer, mend) && right is null) tried.Add((entry, mend));
            }

            if (tried.Count == 0) continue;
            if (!rereading.TryRead(trial, out var left)) break;
            foreach (var (entry, mend) in tried.Where(one => IsSeen(one.Entry, errors, left)))
                if (!left.Any(error => IsWithin(error.Pointer, mend.Name is null ? entry.Pointer : Sibling(entry.Pointer, mend.Name)))) found.Add(entry.Pointer, mend);
        }

        return [.. errors.Select(entry => Worded(entry, found, root))];
    }

    // Errors come in the order of the text: behind the last of a full list nothing is known.
    private static bool IsSeen(ErrorEntry entry, IReadOnlyList<ErrorEntry> errors, IReadOnlyList<ErrorEntry> left) =>
        left.Count < Rereading.MaxErrors || errors.SkipWhile(error => error.Pointer != entry.Pointer).Any(error => error.Pointer == left[^1].Pointer);

    private static IEnumerable<Mend> MendsOf(JsonNode? root, ErrorEntry entry, IReadOnlyList<ErrorEntry> errors)
    {
        if (entry.Fault.Keyword is "required" or "dependentRequired" or "name") return [];
        if (entry.Fault.Keyword != "additionalProperties") return JsonTree.TryFind(root, entry.Pointer, out var value) ? Mend.Of(value, entry.Fault) : [];
        var parent = JsonTree.Parent(entry.Pointer);
        var name = JsonTree.Name(entry.Pointer);
        var names = entry.Fault.Options.Where(option => !JsonTree.TryFind(root, JsonPointers.Append(parent, option), out _)).ToArray();
        var near = NearMiss.Of(name, names);

        // One name too many and one missing: that is the one, if its value fits.
        var missing = errors.Where(error => error.Fault.Keyword == "required" && JsonTree.Parent(error.Pointer) == parent).Take(2).ToArray();
        var unknown = errors.Count(error => error.Fault.Keyword == "additionalProperties" && JsonTree.Parent(error.Pointer) == parent);
        IEnumerable<string?> candidates = [near, missing.Length == 1 && unknown == 1 ? JsonTree.Name(missing[0].Pointer) : null];
        return [.. candidates.OfType<string>().Distinct().Select(Mend.Rename), Mend.LeaveOut];
    }

    private static ErrorEntry Worded(ErrorEntry entry, Dictionary<string, Mend> found, JsonNode? root)
    {
        if (entry.Fault.Keyword == "required")
        {
            var meant = found.FirstOrDefault(one => one.Value.Name is { } name && Sibling(one.Key, name) == entry.Pointer);
            return meant.Value is null ? entry : entry with { Advice = $"rename {ShortText.Name(JsonTree.Name(meant.Key))} to it" };
        }

        var mend = found.GetValueOrDefault(entry.Pointer);
        if (entry.Fault.Keyword == "additionalProperties")
        {
            var fault = Faults.Unknown(entry.Fault.Options, mend?.Name);
            return entry with { Fault = fault, Correction = mend?.Name is { } name ? Short(ErrorList.Quote(name)) : null, Advice = mend?.Advice };
        }

        if (mend is null) return entry;
        if (mend.Value is null) return entry with { Advice = mend.Advice };
        var correction = Short(JsonTree.Text(mend.Value));
        if (correction is not null && IsSecret(root, entry.Pointer, correction)) correction = null;
        return entry with { Correction = correction, Advice = correction is null ? mend.Advice : null };
    }

    // What was made of a value may have lost the name that stood in it.
    private static bool IsSecret(JsonNode? root, string pointer, string correction) =>
        SecretValues.IsAt(pointer) || SecretValues.AreNamedIn(correction) || (JsonTree.TryFind(root, pointer, out var given) && SecretValues.AreNamedIn(JsonTree.Text(given)));

    private static string? Short(string json) => ShortText.Fits(json, ShortText.CorrectionCost) ? json : null;

    private static string Sibling(string pointer, string name) => JsonPointers.Append(JsonTree.Parent(pointer), name);

    private static bool IsWithin(string pointer, string place) =>
        pointer.StartsWith(place, StringComparison.Ordinal) && (pointer.Length == place.Length || pointer[place.Length] == '/');
}
