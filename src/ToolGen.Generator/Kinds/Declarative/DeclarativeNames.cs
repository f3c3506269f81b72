using System.Collections.Generic;
using System.Linq;
using ToolGen.Generator.Gate;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Generator.Kinds.Declarative;

/// <summary>The names that a tool's C# may use, by place (SPEC §1.6).</summary>
/// <param name="whole">The scope of <c>let</c>, <c>fail</c>, <c>result</c>.</param>
internal class DeclarativeNames(ExpressionScope whole)
{
    /// <summary><c>date hour day month</c>.</summary>
    public static IReadOnlyList<string> DateFunctions { get; } = ["date", "hour", "day", "month"];

    /// <summary><c>let</c>, <c>fail</c>, <c>result</c>.</summary>
    public ExpressionScope Whole { get; } = whole;

    /// <summary>Inside <c>each</c>.</summary>
    public ExpressionScope Item { get; } = whole.With("item");

    /// <summary>Inside <c>each</c> inside <c>each</c>.</summary>
    public ExpressionScope InnerItem { get; } = whole.With("item", "outer");

    /// <summary>The names of a kind without rows.</summary>
    /// <param name="work">The tool.</param>
    /// <param name="own">Names that the spec gives: <c>let</c>s, steps. Checked here; each must be an identifier and free.</param>
    /// <param name="words">What the kind adds: <c>response</c>, <c>rows</c> …</param>
    public static DeclarativeNames Of(KindWork work, IEnumerable<(string Name, JsonMember Member)> own, params string[] words)
    {
        var names = Checked(own, [], work.Findings, hasRows: false);
        return new(ExpressionScope.Of(["input", "now", .. names, .. words]).WithFunctions([.. DateFunctions]).WithTypes(TypesOf(work)));
    }

    /// <summary>The names among those given that can be used; findings say what is wrong with the others.</summary>
    protected static string[] Checked(IEnumerable<(string Name, JsonMember Member)> members, HashSet<string> taken, FindingSink findings, bool hasRows = true) => members
        .Where(entry => IdentifierGate.Check(entry.Name, entry.Member.NameSpan, findings, hasRows) && IsFree(entry.Name, entry.Member, taken, findings))
        .Select(entry => entry.Name).ToArray();

    /// <summary>The tool's own types.</summary>
    protected static string[] TypesOf(KindWork work) => [.. work.Types.Records.Select(record => record.Name), .. work.Types.Constants.Select(constants => constants.Name), .. work.Types.Nominals.Select(nominal => nominal.ClassName)];

    private static bool IsFree(string name, JsonMember member, HashSet<string> taken, FindingSink findings)
    {
        if (taken.Add(name)) return true;
        findings.Add(FindingCatalog.NameTaken, member.NameSpan, name);
        return false;
    }
}
