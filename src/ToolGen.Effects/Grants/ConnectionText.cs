using System;
using System.Data.Common;
using System.IO;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Effects;

/// <summary>The connection string of a granted database, read before anything connects.</summary>
internal static class ConnectionText
{
    private static readonly string[] FileKeys = ["Data Source", "DataSource", "Filename"];
    private static readonly string[] PasswordKeys = ["Password", "Pwd"];

    public static DatabaseGrant Read(JsonMember member, string folder, FindingSink sink)
    {
        var node = (JsonObject)member.Value;
        var place = node["connection"]!.Span;
        var (provider, connection) = (GrantsBuilder.Text(node, "provider")!, GrantsBuilder.Text(node, "connection")!);
        var grant = new DatabaseGrant(provider, connection, GrantsBuilder.Access(node));
        var keys = new DbConnectionStringBuilder();
        try
        {
            keys.ConnectionString = connection;
        }
        catch (ArgumentException)
        {
            // The message of the framework quotes the text, which may hold a password.
            sink.Add(FindingCatalog.BadConnection, place, member.Name, "it is no list of KEY=VALUE separated by ';'");
            return grant;
        }

        if (PasswordKeys.Any(key => keys.TryGetValue(key, out var value) && value is string { Length: > 0 } text && !text.Contains("${", StringComparison.Ordinal)))
            sink.Add(FindingCatalog.PasswordInFile, place, member.Name);
        return provider == "sqlite" ? grant with { Connection = Sqlite(keys, member, folder, place, sink) ?? connection } : grant;
    }

    // A relative file counts from the grants' folder, whatever directory the process stands in.
    private static string? Sqlite(DbConnectionStringBuilder keys, JsonMember member, string folder, TextSpan place, FindingSink sink)
    {
        var key = FileKeys.FirstOrDefault(keys.ContainsKey);
        if (key is null || keys[key] is not string { Length: > 0 } source)
        {
            sink.Add(FindingCatalog.BadConnection, place, member.Name, "it has no Data Source");
            return null;
        }

        if (source == ":memory:" || source.Contains("${", StringComparison.Ordinal) || source.StartsWith("file:", StringComparison.OrdinalIgnoreCase)) return null;
        if (source.Contains('\0'))
        {
            sink.Add(FindingCatalog.BadConnection, place, member.Name, "its Data Source is no path");
            return null;
        }

        keys[key] = Path.GetFullPath(source, folder);
        return keys.ConnectionString;
    }
}
