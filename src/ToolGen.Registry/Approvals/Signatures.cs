using System;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace ToolGen.Registry.Approvals;

/// <summary>ECDSA P-256 over SHA-256, IEEE P1363, base64; keys as SubjectPublicKeyInfo, base64, named by their SHA-256.</summary>
internal static class Signatures
{
    public const string CurveOid = "1.2.840.10045.3.1.7";

    private const int MaximumPublic = 200;

    private const int MaximumKept = 10_000;

    // A signature over the same text by the same key stays what it is; texts come from the file each time.
    private static readonly ConcurrentDictionary<(string Public, string Signature, string Text), bool> Known = new();

    /// <summary>The id of a public key; null where it is no key of this curve, or not written as it is here.</summary>
    public static string? IdOf(string publicKey)
    {
        using var key = Import(publicKey);
        return key is null ? null : Convert.ToHexStringLower(SHA256.HashData(Convert.FromBase64String(publicKey)));
    }

    public static string PublicOf(ECDsa key) => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());

    public static string Sign(ECDsa key, string text) => Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256));

    /// <summary>Whether a key signed a text. What can't be read did not.</summary>
    public static bool Holds(string publicKey, string text, string signature)
    {
        var key = (publicKey, signature, text);
        if (Known.TryGetValue(key, out var known)) return known;
        if (Known.Count >= MaximumKept) Known.Clear();
        return Known[key] = Verify(publicKey, text, signature);
    }

    /// <summary>The bytes of a signature, spelled in the one way that there is.</summary>
    public static bool TryBytes(string signature, out byte[] bytes)
    {
        bytes = new byte[64];
#pragma warning disable TG3149 // a signature is no secret: what is compared is how it is spelled
        return signature.Length == 88 && Convert.TryFromBase64String(signature, bytes, out var written) && written == bytes.Length && Convert.ToBase64String(bytes) == signature;
#pragma warning restore TG3149
    }

    private static bool Verify(string publicKey, string text, string signature)
    {
        if (!TryBytes(signature, out var bytes)) return false;
        using var key = Import(publicKey);
        return key is not null && key.VerifyData(Encoding.UTF8.GetBytes(text), bytes, HashAlgorithmName.SHA256);
    }

    private static ECDsa? Import(string publicKey)
    {
        var bytes = new byte[MaximumPublic];
        if (publicKey.Length > MaximumPublic || !Convert.TryFromBase64String(publicKey, bytes, out var written) || Convert.ToBase64String(bytes, 0, written) != publicKey) return null;
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(bytes.AsSpan(0, written), out var read);
            if (read == written && key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == CurveOid) return key;
        }
        catch (CryptographicException)
        {
            // No key: what was signed with it is not signed.
        }

        key.Dispose();
        return null;
    }
}
