using System;
using System.Collections.Generic;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ToolGen.Registry.Audit;

/// <summary>
/// What a host saw of the log: so many records, under this root. A signed note as C2SP has it (signed-note, tlog-checkpoint): three lines, an empty one, and the line of the signature, whose key id and type (2: ECDSA)
/// are those of that form.
/// </summary>
internal sealed record Checkpoint(string Origin, long Size, string Root)
{
    /// <summary>More has none: what is longer is no checkpoint.</summary>
    public const int Longest = 1_000;

    private const byte TypeEcdsa = 2;

    /// <summary>The name of a registry's log.</summary>
    public static string OriginOf(string registry) => "toolgen.registry/" + registry;

    /// <summary>The lines that are signed.</summary>
    public string Text => FormattableString.Invariant($"{this.Origin}\n{this.Size}\n{this.Root}\n");

    /// <summary>The note, with its signature; ends on an empty line, so that notes follow one another in a file.</summary>
    public string Sign(ECDsa key)
    {
        var signature = key.SignData(Encoding.UTF8.GetBytes(this.Text), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return $"{this.Text}\n\u2014 {this.Origin} {Convert.ToBase64String([.. KeyId(this.Origin, key.ExportSubjectPublicKeyInfo()), .. signature])}\n\n";
    }

    /// <summary>Reads a note that one of these keys signed; otherwise why it is none.</summary>
    /// <param name="note">Its five lines, without the empty one behind.</param>
    /// <param name="keys">Public keys of hosts (SubjectPublicKeyInfo).</param>
    public static (Checkpoint? Checkpoint, string? Why) Read(string note, IReadOnlyList<byte[]> keys)
    {
        var lines = note.Split('\n');
        if (lines.Length != 6 || lines[3].Length != 0 || lines[5].Length != 0) return (null, "it has not the lines of a checkpoint");
        if (!long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size.ToString(CultureInfo.InvariantCulture) != lines[1]) return (null, "its size is no number");
        if (!TryBase64(lines[2], out var root) || root.Length != LogText.HashBytes) return (null, "its root is no SHA-256");
        var checkpoint = new Checkpoint(lines[0], size, lines[2]);
        var start = $"\u2014 {checkpoint.Origin} ";
        if (!lines[4].StartsWith(start, StringComparison.Ordinal) || !TryBase64(lines[4][start.Length..], out var signed) || signed.Length < 8) return (null, "its signature can't be read");
        foreach (var spki in keys)
        {
            if (!signed.AsSpan(0, 4).SequenceEqual(KeyId(checkpoint.Origin, spki))) continue;
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(spki, out _);
            return key.VerifyData(Encoding.UTF8.GetBytes(checkpoint.Text), signed.AsSpan(4), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)
                ? (checkpoint, null)
                : (null, "its signature does not hold");
        }

        return (null, "no key of this host signed it");
    }

    private static byte[] KeyId(string name, byte[] spki) => SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', TypeEcdsa, .. spki])[..4];

    private static bool TryBase64(string text, out byte[] bytes)
    {
        bytes = [];
        var buffer = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, buffer, out var written)) return false;
        bytes = buffer[..written];
        return Convert.ToBase64String(bytes) == text;
    }
}
