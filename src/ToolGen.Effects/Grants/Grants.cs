using System;
using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Effects;

/// <summary>What the host binds the logical names of specs to: <c>toolgen.json</c> or the configuration section <c>ToolGen</c>. Unbound means refused.</summary>
public sealed record Grants
{
    /// <summary>Nothing is granted.</summary>
    public static Grants None { get; } = new();

    public IReadOnlyDictionary<string, FolderGrant> Folders { get; init; } = new Dictionary<string, FolderGrant>();

    public IReadOnlyDictionary<string, DatabaseGrant> Databases { get; init; } = new Dictionary<string, DatabaseGrant>();

    public IReadOnlyDictionary<string, SecretGrant> Secrets { get; init; } = new Dictionary<string, SecretGrant>();

    /// <summary>Values that are no secrets: <c>{settings.NAME}</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary><c>http.allow</c>.</summary>
    public IReadOnlyList<HttpGrant> Http { get; init; } = [];

    /// <summary><c>session.allow</c>: what a tool may do before a person approved it, for its maker alone, as lines of capabilities.</summary>
    public IReadOnlyList<string> SessionAllow { get; init; } = [];

    /// <summary><c>session.ask</c>: what the person at a client may allow beyond it, for one such tool.</summary>
    public IReadOnlyList<string> SessionAsk { get; init; } = [];

    /// <summary>NuGet packages that the C# of tools may call, and all that these need.</summary>
    public IReadOnlyList<PackageGrant> Packages { get; init; } = [];

    /// <summary>The environment variables that secrets and connections name, in ordinal order.</summary>
    public IReadOnlyList<string> Variables =>
        [.. this.Secrets.Values.Select(secret => secret.Env).Concat(this.Databases.Values.SelectMany(database => VariablesOf(database.Connection))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The least isolation of a tool that nobody approved: <c>process</c> (or <c>none</c>): a process of its own; <c>system</c>, and null: what the operating system enforces.</summary>
    public string? Isolation { get; init; }

    private static IEnumerable<string> VariablesOf(string connection)
    {
        for (var at = connection.IndexOf("${", StringComparison.Ordinal); at >= 0; at = connection.IndexOf("${", at + 2, StringComparison.Ordinal))
            if (connection.IndexOf('}', at) is > 0 and var end) yield return connection[(at + 2)..end];
    }
}

/// <summary>What may be done with what is granted.</summary>
[Flags]
public enum GrantAccess
{
    Read = 1,
    Write = 2,
    ReadWrite = Read | Write,
}

/// <summary>A folder.</summary>
/// <param name="Path">Absolute; a relative one in <c>toolgen.json</c> counts from the file's folder.</param>
/// <param name="Access">Default read.</param>
public sealed record FolderGrant(string Path, GrantAccess Access = GrantAccess.Read);

/// <summary>A database.</summary>
/// <param name="Provider"><c>sqlite</c>, <c>postgresql</c>, or the invariant name of an ADO.NET provider that the host registered.</param>
/// <param name="Connection">A connection string; may name environment variables as <c>${NAME}</c>.</param>
/// <param name="Access">Read, or read and write.</param>
public sealed record DatabaseGrant(string Provider, string Connection, GrantAccess Access = GrantAccess.Read);

/// <summary>A secret.</summary>
/// <param name="Env">The environment variable that holds it.</param>
/// <param name="Origins">Where it may go, such as <c>https://api.example</c>; empty: nowhere but into signatures.</param>
public sealed record SecretGrant(string Env, IReadOnlyList<string> Origins);

/// <summary>Requests that are allowed.</summary>
/// <param name="Origin">Scheme, host, port where it is not the scheme's; optionally a path pattern: <c>https://api.example/v1/**</c>.</param>
/// <param name="Methods">In capitals; default <c>GET</c> and <c>HEAD</c>.</param>
/// <param name="ConnectTo">A fixed <c>address:port</c> (IP address) that the origin's requests connect to, private ones too; null: as its name resolves, public addresses only.</param>
public sealed record HttpGrant(string Origin, IReadOnlyList<string> Methods, string? ConnectTo = null);

/// <summary>A NuGet package.</summary>
/// <param name="Package">Its id.</param>
/// <param name="Version">A version or range, such as <c>[33.0,34)</c>; the lowest of it is taken.</param>
public sealed record PackageGrant(string Package, string Version)
{
    /// <summary>SHA-512 over the package's file, base64: no other file is it. Null: the package is never taken.</summary>
    public string? Sha512 { get; init; }

    /// <summary>
    /// What C# of tools may call of it: names of types as metadata spells them, alone for all their public members, or with names of members behind a space
    /// (<c>CsvHelper.CsvReader Read GetField</c>); <c>*</c>: all that is public. Empty: nothing, as for what only other packages need.
    /// </summary>
    public IReadOnlyList<string> Members { get; init; } = [];
}
