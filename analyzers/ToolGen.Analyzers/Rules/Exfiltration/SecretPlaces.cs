using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using ToolGen.Analyzers.Taint;

namespace ToolGen.Analyzers.Rules;

/// <summary>Files, columns and objects of which their names say that secrets are in them.</summary>
internal static class SecretPlaces
{
    private static readonly ImmutableArray<string> Parts =
    [
        ".ssh/", "id_rsa", "id_ed25519", "id_ecdsa", ".pem", ".pfx", ".p12", ".env", "/run/secrets", "secrets.json", "credentials", ".npmrc", ".netrc", ".pgpass", "/etc/shadow", ".kube/config", ".aws/", ".docker/config.json",
        ".git-credentials", ".git/config", ".gnupg", ".vault-token", "master.key", "private.key",
    ];

    private static readonly Regex Selected = new(@"\bselect\b(.*?)\bfrom\b", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public static bool IsFile(Value path)
    {
        var text = (path.Constant as string ?? path.Starts + "\n" + path.Ends).Replace('\\', '/');
        return !text.EndsWith(".pub", StringComparison.Ordinal) && Parts.Any(part => text.Contains(part));
    }

    /// <summary>Whether a statement asks for a column of secrets.</summary>
    public static bool IsSelected(string? sql) =>
        sql is not null && Selected.Match(sql) is { Success: true } match && match.Groups[1].Value.Split(',').Any(column => SecretNames.TellWithin(column));

    /// <summary>Whether a value that is written out whole has a member which holds a secret.</summary>
    public static bool HoldsOne(SinkSite call, string parameter)
    {
        if (call.Member is not IMethodSymbol { TypeArguments: [INamedTypeSymbol type] }) return false;
        return type.GetMembers().OfType<IPropertySymbol>().Any(property =>
            property is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, Type.SpecialType: SpecialType.System_String } && property.Locations.Any(location => location.IsInSource) && !type.IsAnonymousType
            && SecretNames.Tell(property.Name) && call.Property(parameter, property.Name) is null && !property.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "JsonIgnoreAttribute"));
    }
}
