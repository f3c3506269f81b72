using System;
using System.Collections.Generic;

namespace ToolGen.Registry;

/// <summary>
/// What a person signed: this version, with these capabilities, made by this set of templates, seen with this evidence. Anything else that stands in the registry
/// under the same name is not approved by it.
/// </summary>
public sealed record Approval
{
    /// <summary>The version's id.</summary>
    public required string Id { get; init; }

    /// <summary>The tool's name, as the person read it.</summary>
    public required string Tool { get; init; }

    /// <summary>Its version, as the person read it.</summary>
    public required string Version { get; init; }

    /// <summary>The lines of what it may do, in ordinal order.</summary>
    public required IReadOnlyList<string> Capabilities { get; init; }

    /// <summary>The hash of the set of templates that it was generated with.</summary>
    public required string Templates { get; init; }

    /// <summary>The id of the evidence that the person saw.</summary>
    public required string Evidence { get; init; }

    /// <summary>When, UTC, whole seconds.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Until when, UTC; null: for good.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Whose key signed: SHA-256 over its public key (SubjectPublicKeyInfo), 64 hexadecimal digits.</summary>
    public required string Key { get; init; }

    /// <summary>ECDSA P-256 over SHA-256 of the canonical JSON of all the rest (IEEE P1363), base64.</summary>
    public required string Signature { get; init; }
}
