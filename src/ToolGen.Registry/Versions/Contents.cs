using System.Collections.Concurrent;
using System.Text;
using ToolGen.Registry.Storage;
using ToolGen.Specification.Evidence;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Registry.Versions;

/// <summary>The texts of a version as the rows have them.</summary>
internal sealed record Texts(string Spec, string? Companion, string? Tests, string Mcp, string Evidence);

/// <summary>Holds texts against the hashes that name them. The same texts are read once.</summary>
internal sealed class Contents
{
    private const int MaximumKept = 256;

    private readonly ConcurrentDictionary<string, Kept> kept = new();

    /// <summary>The evidence, where all texts are what the version's id and its records say.</summary>
    /// <param name="row">The version.</param>
    /// <param name="texts">Its texts.</param>
    /// <param name="isWhole">Whether the spec is read, too: what can be called is.</param>
    /// <exception cref="RegistryException">One is not.</exception>
    public ToolEvidence Check(VersionRow row, Texts texts, bool isWhole)
    {
        if (this.kept.TryGetValue(row.Id, out var known) && known.Row == row && known.Texts == texts && (known.IsWhole || !isWhole)) return known.Evidence;
        var evidence = EvidenceOf(row, texts);
        if (isWhole && SpecHashOf(texts.Spec, row.Name) != row.Spec) throw Damaged(row, "spec");
        if (this.kept.Count >= MaximumKept) this.kept.Clear();
        this.kept[row.Id] = new(row, texts, evidence, isWhole);
        return evidence;
    }

    /// <summary>The evidence of a version, its parts held against each other.</summary>
    public static ToolEvidence EvidenceOf(VersionRow row, Texts texts)
    {
        if (Sha256.Of(texts.Spec) != row.Text) throw Damaged(row, "spec");
        if (HashOf(texts.Companion) != row.Companion) throw Damaged(row, "companion");
        if (HashOf(texts.Tests) != row.Tests) throw Damaged(row, "tests");
        if (Sha256.Of(texts.Mcp) != row.Mcp) throw Damaged(row, "description for models");
        if (Sha256.Of(texts.Evidence) != row.Evidence || EvidenceReader.Read("evidence", Encoding.UTF8.GetBytes(texts.Evidence)).Evidence is not { } evidence) throw Damaged(row, "evidence");
        return evidence.Identity.Id == row.Id && evidence.Identity.Spec == row.Spec && evidence.Identity.Companion == row.Companion && evidence.Tool == row.Name && evidence.Version == row.Version && evidence.Kind == row.Kind
            ? evidence
            : throw Damaged(row, "identity");
    }

    /// <summary>The hash of a spec's canonical form; null where it is none.</summary>
    public static string? SpecHashOf(string spec, string name) => SpecReader.Read(new SourceText(name + ".tool.json", spec)).Spec is { } read ? SpecHash.Of(read) : null;

    public static string? HashOf(string? text) => text is null ? null : Sha256.Of(text);

    private static RegistryException Damaged(VersionRow row, string part) =>
        new(RegistryFault.Damaged, $"the {part} of {row.Name} {row.Version} is not the one that was added; it can't be used: run `toolgen verify --all`");

    private sealed record Kept(VersionRow Row, Texts Texts, ToolEvidence Evidence, bool IsWhole);
}
