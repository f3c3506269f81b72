using System.Collections.Generic;
using System.Text.Json;
using ToolGen.Cli.Output;
using ToolGen.Registry;

namespace ToolGen.Cli.Registries;

/// <summary>A version as JSON.</summary>
internal static class VersionJson
{
    /// <summary>An array of versions.</summary>
    public static void Array(Utf8JsonWriter json, string name, IEnumerable<StoredVersion> versions)
    {
        json.WriteStartArray(name);
        foreach (var version in versions)
        {
            json.WriteStartObject();
            Members(json, version);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The members that every list has.</summary>
    public static void Members(Utf8JsonWriter json, StoredVersion version)
    {
        json.WriteString("name", version.Name);
        json.WriteString("version", version.Version);
        json.WriteString("id", version.Id);
        json.WriteString("kind", version.Kind);
        json.WriteString("state", Words.Of(version.State));
        json.WriteString("reason", version.Reason);
        json.WriteString("maker", version.Maker);
        json.WriteString("created", version.Created.UtcDateTime);
        if (version.Expires is { } expires) json.WriteString("expires", expires.UtcDateTime);
        json.WriteTexts("capabilities", version.Capabilities);
        json.WriteString("evidence", version.Evidence.Id);
        json.WriteBoolean("sound", version.Evidence.IsSound);
        if (version.Approval is not { } approval) return;
        json.WriteStartObject("approval");
        json.WriteString("key", approval.Key);
        json.WriteString("at", approval.At.UtcDateTime);
        if (approval.Expires is { } until) json.WriteString("expires", until.UtcDateTime);
        json.WriteEndObject();
    }

    /// <summary>All of it.</summary>
    public static void Whole(Utf8JsonWriter json, StoredVersion version)
    {
        json.WriteStartObject();
        Members(json, version);
        json.WriteString("spec", version.Spec);
        json.WriteString("companion", version.Companion);
        json.WriteString("tests", version.Tests);
        json.Json("mcpTool", version.McpTool);
        json.Json("seen", version.Evidence.Text);
        json.WriteEndObject();
    }
}
