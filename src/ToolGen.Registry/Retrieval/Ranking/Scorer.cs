using System;
using System.Collections.Generic;
using System.Numerics;
using System.Runtime.CompilerServices;
using ToolGen.Registry.Retrieval.Storage;

namespace ToolGen.Registry.Retrieval.Ranking;

/// <summary>A term of a request: what a tool that has it gets, times how much it counts.</summary>
internal sealed record WeightedTerm(TermEntry Entry, double Weight);

/// <summary>A part of one tool that is taken as if it were not there: what the self-test asks with.</summary>
internal sealed record HeldOut(int Tool, int Field, IReadOnlyDictionary<string, int> Counts, int Length);

/// <summary>BM25F: occurrences of a term in all fields, each by its field's weight and length, saturate together; rare terms count more.</summary>
internal static class Scorer
{
    /// <summary>Adds what these terms give each tool.</summary>
    public static void Add(Snapshot snapshot, RetrievalSettings settings, IReadOnlyList<WeightedTerm> terms, Span<float> scores, HeldOut? held)
    {
        foreach (var term in terms)
        {
            var weight = (float)(snapshot.Rarity(term.Entry.Tools) * term.Weight);
            foreach (var list in term.Entry.Lists) AddList(snapshot, (float)settings.Saturation, term.Entry.Term, list, weight, scores, held);
        }
    }

    /// <summary>What one term gives one tool, and where it stands there; 0: the tool does not have it.</summary>
    public static (double Score, string Fields) Of(Snapshot snapshot, RetrievalSettings settings, WeightedTerm term, int tool)
    {
        foreach (var list in term.Entry.Lists)
        {
            var (at, number) = (0, -1);
            while (at < list.Length && Next(list, ref at, ref number, snapshot.Tools, out var fields))
            {
                var has = (float)0;
                var names = new List<string>();
                for (var rest = fields & 0x1F; rest != 0; rest &= rest - 1)
                {
                    var field = BitOperations.TrailingZeroCount(rest);
                    has += ((fields & Postings.AllOnce) != 0 ? 1 : Count(list, ref at)) * snapshot.Norms[(field * Snapshot.LongLength) + Math.Min(snapshot.Length(number, field), Snapshot.LongLength - 1)];
                    names.Add(((ToolField)field).ToString().ToLowerInvariant());
                }

                if (number == tool) return (snapshot.Rarity(term.Entry.Tools) * term.Weight * has / (settings.Saturation + has), string.Join(' ', names));
            }
        }

        return (0, "");
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddList(Snapshot snapshot, float saturation, string term, ReadOnlySpan<byte> list, float weight, Span<float> scores, HeldOut? held)
    {
        var (at, number) = (0, -1);
        ReadOnlySpan<float> norms = snapshot.Norms;
        ReadOnlySpan<ushort> lengths = snapshot.Lengths;
        while (at < list.Length)
        {
            Next(list, ref at, ref number, scores.Length, out var fields);
            var has = 0f;
            var first = number * Postings.Fields;
            var isOnce = (fields & Postings.AllOnce) != 0;
            for (var rest = fields & 0x1F; rest != 0; rest &= rest - 1)
            {
                var field = BitOperations.TrailingZeroCount(rest);
                var count = isOnce ? 1 : Count(list, ref at);
                if (held is not null && held.Tool == number && held.Field == field)
                    has += Math.Max(0, count - held.Counts.GetValueOrDefault(term)) * snapshot.Norm(field, Math.Max(1, snapshot.Length(number, field) - held.Length));
                else
                    has += count * norms[(field * Snapshot.LongLength) + Math.Min((int)lengths[first + field], Snapshot.LongLength - 1)];
            }

            scores[number] += weight * has / (saturation + has);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Next(ReadOnlySpan<byte> list, ref int at, ref int number, int tools, out byte fields)
    {
        if (!Postings.TryRead(list, ref at, out var step) || step == 0 || (number += step) >= tools || at >= list.Length) throw Snapshot.Damaged();
        fields = list[at++];
        return true;
    }

    private static int Count(ReadOnlySpan<byte> list, ref int at) => at < list.Length ? list[at++] : throw Snapshot.Damaged();
}
