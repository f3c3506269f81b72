using System;
using System.Collections.Generic;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ToolGen.Specification.Json;

namespace ToolGen.Registry.Audit;

/// <summary>A record before it has its hash.</summary>
internal readonly record struct LogEntry(long Sequence, long At, string Kind, string By, string Body);

/// <summary>
/// The text of a record that is hashed: <c>{"seq":N,"at":MILLISECONDS,"kind":"…","by":"…","body":{…}}</c>, canonical JSON, UTF-8. Its hash is SHA-256 over the 32 bytes of the hash before and
/// this text; of the first one, over 32 zeros.
/// </summary>
internal sealed class LogText
{
    public const int HashBytes = 32;

    // Names of kinds and callers come again and again.
    private const int MaximumKept = 10_000;

    private readonly Dictionary<string, byte[]> quoted = [];
    private byte[] buffer = new byte[4_096];

    /// <summary>The hash of no record: what the first one follows.</summary>
    public static byte[] Start => new byte[HashBytes];

    /// <summary>Hash and leaf of a record.</summary>
    /// <param name="before">The hash of the record before.</param>
    /// <param name="entry">The record.</param>
    /// <param name="hash">32 bytes that take its hash.</param>
    /// <param name="leaf">32 bytes that take its leaf in the tree (RFC 6962): SHA-256 over a zero byte and the text; may be empty.</param>
    public void Hash(ReadOnlySpan<byte> before, in LogEntry entry, Span<byte> hash, Span<byte> leaf)
    {
        var body = new byte[Encoding.UTF8.GetByteCount(entry.Body)];
        Encoding.UTF8.GetBytes(entry.Body, body);
        this.Hash(before, entry, body, hash, leaf);
    }

    /// <summary>The same where the body's bytes are at hand, and the entry's own body is not looked at.</summary>
    public void Hash(ReadOnlySpan<byte> before, in LogEntry entry, ReadOnlySpan<byte> body, Span<byte> hash, Span<byte> leaf)
    {
        var text = this.Write(entry, body);

        // The text stands behind 32 bytes: for the leaf the last of them is the zero byte.
        if (!leaf.IsEmpty)
        {
            this.buffer[HashBytes - 1] = 0;
            SHA256.HashData(this.buffer.AsSpan(HashBytes - 1, text + 1), leaf);
        }

        before.CopyTo(this.buffer);
        SHA256.HashData(this.buffer.AsSpan(0, HashBytes + text), hash);
    }

    public byte[] Hash(ReadOnlySpan<byte> before, in LogEntry entry)
    {
        var hash = new byte[HashBytes];
        this.Hash(before, entry, hash, default);
        return hash;
    }

    private int Write(in LogEntry entry, ReadOnlySpan<byte> body)
    {
        var (kind, by) = (this.Quoted(entry.Kind), this.Quoted(entry.By));
        var needed = HashBytes + 100 + kind.Length + by.Length + body.Length;
        if (this.buffer.Length < needed) this.buffer = new byte[needed * 2];
        var at = HashBytes;
        Put(this.buffer, ref at, "{\"seq\":"u8);
        Put(this.buffer, ref at, entry.Sequence);
        Put(this.buffer, ref at, ",\"at\":"u8);
        Put(this.buffer, ref at, entry.At);
        Put(this.buffer, ref at, ",\"kind\":"u8);
        Put(this.buffer, ref at, kind);
        Put(this.buffer, ref at, ",\"by\":"u8);
        Put(this.buffer, ref at, by);
        Put(this.buffer, ref at, ",\"body\":"u8);
        Put(this.buffer, ref at, body);
        Put(this.buffer, ref at, "}"u8);
        return at - HashBytes;
    }

    private byte[] Quoted(string text)
    {
        if (this.quoted.TryGetValue(text, out var known)) return known;
        var made = Encoding.UTF8.GetBytes(JsonWriter.Quote(text));
        if (this.quoted.Count < MaximumKept) this.quoted.Add(text, made);
        return made;
    }

    private static void Put(Span<byte> buffer, ref int at, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(buffer[at..]);
        at += bytes.Length;
    }

    private static void Put(Span<byte> buffer, ref int at, long number)
    {
        number.TryFormat(buffer[at..], out var written, provider: CultureInfo.InvariantCulture);
        at += written;
    }
}
