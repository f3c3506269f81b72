using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ToolGen.Cli.Output;
using ToolGen.Forge;
using ToolGen.Registry;
using ToolGen.Specification.Findings;

namespace ToolGen.Cli.Registries;

/// <summary>What came of one spec that was to go into the registry.</summary>
/// <param name="Tool">The spec, forged.</param>
/// <param name="Version">As the registry has it; null: it was refused.</param>
/// <param name="Why">Why; null where it was not.</param>
internal sealed record AddedTool(ForgedTool Tool, StoredVersion? Version, string? Why)
{
    /// <summary>Approved tools of other names that pass all its samples.</summary>
    public IReadOnlyList<(StoredVersion Version, int Samples)> Alike { get; init; } = [];

    public static void Write(Utf8JsonWriter json, IReadOnlyList<AddedTool> all, IReadOnlyList<Finding> searching)
    {
        json.WriteStartObject();
        json.WriteBoolean("ok", all.All(one => one.Version is not null) && searching.All(finding => finding.Severity != FindingSeverity.Error));
        json.WriteStartArray("versions");
        foreach (var one in all)
        {
            json.WriteStartObject();
            if (one.Version is { } version) VersionJson.Members(json, version);
            else json.WriteString("name", one.Tool.Name);
            json.WriteString("refused", one.Why);
            if (one.Alike.Count > 0) WriteAlike(json, one.Alike);
            json.WriteString("path", one.Tool.Input.Path);
            json.Findings("findings", one.Tool.Findings);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Findings("findings", searching);
        json.WriteEndObject();
    }

    private static void WriteAlike(Utf8JsonWriter json, IReadOnlyList<(StoredVersion Version, int Samples)> alike)
    {
        json.WriteStartArray("alike");
        foreach (var (version, samples) in alike)
        {
            json.WriteStartObject();
            json.WriteString("name", version.Name);
            json.WriteString("version", version.Version);
            json.WriteNumber("samples", samples);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
