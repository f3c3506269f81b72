using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;

namespace ToolGen.Effects.Secrets;

/// <summary>
/// Masks the values of secrets that were used, in every call of the host from then on: as they are, in hexadecimal, in base64 and base64url
/// at any alignment, each of these in whatever escapes of URLs, JSON and HTML. Thread-safe.
/// </summary>
internal sealed class Redactor
{
    /// <summary>What stands in a secret's place.</summary>
    public const string Mark = "***";

    /// <summary>Characters below which a value is no secret: masking it would show it, and eat answers.</summary>
    public const int Shortest = 6;

    private readonly Lock gate = new();
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private volatile Needles needles = new([]);

    /// <summary>Masks a value from now on.</summary>
    public void Add(string value)
    {
        lock (this.gate)
        {
            if (this.known.Add(value)) this.needles = new([.. this.needles.All, .. SecretForms.Of(value)]);
        }
    }

    /// <summary>The text, or its copy with every secret masked.</summary>
    public string Mask(string text)
    {
        if (this.needles.All.Length == 0) return text;
        var bytes = Encoding.UTF8.GetBytes(text);
        var masked = this.Mask(bytes);
        return ReferenceEquals(masked, bytes) ? text : Encoding.UTF8.GetString(masked);
    }

    /// <summary>The bytes themselves, or a copy with every secret masked.</summary>
    public byte[] Mask(byte[] bytes)
    {
        var needles = this.needles;
        if (needles.All.Length == 0) return bytes;
        ArrayBufferWriter<byte>? masked = null;
        var (kept, at) = (0, 0);
        while (at < bytes.Length && bytes.AsSpan(at).IndexOfAny(needles.Starts) is >= 0 and var skip)
        {
            at += skip;
            if (needles.Find(bytes, at, kept) is not (var start, var end))
            {
                at++;
                continue;
            }

            masked ??= new(bytes.Length);
            masked.Write(bytes.AsSpan(kept, start - kept));
            masked.Write("***"u8);
            kept = at = end;
        }

        if (masked is null) return bytes;
        masked.Write(bytes.AsSpan(kept));
        return masked.WrittenSpan.ToArray();
    }

    private sealed class Needles(SecretForm[] all)
    {
        private readonly SecretForm[][] byFirst = [.. Enumerable.Range(0, 256).Select(first => all.Where(form => form.Bytes[0] == first).ToArray())];

        public SecretForm[] All { get; } = all;

        /// <summary>Bytes that a form, or an escape of its first byte, begins with.</summary>
        public SearchValues<byte> Starts { get; } = SearchValues.Create([.. all.Select(form => form.Bytes[0]).Concat("%\\&+"u8.ToArray()).Distinct()]);

        /// <summary>The longest place that begins at <paramref name="at"/>, widened where a form leaves bits beside it.</summary>
        public (int Start, int End)? Find(ReadOnlySpan<byte> bytes, int at, int floor)
        {
            var found = Longest(this.byFirst[bytes[at]], bytes, at, floor, null);
            Span<byte> first = stackalloc byte[4];
            return Spelling.Unescape(bytes[at..], first, out _) > 0 && first[0] != bytes[at] ? Longest(this.byFirst[first[0]], bytes, at, floor, found) : found;
        }

        private static (int Start, int End)? Longest(SecretForm[] forms, ReadOnlySpan<byte> bytes, int at, int floor, (int Start, int End)? found)
        {
            foreach (var form in forms)
            {
                var end = Spelling.Match(bytes, at, form.Bytes);
                if (end < 0) continue;
                var (from, to) = form.Widen(bytes, at, end, floor);
                if (found is not { } other || to > other.End) found = (Math.Min(from, found?.Start ?? from), to);
            }

            return found;
        }
    }
}
