using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Effects;

/// <summary>Makes grants of what was read: paths become absolute, what the machine says about them becomes findings.</summary>
internal static class GrantsBuilder
{
    private static readonly string[] ReadMethods = ["GET", "HEAD"];

    /// <param name="root">The checked value; null where it is none.</param>
    /// <param name="file">The absolute path of the file; null where it is none.</param>
    /// <param name="folder">What relative paths count from; null: the file's folder.</param>
    /// <param name="sink">Holds the findings so far, takes more.</param>
    public static GrantsReading Build(JsonObject? root, string? file, string? folder, FindingSink sink)
    {
        if (root is null || sink.Errors > 0) return new(null, sink.ToArray());
        folder ??= Path.GetDirectoryName(file!) ?? Path.DirectorySeparatorChar.ToString();
        var grants = new Grants
        {
            Folders = Map(root, "folders", member => Folder(member, folder)),
            Databases = Map(root, "databases", member => ConnectionText.Read(member, folder, sink)),
            Secrets = Map(root, "secrets", member => new SecretGrant(Text(member.Value, "env")!, Texts(member.Value, "origins") ?? [])),
            Settings = Map(root, "settings", member => ((JsonString)member.Value).Value),
            Http = root["http"] is JsonObject http ? ((JsonArray)http["allow"]!).Items.Select(Request).ToArray() : [],
            SessionAllow = root["session"] is JsonObject session ? Texts(session, "allow")! : [],
            SessionAsk = root["session"] is JsonObject asked ? Texts(asked, "ask") ?? [] : [],
            Packages = (root["packages"] as JsonArray)?.Items.Select(one => new PackageGrant(Text(one, "package")!, Text(one, "version")!) { Sha512 = Text(one, "sha512"), Members = Texts(one, "members") ?? [] }).ToArray() ?? [],
            Isolation = Text(root, "isolation"),
        };
        FolderReview.Check(grants.Folders, name => ((JsonObject)root["folders"]!).Member(name)!, file, sink);
        return new(sink.Errors > 0 ? null : grants, sink.ToArray());
    }

    private static FolderGrant Folder(JsonMember member, string folder) =>
        new(Path.TrimEndingDirectorySeparator(Path.GetFullPath(Text(member.Value, "path")!, folder)), Access(member.Value));

    private static HttpGrant Request(JsonNode node) => new(Text(node, "origin")!, Texts(node, "methods") ?? ReadMethods, Text(node, "connectTo"));

    /// <summary>The word of <c>access</c>.</summary>
    public static GrantAccess Access(JsonNode node) => Text(node, "access") switch
    {
        "readwrite" => GrantAccess.ReadWrite,
        "write" => GrantAccess.Write,
        _ => GrantAccess.Read,
    };

    public static string? Text(JsonNode node, string key) => (((JsonObject)node)[key] as JsonString)?.Value;

    private static string[]? Texts(JsonNode node, string key) => (((JsonObject)node)[key] as JsonArray)?.Items.Select(item => ((JsonString)item).Value).ToArray();

    private static Dictionary<string, T> Map<T>(JsonObject root, string section, Func<JsonMember, T> value)
    {
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var member in root[section] is JsonObject named ? named.Members : []) map[member.Name] = value(member);
        return map;
    }
}
