using System.Collections.Generic;
using System.Linq;
using ToolGen.Generator.Kinds.Declarative;
using ToolGen.Generator.Types;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Flows;

/// <summary>A string with holes in the arguments of a step.</summary>
/// <param name="Node">The string.</param>
/// <param name="Member">The member it becomes, dotted names in C#; elements of lists have no name.</param>
/// <param name="Path">The same as a JSON Pointer.</param>
/// <param name="Taint">Where its values come from.</param>
/// <param name="Start">The text in front of the first hole.</param>
internal sealed record FlowLeaf(JsonString Node, string Member, string Path, Taint Taint, string Start)
{
    /// <summary>All of a step; what its <c>when</c> shows is counted.</summary>
    public static IEnumerable<FlowLeaf> Of(ComposeStep step, FlowReader reader, FlowScope around)
    {
        if (step.Input is null) return [];
        var scope = around.Copy();
        if (step.When is { } condition && SpecFlow.Expression(condition) is { } when) scope.Clear(reader.Shown(when, true, scope));
        if (step.Each is { } sequence && SpecFlow.Expression(sequence) is { } each) scope.Set("item", reader.Of(each, scope));
        return Of(step.Input, "", "", scope);
    }

    private static IEnumerable<FlowLeaf> Of(JsonNode node, string member, string path, FlowScope scope) => node switch
    {
        JsonObject record => record.Members.SelectMany(one => Of(one.Value, (member.Length == 0 ? "" : member + ".") + CSharpNames.Pascal(one.Name), path + "/" + one.Name, scope)),
        JsonArray list => list.Items.SelectMany((one, index) => Of(one, member, $"{path}/{index}", scope)),
        JsonString text => Text(text, member, path, scope),
        _ => [],
    };

    private static IEnumerable<FlowLeaf> Text(JsonString text, string member, string path, FlowScope scope)
    {
        var pieces = JsonHoleWriter.Holes(text).Pieces;
        var start = "";
        var all = Taint.None;
        foreach (var piece in pieces)
        {
            if (piece.Reference is null)
            {
                start += piece.Literal;
                continue;
            }

            var taint = FlowHoles.Of(piece.Reference, scope);

            // The text in front of it fixes the host.
            if (UrlOrigin.IsWhole(start)) taint = taint.Less(start.IndexOf('?') >= 0 ? Harm.Host | Harm.Address : Harm.Host);
            all = all.Join(taint);
            start += "*";
        }

        return all.IsNone ? [] : [new(text, member, path, all, start)];
    }
}
