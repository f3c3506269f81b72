using System;
using ToolGen.Checks;

namespace ToolGen.Specification.Findings;

/// <summary>Regular expressions (<c>pattern</c> and <c>patterns</c>): TG1101–1149. Holes: what is wrong, what to write instead.</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor PatternSyntax = Pattern(
        "TG1101",
        "Not a pattern",
        "Patterns are regular expressions of ECMA-262 with the flag `u`, as JSON Schema asks: `{`, `}` and `]` for themselves need a backslash, and a backslash stands only before a sign that has one. A pattern is not anchored: write `^…$` for the whole text.",
        "\"pattern\": \"a{,3}\"",
        "\"pattern\": \"a{0,3}\"");

    public static readonly FindingDescriptor PatternLookAround = Pattern(
        "TG1102",
        "Look-around in a pattern",
        "Every pattern runs in linear time whatever text a caller sends; look-around would break that. What it asks can be captured, or asked by a second pattern or a C# condition.",
        "\"pattern\": \"^(?=.*[0-9]).{8,}$\"",
        "\"allOf\": [ { \"pattern\": \"[0-9]\" }, { \"minLength\": 8 } ]");

    public static readonly FindingDescriptor PatternBackReference = Pattern(
        "TG1103",
        "Back-reference in a pattern",
        "A back-reference makes a match take exponential time in the worst case. Capture both parts and compare them in C#.",
        "\"patterns\": { \"twice\": \"(\\\\w+) \\\\1\" }",
        "\"patterns\": { \"pair\": \"(\\\\w+) (\\\\w+)\" }, \"steps\": [ { \"match\": \"pair\" }, { \"where\": \"row.Groups[1] == row.Groups[2]\" } ]");

    public static readonly FindingDescriptor PatternModifier = Pattern(
        "TG1104",
        "Flags in a pattern",
        "The flags of a pattern are fixed (`u`), so that one pattern means the same wherever a schema goes.",
        "\"pattern\": \"^(?i:yes)$\"",
        "\"pattern\": \"^[Yy][Ee][Ss]$\"");

    public static readonly FindingDescriptor PatternProperty = Pattern(
        "TG1105",
        "Unknown Unicode property in a pattern",
        "`\\p{…}` knows the general categories by their short and long names (`L`, `Lu`, `Letter`, `gc=Nd`) and `Any`, `ASCII`, `Assigned`. Scripts and other properties would need tables that change with every Unicode version.",
        "\"pattern\": \"^\\\\p{Script=Greek}+$\"",
        "\"pattern\": \"^[\\\\u0370-\\\\u03FF]+$\"");

    public static readonly FindingDescriptor PatternTooLarge = Pattern(
        "TG1106",
        "Pattern too large",
        "A pattern has at most 16,384 characters, 2,000 states with every `{n,m}` written out, 99 capturing groups, and groups nested 100 deep: so its time and memory are bounded.",
        "\"pattern\": \"^[a-z]{1,5000}$\"",
        "\"pattern\": \"^[a-z]+$\", \"maxLength\": 5000");

    /// <summary>The finding of a refused pattern; its arguments are the error's message and remedy.</summary>
    internal static FindingDescriptor OfPattern(PatternErrorKind kind) => kind switch
    {
        PatternErrorKind.Syntax => PatternSyntax,
        PatternErrorKind.LookAround => PatternLookAround,
        PatternErrorKind.BackReference => PatternBackReference,
        PatternErrorKind.Modifier => PatternModifier,
        PatternErrorKind.UnicodeProperty => PatternProperty,
        PatternErrorKind.TooLarge => PatternTooLarge,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static FindingDescriptor Pattern(string id, string title, string explanation, string bad, string good) =>
        new(id, title, FindingSeverity.Error, "In this pattern {0}.", "Instead {1}.", explanation, bad, good);
}
