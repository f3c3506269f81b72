using System;
using ToolGen.Effects.Http;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Effects.Secrets;

/// <summary>The host's secrets. Every value that leaves it is known to the <see cref="Redactor"/> before.</summary>
internal sealed class SecretStore(Grants grants, ToolEffectsOptions options, Redactor redactor)
{
    public Redactor Redactor => redactor;

    /// <summary>A value that is sent to an origin; null where it is optional and the host has none.</summary>
    /// <exception cref="ToolException"><c>denied</c>, <c>missing_secret</c>.</exception>
    public string? ForOrigin(CallScope scope, string name, string origin, bool optional)
    {
        scope.Use(new SecretCapability(name));
        if (!grants.Secrets.TryGetValue(name, out var grant)) return optional ? null : throw NotGranted(name, origin);
        var value = this.Read(name, grant);
        if (value is null) return optional ? null : throw Missing(name, grant);
        foreach (var allowed in grant.Origins)
            if (OriginText.Parse(allowed) == origin) return value;
        throw new ToolException(ToolErrorCodes.Denied, $"the secret {name} does not go to {origin}: its \"origins\" in toolgen.json name {(grant.Origins.Count == 0 ? "nothing" : string.Join(", ", grant.Origins))}");
    }

    /// <summary>A value that signs.</summary>
    /// <exception cref="ToolException"><c>denied</c>, <c>missing_secret</c>.</exception>
    public string ForSignature(CallScope scope, string name)
    {
        scope.Use(new SecretCapability(name));
        if (!grants.Secrets.TryGetValue(name, out var grant)) throw NotGranted(name, null);
        return this.Read(name, grant) ?? throw Missing(name, grant);
    }

    private string? Read(string name, SecretGrant grant)
    {
        // Files and shells end values with a line break that nobody means.
        var value = options.Environment(grant.Env)?.TrimEnd('\r', '\n');
        if (string.IsNullOrEmpty(value)) return null;
        if (value.Length < Redactor.Shortest)
            throw new ToolException(ToolErrorCodes.MissingSecret, $"the secret {name} in the environment variable {grant.Env} has fewer than {Redactor.Shortest} characters: too few to keep it out of answers");
        redactor.Add(value);
        return value;
    }

    private static ToolException Missing(string name, SecretGrant grant) =>
        new(ToolErrorCodes.MissingSecret, $"the secret {name} is not set: the host reads it from the environment variable {grant.Env}");

    private static ToolException NotGranted(string name, string? origin) =>
        new(ToolErrorCodes.Denied, $"this host has no secret {name}: add to toolgen.json {GrantLine.Secret(name, origin)}");
}
