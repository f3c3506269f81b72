using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ToolGen.Registry.Storage;
using ToolGen.Specification.Evidence;
using ToolGen.Specification.Json;

namespace ToolGen.Registry;

/// <summary>
/// Versions as one JSON file, to be taken into another registry. Every text stands beside its hash, and nothing of it is born approved: approvals are not in it, and whoever takes it in looks at it as at what a stranger made.
/// </summary>
public static class Bundle
{
    /// <summary>The largest bundle, in bytes of UTF-8.</summary>
    public const int MaximumBytes = 256 << 20;

    /// <summary>The most versions of one bundle.</summary>
    public const int MaximumVersions = 10_000;

    private const string What = "toolgen bundle 1";

    /// <summary>Writes versions.</summary>
    /// <exception cref="RegistryException">They are too many or too large for one bundle.</exception>
    public static string Write(IEnumerable<StoredVersion> versions)
    {
        var all = versions.Take(MaximumVersions + 1).Select(version => new NewVersion { Spec = version.Spec, Companion = version.Companion, Tests = version.Tests, McpTool = version.McpTool, Evidence = version.Evidence }).ToArray();
        if (all.Length > MaximumVersions) throw Bounds.Refused($"a bundle has at most {MaximumVersions} versions");
        var text = JsonWriter.Canonical(JsonMake.Object(
            JsonMake.Member("what", JsonMake.Text(What)),
            JsonMake.Member("hash", JsonMake.Text(HashOf(all))),
            JsonMake.Member("versions", JsonMake.Array(all.Select(version => JsonMake.Object(
                JsonMake.Member("id", JsonMake.Text(version.Evidence.Identity.Id!)),
                JsonMake.Member("spec", JsonMake.Text(version.Spec)),
                JsonMake.Member("companion", JsonMake.TextOrNull(version.Companion)),
                JsonMake.Member("tests", JsonMake.TextOrNull(version.Tests)),
                JsonMake.Member("mcp", JsonMake.Text(version.McpTool)),
                JsonMake.Member("evidence", JsonMake.Text(version.Evidence.Text))))))));
        return Encoding.UTF8.GetByteCount(text) <= MaximumBytes ? text : throw Bounds.Refused($"a bundle has at most {MaximumBytes.ToString("#,##0", CultureInfo.InvariantCulture)} bytes: export fewer versions");
    }

    /// <summary>Reads a bundle; that each version fits its evidence is seen when it is added.</summary>
    /// <exception cref="RegistryException">It is none, or not as it was written.</exception>
    public static BundleReading Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaximumBytes) throw Wrong("it is too large");
        string text;
        try
        {
            text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(utf8);
        }
        catch (DecoderFallbackException)
        {
            throw Wrong("it is not UTF-8");
        }

        if (JsonReader.Read(new SourceText("bundle", text), MaximumBytes) is not { Root: JsonObject root, Findings.Count: 0 }) throw Wrong("it is no JSON object");
        if ((root["what"] as JsonString)?.Value != What || root.Members.Count != 3) throw Wrong("it is none, or one of a newer ToolGen");
        if (root["versions"] is not JsonArray { Items.Count: <= MaximumVersions } list) throw Wrong($"its versions are missing, or more than {MaximumVersions}");
        var versions = list.Items.Select((item, index) => item is JsonObject { Members.Count: 6 } one ? Version(one, index) : throw Wrong($"version {index} can't be read")).ToArray();
        return (root["hash"] as JsonString)?.Value == HashOf(versions) ? new(HashOf(versions), versions) : throw Wrong("its hash is not that of its versions: it was changed");
    }

    private static NewVersion Version(JsonObject one, int index)
    {
        var evidence = EvidenceReader.Read("evidence", Encoding.UTF8.GetBytes(Text(one, "evidence", index))).Evidence ?? throw Wrong($"the evidence of version {index} can't be read");
        if (evidence.Identity.Id is null || evidence.Identity.Id != Text(one, "id", index)) throw Wrong($"the id of version {index} is not that of its evidence");
        return new() { Spec = Text(one, "spec", index), Companion = (one["companion"] as JsonString)?.Value, Tests = (one["tests"] as JsonString)?.Value, McpTool = Text(one, "mcp", index), Evidence = evidence };
    }

    // Over what the texts hash to: the order of versions is part of it, the layout of the file is not.
    private static string HashOf(IEnumerable<NewVersion> versions) => Sha256.Of(string.Join('\n', versions.Select(version => string.Join(' ', new[]
    {
        version.Evidence.Identity.Id!, Sha256.Of(version.Spec), version.Companion is null ? "-" : Sha256.Of(version.Companion), version.Tests is null ? "-" : Sha256.Of(version.Tests), Sha256.Of(version.McpTool), version.Evidence.Id,
    }))));

    private static string Text(JsonObject one, string name, int index) => (one[name] as JsonString)?.Value ?? throw Wrong($"the {name} of version {index} is missing");

    private static RegistryException Wrong(string why) => Bounds.Refused($"this bundle can't be taken in: {why}");
}

/// <summary>What a bundle holds.</summary>
/// <param name="Hash">Of all of it.</param>
/// <param name="Versions">As new versions: candidates, once they are added.</param>
public sealed record BundleReading(string Hash, IReadOnlyList<NewVersion> Versions);
