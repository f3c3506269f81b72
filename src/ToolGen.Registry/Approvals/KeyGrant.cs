using System;

namespace ToolGen.Registry;

/// <summary>
/// A key is let in or taken back: signed by one that this registry trusts already. The first key of a registry signs itself in; from then on nobody comes in without a signature.
/// </summary>
public sealed record KeyGrant
{
    /// <summary>The registry (<see cref="IToolRegistry.Id"/>): a grant holds nowhere else.</summary>
    public required string Registry { get; init; }

    /// <summary>Whether the key is taken back; no: it is let in. A key that was taken back does not come in again.</summary>
    public bool Withdraws { get; init; }

    /// <summary>The key that it is about: SHA-256 over its public key, 64 hexadecimal digits.</summary>
    public required string Key { get; init; }

    /// <summary>Its public key (SubjectPublicKeyInfo), base64.</summary>
    public required string Public { get; init; }

    /// <summary>Whose it is, as the one who signs says; at most 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>When, UTC, whole seconds.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whose key signed.</summary>
    public required string By { get; init; }

    /// <summary>ECDSA P-256 over SHA-256 of the canonical JSON of all the rest (IEEE P1363), base64.</summary>
    public required string Signature { get; init; }
}

/// <summary>A key of a registry.</summary>
/// <param name="Id">SHA-256 over its public key, 64 hexadecimal digits.</param>
/// <param name="Public">SubjectPublicKeyInfo, base64.</param>
/// <param name="Name">Whose it is.</param>
/// <param name="IsFirst">Whether it was trusted because it was the first.</param>
/// <param name="IsTrusted">Whether it may approve; no: it was withdrawn.</param>
public sealed record TrustedKey(string Id, string Public, string Name, bool IsFirst, bool IsTrusted);
