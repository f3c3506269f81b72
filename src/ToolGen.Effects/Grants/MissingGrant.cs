using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Effects.Http;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Effects;

/// <summary>Something that a tool needs and the grants do not give.</summary>
/// <param name="Needs">In words, such as <c>the folder data</c>.</param>
/// <param name="Allowed">What the grants allow of it; null: nothing.</param>
/// <param name="Line">What to add to <c>toolgen.json</c>.</param>
public sealed record MissingGrant(string Needs, string? Allowed, string Line)
{
    /// <summary>What of a tool's capabilities the grants leave out.</summary>
    /// <param name="grants">Of the host.</param>
    /// <param name="capabilities">As lines, such as a descriptor's.</param>
    /// <param name="sendsSecrets">Whether it is known that the tool sends its secrets with its requests; otherwise it may only sign with them, which needs no origin.</param>
    public static IReadOnlyList<MissingGrant> Of(Grants grants, IEnumerable<string> capabilities, bool sendsSecrets = false)
    {
        ArgumentNullException.ThrowIfNull(grants);
        Capability[] needed = [.. capabilities.Select(Capability.TryParse).OfType<Capability>()];
        // A tool that speaks with one server sends its secrets there; of several, only the host knows which.
        string[] origins = [.. needed.OfType<HttpCapability>().Select(http => http.Origin).Distinct()];
        var origin = origins is [var only] && IsLiteral(only) ? only : null;
        return [.. needed.Select(one => Of(grants, one, origin, sendsSecrets)).OfType<MissingGrant>().Distinct()];
    }

    private static MissingGrant? Of(Grants grants, Capability capability, string? origin, bool sendsSecrets) => capability switch
    {
        FileCapability file => Folder(grants, file),
        SqlCapability sql => Database(grants, sql),
        SecretCapability secret => Secret(grants, secret.Name, origin, sendsSecrets),
        HttpCapability http when IsLiteral(http.Origin) => Requests(grants, http),
        _ => null,
    };

    private static bool IsLiteral(string origin) => !origin.Contains('*', StringComparison.Ordinal);

    private static MissingGrant? Folder(Grants grants, FileCapability file)
    {
        var wanted = file.Writes ? GrantAccess.Write : GrantAccess.Read;
        var isBound = grants.Folders.TryGetValue(file.Folder, out var folder);
        if (file.Folder.Contains('*', StringComparison.Ordinal) || (isBound && (folder!.Access & wanted) != 0)) return null;
        var access = isBound ? GrantAccess.ReadWrite : wanted;
        return new($"to {(file.Writes ? "write" : "read")} the folder {file.Folder}", isBound ? GrantLine.Word(folder!.Access) : null, GrantLine.Folder(file.Folder, access));
    }

    private static MissingGrant? Database(Grants grants, SqlCapability sql)
    {
        var isBound = grants.Databases.TryGetValue(sql.Database, out var database);
        if (isBound && (!sql.Writes || database!.Access.HasFlag(GrantAccess.Write))) return null;
        return new($"to {(sql.Writes ? "write" : "read")} the database {sql.Database}", isBound ? GrantLine.Word(database!.Access) : null, GrantLine.Database(sql.Database, sql.Writes));
    }

    private static MissingGrant? Secret(Grants grants, string name, string? origin, bool sends)
    {
        if (!grants.Secrets.TryGetValue(name, out var secret)) return new($"the secret {name}", null, GrantLine.Secret(name, origin));
        if (!sends || origin is null || secret.Origins.Any(allowed => OriginText.Parse(allowed) is { } one && one == OriginText.Parse(origin))) return null;
        return new($"to send the secret {name} to {origin}", secret.Origins.Count == 0 ? "signatures only" : string.Join(", ", secret.Origins), GrantLine.Secret(name, origin, secret.Env));
    }

    private static MissingGrant? Requests(Grants grants, HttpCapability http)
    {
        string[] methods = http.Method == "*" ? ["GET", "POST", "PUT", "PATCH", "DELETE"] : [http.Method];
        var here = grants.Http.Where(grant => Capability.TryParse("http * " + grant.Origin + (grant.Origin.IndexOf('/', grant.Origin.IndexOf("//", StringComparison.Ordinal) + 2) < 0 ? "/**" : "")) is HttpCapability allowed && allowed.Origin == http.Origin).ToArray();
        if (Array.TrueForAll(methods, method => Array.Exists(here, grant => grant.Methods.Contains(method) && Covers(grant, http)))) return null;
        return new($"to send {http.Method} {http.Origin}{http.Path}", here.Length == 0 ? null : string.Join(", ", here.Select(grant => $"{string.Join(" ", grant.Methods)} {grant.Origin}")),
            GrantLine.Requests(http.Origin, methods));
    }

    private static bool Covers(HttpGrant grant, HttpCapability http)
    {
        var slash = grant.Origin.IndexOf('/', grant.Origin.IndexOf("//", StringComparison.Ordinal) + 2);
        return PathPattern.Covers(slash < 0 ? "/**" : grant.Origin[slash..], http.Path);
    }
}
