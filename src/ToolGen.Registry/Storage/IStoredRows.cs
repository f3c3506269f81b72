using System.Collections.Generic;
using ToolGen.Registry.Audit;
using ToolGen.Registry.Versions;

namespace ToolGen.Registry.Storage;

/// <summary>Rows by their keys.</summary>
internal interface IRowLookup
{
    VersionRow? Version(string id);

    /// <summary>Approvals of a version, in the order of their records.</summary>
    IReadOnlyList<ApprovalRow> Approvals(string id);

    KeyRow? Key(string key);

    UsageRow? Usage(string id);

    CollectionRow? Collection(string name);
}

/// <summary>One state of a registry's rows; no second question is asked while rows that come one by one are read. Texts come back byte for byte. Names of tools are compared without case, all else with it.</summary>
internal interface IStoredRows : IRowLookup
{
    /// <summary>Null where the registry is not begun.</summary>
    Head? Head();

    /// <summary>All versions of a name, in any order.</summary>
    IReadOnlyList<VersionRow> VersionsOf(string name);

    /// <summary>Versions with a record behind this one, in the order of their newest records.</summary>
    IReadOnlyList<VersionHead> Heads(long since);

    /// <summary>Names of tools that are not a session's alone, each once.</summary>
    IReadOnlyList<string> Names();

    /// <summary>The id of a version by what a host knows of it, its exact name among that; of several one that is no session's, then the newest. Null: there is none.</summary>
    string? IdOf(string tool, string version, string spec);

    /// <summary>Null where one of them is missing.</summary>
    Texts? Texts(string id, string evidence);

    /// <summary>Sessions of a version, in ordinal order of owners.</summary>
    IReadOnlyList<LeaseRow> Leases(string id);

    /// <summary>All keys, in the order of their coming.</summary>
    IReadOnlyList<KeyRow> Keys();

    /// <summary>The records that are filed under a version, or keys, in their order, each with the hash of the one before it in the log.</summary>
    IReadOnlyList<StoredRecord> RecordsOf(string subject);

    /// <summary>The log from a record on, at most so many.</summary>
    IReadOnlyList<StoredRecord> Records(long from, int most);

    /// <summary>The log from a record on, one by one.</summary>
    IEnumerable<LogEntry> Entries(long from);

    /// <summary>Counts of versions that were called, in ordinal order of names, then of numbers.</summary>
    /// <param name="name">Of this tool alone; null: of all.</param>
    IReadOnlyList<(UsageRow Usage, VersionRow Version)> Counts(string? name);

    /// <summary>In ordinal order of names.</summary>
    IReadOnlyList<CollectionRow> Collections();

    /// <summary>In ordinal order of tools.</summary>
    IReadOnlyList<MemberRow> Members();

    /// <summary>Null: it is none.</summary>
    MemberRow? Member(string collection, string tool);

    /// <summary>How many a collection has.</summary>
    long MembersOf(string collection);

    /// <summary>The id of the version that has a number; null: none.</summary>
    string? Claimed(string claim);

    /// <summary>How many versions of a name wait for a person, but for one.</summary>
    long Candidates(string name, string butId);

    /// <summary>The names of candidates that one proposed, one for each, at most so many.</summary>
    IReadOnlyList<string> Proposed(string by, int most);

    /// <summary>Ids of session tools that still have their texts and of which no session goes on at a time (milliseconds since 1970, UTC).</summary>
    IReadOnlyList<string> SessionsOver(long at);
}

/// <summary>All rows of one state, to be held against the log.</summary>
internal interface IWholeRows : IStoredRows
{
    /// <summary>See <see cref="IRows.IsFirstForm"/>.</summary>
    bool IsFirstForm { get; }

    /// <summary>Tables and what else stands in the database that are not as ToolGen makes them: a place and what is wrong there.</summary>
    IEnumerable<(string Place, string What)> Strange();

    /// <summary>Every record in its order, its bytes where the database has them.</summary>
    void EachRecord(RecordReader reader);

    IEnumerable<VersionRow> AllVersions();

    IEnumerable<LeaseRow> AllLeases();

    IEnumerable<ApprovalRow> AllApprovals();

    IEnumerable<UsageRow> AllUsage();

    IEnumerable<CallerRow> AllCallers();

    IEnumerable<ShapeRow> AllShapes();

    IEnumerable<(string Id, Texts Texts)> AllTexts();

    IEnumerable<(string Id, string Version, string Text)> AllEvidence();
}

/// <summary>Takes a record.</summary>
/// <param name="entry">The record; of a call without its body.</param>
/// <param name="body">The body, UTF-8.</param>
/// <param name="hash">The hash that stands beside it.</param>
/// <param name="subject">What it is filed under.</param>
internal delegate void RecordReader(in LogEntry entry, System.ReadOnlySpan<byte> body, System.ReadOnlySpan<byte> hash, string? subject);

/// <summary>
/// The rows of a turn: what is put is found again by its key in it. A put takes the place of the row with the same key. No two versions have one claim and no two records one number: the database refuses the turn instead.
/// </summary>
internal interface IWriteRows : IStoredRows, IRows
{
    void Append(in LogEntry entry, byte[] hash, string? subject);

    void Put(Head head);

    void PutTexts(string id, string spec, string? companion, string? tests, string mcp);

    /// <summary>Evidence of a version; the same again changes nothing.</summary>
    void PutEvidence(string id, string version, string text);

    /// <summary>Removes texts and evidence of a version.</summary>
    void RemoveTexts(string id);
}
