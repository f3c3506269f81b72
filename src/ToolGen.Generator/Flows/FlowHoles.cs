using System.Linq;
using System.Text.RegularExpressions;
using ToolGen.Generator.Types;

namespace ToolGen.Generator.Flows;

/// <summary>Holes as values: <c>{name}</c>, <c>{sales.rows}</c>.</summary>
internal static class FlowHoles
{
    public static Taint Of(string reference, FlowScope scope)
    {
        var segments = reference.Split(':')[0].Split('.');
        var root = scope.Find(segments[0]) is { } known && segments[0] != "input" ? known.Taint : scope.Find("input")!.Taint.Member(CSharpNames.Pascal(segments[0]));
        return scope.Checked(segments.Skip(1).Aggregate(root, (taint, segment) => scope.Checked(taint.Member(CSharpNames.Pascal(segment)))));
    }

    /// <summary>An origin without the marks of checked copies.</summary>
    public static string Plain(string origin) => origin.IndexOf('#') < 0 ? origin : Regex.Replace(origin, "#[0-9]+", "");
}
