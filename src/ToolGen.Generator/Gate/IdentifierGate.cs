using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Generator.Gate;

/// <summary>Lets the name of a <c>let</c>, step or pattern through: spelled the same in holes and in C#.</summary>
public static class IdentifierGate
{
    private const int MaxLength = 64;

    /// <summary>Checks a name.</summary>
    /// <param name="name">As written.</param>
    /// <param name="span">Where it stands in the spec.</param>
    /// <param name="findings">Where a finding goes when false is returned.</param>
    /// <param name="hasRows">Whether <c>count</c>, <c>sum</c> and the like mean something here.</param>
    public static bool Check(string name, TextSpan span, FindingSink findings, bool hasRows = true)
    {
        var shown = name.Length > MaxLength ? name.Substring(0, MaxLength) + "…" : name;
        if (!IsPlain(name))
        {
            findings.Add(FindingCatalog.NameNotIdentifier, span, shown, "Begin with a letter; then letters a–z, digits and `_`, at most 64.");
            return false;
        }

        if (SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || (SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None && !IsHarmless(name)) || name is "dynamic" or "nameof")
        {
            findings.Add(FindingCatalog.NameNotIdentifier, span, shown, $"It is a keyword of C#; write `{name}_value`.");
            return false;
        }

        var isWord = ExpressionScope.Words.Contains(name) && (hasRows || !ExpressionScope.Figures.Contains(name));
        if (!isWord && !ScopeTypes.All.ContainsKey(name) && name is not ("System" or "Microsoft" or "ToolGen" or "Input" or "Output")) return true;
        findings.Add(FindingCatalog.NameReserved, span, shown);
        return false;
    }

    private static bool IsPlain(string name)
    {
        if (name.Length is 0 or > MaxLength || !IsLetter(name[0])) return false;
        foreach (var c in name)
            if (!IsLetter(c) && c is not (>= '0' and <= '9' or '_')) return false;
        return true;
    }

    private static bool IsLetter(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z';

    // Keywords in front of an attribute, in an accessor or deep in a query only: as a name they are read as a name everywhere here.
    private static bool IsHarmless(string name) => name
        is "type" or "method" or "param" or "property" or "module" or "assembly" or "typevar" or "get" or "set" or "add" or "remove" or "alias" or "by" or "on" or "equals";
}
