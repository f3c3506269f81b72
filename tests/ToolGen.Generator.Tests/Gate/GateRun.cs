using System.Linq;
using ToolGen.Generator.Gate;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Tests.Gate;

/// <summary>Sends a text through the gate as if it stood in a spec.</summary>
internal static class GateRun
{
    public static ExpressionScope Scope { get; } = ExpressionScope
        .Of("input", "row", "rows", "run", "now", "response", "status", "item", "items", "outer", "file", "prev", "email", "rate", "imperial", "affected")
        .WithFunctions("count", "sum", "min", "max", "average", "first", "last", "date", "hour", "day", "month")
        .WithTypes("Row", "Output", "Slot");

    public static (SpecText Text, FindingSink Findings) Field(string value)
    {
        var node = new JsonString(value, new TextSpan(0, value.Length + 2));
        return (new SpecText(node, [node]), new FindingSink(new SourceText("trap.tool.json", "\"" + value + "\"")));
    }

    public static (GatedExpression? Gated, FindingSink Findings) Expression(string value)
    {
        var (text, findings) = Field(value);
        return (ExpressionGate.Check(text, null, Scope, findings), findings);
    }

    public static (GatedBody? Gated, FindingSink Findings) Body(string value)
    {
        var (text, findings) = Field(value);
        return (BodyGate.Check(text, findings), findings);
    }

    public static string Ids(FindingSink findings) => string.Join(" ", findings.ToArray().Select(finding => finding.Id).Distinct());

    public static string Told(FindingSink findings) => string.Join("\n", findings.ToArray());
}
