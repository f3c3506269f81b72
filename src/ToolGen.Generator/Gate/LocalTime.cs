using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToolGen.Generator.Gate;

/// <summary>
/// Members whose answer depends on the time zone of the machine, told by their syntax: a tool means the same everywhere, and a process
/// cannot change its zone. Who hides such a call well enough fools only his own tool; the list of members proper stands over symbols.
/// </summary>
internal static class LocalTime
{
    private const string Universal = "Write `DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)`, or add the zone: `DateTimeOffset.Parse(text + \"Z\")`.";

    /// <summary>What to write instead, or null where the access does not depend on the zone.</summary>
    public static string? Remedy(MemberAccessExpressionSyntax access)
    {
        var member = access.Name.Identifier.ValueText;
        var receiver = (access.Expression as IdentifierNameSyntax)?.Identifier.ValueText;
        return (receiver, member) switch
        {
            (_, "ToLocalTime" or "LocalDateTime") => "Write `ToUniversalTime()` or `UtcDateTime`.",
            ("TimeZoneInfo", "Local") => "Write `TimeZoneInfo.Utc`, or `context.Zone(id)`.",
            ("DateTime" or "DateTimeOffset", "Now" or "Today" or "UtcNow") => "Write `now`, in a body `context.Now`.",
            ("DateTimeOffset", "Parse" or "TryParse") when !NamesZone(access, 3) => Universal,
            ("DateTimeOffset", "ParseExact" or "TryParseExact") when !NamesZone(access, 4) => Universal.Replace("Parse(text, Cul", "ParseExact(text, format, Cul"),
            ("DateTime", "Parse" or "TryParse" or "ParseExact" or "TryParseExact") when !NamesZone(access, 3, literal: false) => Universal,
            _ => null,
        };
    }

    // A style says what a text without a zone means; a text that ends in Z has one.
    private static bool NamesZone(MemberAccessExpressionSyntax access, int styles, bool literal = true)
    {
        if (access.Parent is not InvocationExpressionSyntax call) return false;
        var arguments = call.ArgumentList.Arguments;
        if (arguments.Count >= styles && arguments.Any(argument => argument.Expression.ToString().Contains("Universal") || argument.Expression.ToString().Contains("RoundtripKind"))) return true;
        if (!literal || arguments.Count == 0) return false;
        return arguments[0].Expression switch
        {
            LiteralExpressionSyntax text => HasZone(text.Token.ValueText),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression, Right: LiteralExpressionSyntax text } => HasZone(text.Token.ValueText),
            InterpolatedStringExpressionSyntax text => text.Contents.LastOrDefault() is InterpolatedStringTextSyntax end && HasZone(end.TextToken.ValueText),
            _ => false,
        };
    }

    private static bool HasZone(string text) =>
        text.EndsWith("Z", System.StringComparison.Ordinal) || (text.Length >= 6 && text[text.Length - 6] is '+' or '-' && text[text.Length - 3] == ':');
}
