using System;
using System.Collections.Generic;

namespace ToolGen.Registry.Audit;

/// <summary>The kinds of records that the registry itself writes. Hosts may write others, of which nothing follows.</summary>
internal static class Kinds
{
    public const string Created = "created", Added = "added", Session = "session", Proposed = "proposed", Approved = "approved", Rejected = "rejected", Deprecated = "deprecated",
        Quarantined = "quarantined", Revoked = "revoked", Restored = "restored", Changes = "changes", Renewed = "renewed", Forgotten = "forgotten", Trusted = "trusted", Withdrawn = "withdrawn",
        Called = "called", Refused = "refused", Collection = "collection", Uncollected = "uncollected", Member = "member", Unmember = "unmember", Imported = "imported", Accepted = "accepted";

    /// <summary>The subject of the records of keys.</summary>
    public const string KeysSubject = "keys";

    private const int Longest = 32;

    private static readonly HashSet<string> OfVersions = [Added, Session, Proposed, Approved, Rejected, Deprecated, Quarantined, Revoked, Restored, Changes, Renewed, Forgotten];

    private static readonly HashSet<string> Own = [.. OfVersions, Created, Trusted, Withdrawn, Collection, Uncollected, Member, Unmember, Imported, Accepted];

    /// <summary>Whether a host may write it.</summary>
    public static bool IsForHosts(string kind)
    {
        if (kind.Length is 0 or > Longest || Own.Contains(kind)) return false;
        foreach (var c in kind)
            if (c is not ((>= 'a' and <= 'z') or '-')) return false;
        return kind[0] != '-';
    }

    public static bool IsOfVersion(string kind) => OfVersions.Contains(kind);

    public static bool IsOfKeys(string kind) => kind is Trusted or Withdrawn;

    public static bool IsCall(string kind) => kind is Called or Refused;

    /// <summary>Whether who keeps a list of tools has to look again.</summary>
    public static bool ChangesGeneration(string kind) => !IsCall(kind) && Own.Contains(kind);

    /// <summary>The record that brings a version into a state by <see cref="IToolRegistry.MarkAsync"/>.</summary>
    public static string Of(ToolState state) => state switch
    {
        ToolState.Rejected => Rejected,
        ToolState.Deprecated => Deprecated,
        ToolState.Quarantined => Quarantined,
        ToolState.Revoked => Revoked,
        ToolState.Approved => Restored,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "a version is marked as rejected, deprecated, quarantined or revoked, or lifted to approved"),
    };
}
