using System;

namespace ToolGen.Specification.Capabilities;

/// <summary>One effect that a tool may have (SPEC §3), read from its line. Compared by value.</summary>
public abstract record Capability
{
    private protected Capability()
    {
    }

    /// <summary>The line, such as <c>http GET https://api.example/v1/*</c>: what <see cref="TryParse"/> reads back.</summary>
    public abstract string Text { get; }

    /// <summary>What it allows, for a person who decides: <c>read files matching data/**</c>.</summary>
    public abstract string Words { get; }

    /// <summary>Whether everything that <paramref name="other"/> allows is allowed by this one.</summary>
    public abstract bool Covers(Capability other);

    /// <inheritdoc/>
    public sealed override string ToString() => this.Text;

    /// <summary>Reads a line; null where it is none.</summary>
    public static Capability? TryParse(string text)
    {
        if (!Specs.Format.CapabilityText.IsValid(text)) return null;
        var words = text.Split(' ');
        return words[0] switch
        {
            "http" => HttpCapability.Of(words[1], words[2]),
            "read" => new FileCapability(false, words[1]),
            "write" => new FileCapability(true, words[1]),
            "sql" => new SqlCapability(words[1], words[2] == "write"),
            "tool" => new ToolCapability(words[1]),
            "secret" => new SecretCapability(words[1]),
            "clock" => new ClockCapability(),
            _ => new RandomCapability(),
        };
    }
}

/// <summary>Requests to one origin.</summary>
/// <param name="Method">In capitals, or <c>*</c>.</param>
/// <param name="Origin">Scheme, host in lower case, port where it is not the scheme's: <c>https://api.example</c>.</param>
/// <param name="Path">With its first slash; <c>*</c> stands for one segment, <c>**</c> for any, at any place.</param>
public sealed record HttpCapability(string Method, string Origin, string Path) : Capability
{
    public override string Text => $"http {this.Method} {this.Origin}{this.Path}";

    public override string Words => $"send {(this.Method == "*" ? "any" : this.Method)} requests to {this.Origin}{this.Path}";

    public override bool Covers(Capability other) => other is HttpCapability http
        && (this.Method == "*" || this.Method == http.Method) && this.Origin == http.Origin && PathPattern.Covers(this.Path, http.Path);

    internal static HttpCapability? Of(string method, string url)
    {
        if (!Uri.TryCreate(url.Replace("*", "%2A"), UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 || uri.HostNameType == UriHostNameType.Unknown) return null;
        var start = url.IndexOf('/', url.IndexOf("//", StringComparison.Ordinal) + 2);
        if (UrlText.Normal(start < 0 ? "/" : url.Substring(start)) is not { } path || !Specs.Format.CapabilityText.IsPath(path)) return null;

        // IdnHost leaves the brackets of an IPv6 address out.
        var host = uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost.ToLowerInvariant();
        var port = uri.IsDefaultPort ? "" : ":" + uri.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new(method, $"{uri.Scheme}://{host}{port}", path);
    }
}

/// <summary>Files under a granted folder.</summary>
/// <param name="Writes">Whether it writes; else it reads.</param>
/// <param name="Path">The folder's name, then a path; <c>*</c> stands for one segment, <c>**</c> for any.</param>
public sealed record FileCapability(bool Writes, string Path) : Capability
{
    /// <summary>The granted folder's name.</summary>
    public string Folder => this.Path.IndexOf('/') is >= 0 and var slash ? this.Path.Substring(0, slash) : this.Path;

    public override string Text => (this.Writes ? "write " : "read ") + this.Path;

    public override string Words => $"{(this.Writes ? "write" : "read")} files matching {this.Path}";

    public override bool Covers(Capability other) => other is FileCapability file && this.Writes == file.Writes && PathPattern.Covers(this.Path, file.Path);
}

/// <summary>A granted database.</summary>
/// <param name="Database">Its logical name.</param>
/// <param name="Writes">Whether it may change data; reading is part of it.</param>
public sealed record SqlCapability(string Database, bool Writes) : Capability
{
    public override string Text => $"sql {this.Database} {(this.Writes ? "write" : "read")}";

    public override string Words => this.Writes ? $"read and change data in the database {this.Database}" : $"read the database {this.Database}";

    public override bool Covers(Capability other) => other is SqlCapability sql && sql.Database == this.Database && (this.Writes || !sql.Writes);
}

/// <summary>Another tool.</summary>
/// <param name="Reference">Its name, with <c>@</c> and a SemVer range where one is meant.</param>
public sealed record ToolCapability(string Reference) : Capability
{
    /// <summary>The name alone.</summary>
    public string Name => this.Reference.IndexOf('@') is >= 0 and var at ? this.Reference.Substring(0, at) : this.Reference;

    /// <summary>The range with its <c>@</c>; empty where any version is meant.</summary>
    private string Range => this.Reference.Substring(this.Name.Length);

    public override string Text => "tool " + this.Reference;

    public override string Words => $"call the tool {this.Reference}";

    public override bool Covers(Capability other) => other is ToolCapability tool
        && string.Equals(tool.Name, this.Name, StringComparison.OrdinalIgnoreCase) && (this.Range.Length == 0 || this.Range == tool.Range);
}

/// <summary>A secret, used and never read.</summary>
/// <param name="Name">Its logical name.</param>
public sealed record SecretCapability(string Name) : Capability
{
    public override string Text => "secret " + this.Name;

    public override string Words => $"use the secret {this.Name}";

    public override bool Covers(Capability other) => Equals(this, other);
}

/// <summary>The time.</summary>
public sealed record ClockCapability : Capability
{
    public override string Text => "clock";

    public override string Words => "see the time";

    public override bool Covers(Capability other) => other is ClockCapability;
}

/// <summary>Random numbers.</summary>
public sealed record RandomCapability : Capability
{
    public override string Text => "random";

    public override string Words => "draw random numbers";

    public override bool Covers(Capability other) => other is RandomCapability;
}
