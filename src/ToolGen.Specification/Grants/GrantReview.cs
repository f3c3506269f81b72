using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs.Shapes;

namespace ToolGen.Specification.Grants;

/// <summary>What a shape can't say of a grants file: origins and addresses in their one form, entries that contradict one another. Looks at no file.</summary>
internal static class GrantReview
{
    private static readonly Dictionary<string, string> Providers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["sqlite3"] = GrantShapes.Sqlite,
        ["Microsoft.Data.Sqlite"] = GrantShapes.Sqlite,
        ["postgres"] = GrantShapes.PostgreSql,
        ["pgsql"] = GrantShapes.PostgreSql,
        ["pg"] = GrantShapes.PostgreSql,
        ["npgsql"] = GrantShapes.PostgreSql,
        [GrantShapes.Sqlite] = GrantShapes.Sqlite,
        [GrantShapes.PostgreSql] = GrantShapes.PostgreSql,
    };

    public static void Check(JsonObject root, FindingSink sink)
    {
        foreach (var section in GrantShapes.Sections)
            if (root[section] is JsonObject map) Names(map, sink);
        foreach (var database in Members(root, "databases")) Database(database, sink);
        var allowed = Requests(root, sink);
        foreach (var secret in Members(root, "secrets")) Secret(secret, allowed, sink);
    }

    private static void Names(JsonObject map, FindingSink sink)
    {
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in map.Members)
        {
            if (seen.TryGetValue(member.Name, out var first)) sink.Add(FindingCatalog.GrantNamesDifferByCase, member.NameSpan, Shown.Text(first), Shown.Text(member.Name));
            else seen.Add(member.Name, member.Name);
        }
    }

    private static void Database(JsonMember member, FindingSink sink)
    {
        if (member.Value is not JsonObject database) return;
        if (database["provider"] is JsonString provider && Providers.TryGetValue(provider.Value, out var known) && known != provider.Value)
            sink.Add(FindingCatalog.MisspelledProvider, provider.Span, Written(provider, known), Shown.Text(provider.Value), known);
        if (database["connection"] is JsonString connection && VariableFault(connection.Value) is { } fault)
            sink.Add(FindingCatalog.BadConnection, connection.Span, member.Name, fault);
    }

    // Every "${" begins the name of a variable and ends with "}".
    private static string? VariableFault(string text)
    {
        for (var at = text.IndexOf("${", StringComparison.Ordinal); at >= 0; at = text.IndexOf("${", at + 2, StringComparison.Ordinal))
        {
            var end = text.IndexOf('}', at);
            if (end < 0) return "${ has no }";
            if (!GrantRules.IsVariable(text.Substring(at + 2, end - at - 2))) return "between ${ and } stands no name of an environment variable";
        }

        return null;
    }

    private static Dictionary<string, (string? ConnectTo, bool IsKnown)> Requests(JsonObject root, FindingSink sink)
    {
        var origins = new Dictionary<string, (string? ConnectTo, bool IsKnown)>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in (root["http"] as JsonObject)?["allow"] is JsonArray list ? list.Items.OfType<JsonObject>() : [])
        {
            var connectTo = ConnectTo(entry, sink);
            if (entry["origin"] is not JsonString text || Origin(text, true, sink) is not { } origin) continue;
            if (!origins.TryGetValue(origin.Origin, out var before)) origins.Add(origin.Origin, (connectTo, true));
            else if (before.ConnectTo != connectTo) sink.Add(FindingCatalog.ConnectToDiffers, text.Span, origin.Origin, connectTo ?? "its own address", before.ConnectTo ?? "its own address");

            var methods = entry["methods"] is JsonArray words ? words.Items.OfType<JsonString>().Select(word => word.Value) : ["GET", "HEAD"];
            foreach (var method in methods)
                if (!seen.Add(method + " " + origin.Origin + origin.Path)) sink.Add(FindingCatalog.RequestAllowedTwice, text.Span, method, origin.Origin + origin.Path);
        }

        return origins;
    }

    private static string? ConnectTo(JsonObject entry, FindingSink sink)
    {
        if (entry["connectTo"] is not JsonString text || !GrantRules.ConnectTo.Holds(text.Value)) return null;
        if (FixedAddress.Fault(text.Value, out var meant) is { } fault)
            sink.Add(FindingCatalog.BadConnectTo, text.Span, meant is null ? null : Written(text, meant), Shown.Text(text.Value), fault, meant ?? "an IP address and a port, such as 127.0.0.1:8080 or [::1]:8080");
        return text.Value;
    }

    private static void Secret(JsonMember member, Dictionary<string, (string? ConnectTo, bool IsKnown)> allowed, FindingSink sink)
    {
        foreach (var text in (member.Value as JsonObject)?["origins"] is JsonArray list ? list.Items.OfType<JsonString>() : [])
        {
            if (Origin(text, false, sink) is not { } origin) continue;
            var isAllowed = allowed.TryGetValue(origin.Origin, out var entry);
            if (origin.Scheme == "http" && !origin.IsLoopback && entry.ConnectTo is null) sink.Add(FindingCatalog.SecretUnencrypted, text.Span, member.Name, origin.Origin);
            if (!isAllowed) sink.Add(FindingCatalog.SecretOriginNotAllowed, text.Span, member.Name, origin.Origin);
        }
    }

    private static WebOrigin? Origin(JsonString text, bool allowsPath, FindingSink sink)
    {
        if (!GrantRules.Web.Holds(text.Value)) return null;
        var origin = WebOrigin.Read(text.Value, allowsPath, out var fault, out var meant);
        if (fault is not null)
            sink.Add(FindingCatalog.BadOrigin, text.Span, meant is null ? null : Written(text, meant), Shown.Text(text.Value), fault, Shown.Text(meant ?? "an origin such as https://api.example"));
        return origin;
    }

    private static IEnumerable<JsonMember> Members(JsonObject root, string section) => root[section] is JsonObject map ? map.Members : [];

    private static FindingFix Written(JsonNode node, string text) => new($"write {JsonWriter.Quote(text)}", new(new TextEdit(node.Span, JsonWriter.Quote(text))));
}
