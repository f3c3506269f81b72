using System;

namespace ToolGen.Registry.Storage;

/// <summary>What the log makes of one version. Times are milliseconds since 1970, UTC.</summary>
internal sealed record VersionRow
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Version { get; init; }

    /// <summary>Name and number as nobody else may have them; null while it is a session's: others can't see it, so it takes nothing from them.</summary>
    public string? Claim { get; init; }

    public required string Kind { get; init; }

    public required string Maker { get; init; }

    public required long Created { get; init; }

    public required ToolState State { get; init; }

    public string? Reason { get; init; }

    /// <summary>The id of the newest evidence.</summary>
    public required string Evidence { get; init; }

    /// <summary>Of the canonical spec, as the identity has it.</summary>
    public required string Spec { get; init; }

    /// <summary>SHA-256 of the texts as they were given.</summary>
    public required string Text { get; init; }

    public string? Companion { get; init; }

    public string? Tests { get; init; }

    public required string Mcp { get; init; }

    /// <summary>The newest session.</summary>
    public string? Session { get; init; }

    public long? Expires { get; init; }

    /// <summary>Its texts were removed: nobody needs an expired session's.</summary>
    public bool Gone { get; init; }

    /// <summary>The record that brought it into its state.</summary>
    public required long Since { get; init; }

    /// <summary>Its newest record, and how many there are.</summary>
    public required long Changed { get; init; }

    public required int Records { get; init; }

    /// <summary>How many calls of versions there had been when it came.</summary>
    public required long CallsBefore { get; init; }
}

/// <summary>A session that may use a version.</summary>
internal sealed record LeaseRow(string Id, string Owner, long Expires);

/// <summary>An approval as it was signed; of one key the newest.</summary>
internal sealed record ApprovalRow(string Id, string Key, string Text, long Sequence);

/// <summary>A key that may approve.</summary>
/// <param name="Key">SHA-256 of <paramref name="Public"/>.</param>
/// <param name="Public">SubjectPublicKeyInfo, base64.</param>
/// <param name="Name">Whose.</param>
/// <param name="Grant">The signed text that let it in.</param>
/// <param name="Added">The record.</param>
/// <param name="Withdrawn">The record that took it back; null: it holds.</param>
internal sealed record KeyRow(string Key, string Public, string Name, string Grant, long Added, long? Withdrawn);

/// <summary>Calls of one version. <paramref name="Recent"/> is a letter for each of the last calls, the newest last.</summary>
internal sealed record UsageRow(string Id, long Answered, long Caller, long Tool, long Environment, long Refused, int Callers, int Shapes, long Microseconds, long? Last, string Recent);

internal sealed record CollectionRow(string Name, string Owner, long Created);

internal sealed record MemberRow(string Collection, string Tool, string? Range, long Added);

/// <summary>Who called a version.</summary>
internal sealed record CallerRow(string Id, string Caller);

/// <summary>A shape of arguments that a version answered: <see cref="Audit.ShapeHash"/> of its text.</summary>
internal sealed record ShapeRow(string Id, long Shape);

/// <summary>A record as it stands in the log.</summary>
/// <param name="Entry">The record.</param>
/// <param name="Hash">Its hash, 32 bytes.</param>
/// <param name="Before">The hash of the record before it; null where none is asked for or there.</param>
internal sealed record StoredRecord(Audit.LogEntry Entry, byte[] Hash, byte[]? Before);

/// <summary>The rows that follow from the log, to be written.</summary>
internal interface IRows : IRowLookup
{
    /// <summary>All calls of versions.</summary>
    long Calls { get; set; }

    /// <summary>Whether calls are counted as in the first form of a file: without shapes of arguments, each process a caller of its own.</summary>
    bool IsFirstForm { get; }

    void Put(VersionRow row);

    void Put(LeaseRow row);

    void Put(ApprovalRow row);

    void Put(KeyRow row);

    void Put(UsageRow row);

    /// <summary>Notes a caller of a version; true where it is a new one.</summary>
    bool AddCaller(string id, string caller);

    /// <summary>Notes a shape of arguments of a version; true where it is a new one.</summary>
    bool AddShape(string id, long shape);

    void Put(CollectionRow row);

    void Put(MemberRow row);

    void RemoveMember(string collection, string tool);

    void RemoveCollection(string name);
}

/// <summary>Where the log ends.</summary>
/// <param name="Registry">The registry's own id.</param>
/// <param name="Size">How many records there are.</param>
/// <param name="Hash">The hash of the last one.</param>
/// <param name="Range">The tree's right edge; see <see cref="Audit.MerkleRange"/>.</param>
/// <param name="Generation">Behind the last record that changed a version, a key or a collection.</param>
/// <param name="Calls">All calls of versions.</param>
internal sealed record Head(string Registry, long Size, byte[] Hash, byte[] Range, long Generation, long Calls);

internal static class Heads
{
    /// <summary>Where the log ends.</summary>
    /// <exception cref="RegistryException">The registry does not say.</exception>
    public static Head RequireHead(this IStoredRows rows) => rows.Head() is { Hash.Length: Audit.LogText.HashBytes } head
        ? head
        : throw new RegistryException(RegistryFault.Damaged, "the registry does not say where its log ends: run `toolgen verify --all`");
}

/// <summary>Times as the file has them.</summary>
internal static class Moments
{
    public static long Of(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();

    public static DateTimeOffset Read(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(milliseconds, 0, 253_402_300_799_999));
}
