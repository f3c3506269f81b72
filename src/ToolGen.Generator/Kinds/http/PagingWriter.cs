using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using ToolGen.Generator.Gate;
using ToolGen.Generator.Kinds.Declarative;
using ToolGen.Generator.Templates;
using ToolGen.Generator.Types;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.Http;

/// <summary>How further pages are fetched, and what is done with each.</summary>
internal sealed class PagingWriter(HttpCode code, HttpImplementation implementation, HttpPaging paging, HoleResolver holes, HttpValues values)
{
    private GatedExpression? items;

    /// <summary>What makes the contract's <c>HttpPaging</c>.</summary>
    public string Write()
    {
        var parameter = paging.Parameter is { } name ? values.Text(JsonHoleWriter.Holes(name), "a name") : "\"\"";
        if (paging.Parameter is { } written && (implementation.Query?.Member(written.Value) is not null || implementation.Auth is { Scheme: "query", Carrier: { } carrier } && carrier.Value == written.Value))
            code.Findings.Add(FindingCatalog.PagingParameterTwice, written.Span, written.Value, "paging");
        var members = new List<string>();
        if (paging.By == "page" && paging.Start != 1) members.Add($"Start = {paging.Start.ToString(CultureInfo.InvariantCulture)}L");
        if (paging.Size is { } size) members.Add("Size = " + this.Count("size", size));
        if (paging.Max is { } max) members.Add("Max = " + this.Count("max", max));
        members.Add($"Rows = {code.Work.Spec.Limits.Rows.ToString(CultureInfo.InvariantCulture)}L");
        var by = char.ToUpperInvariant(paging.By[0]) + paging.By.Substring(1);
        return $"new(global::ToolGen.Http.HttpPagingBy.{by}, {parameter}) {{ {string.Join(", ", members)} }}";
    }

    /// <summary>The statement that makes <c>items</c>; null where it can't be made.</summary>
    /// <param name="response">The type of one page.</param>
    public FlowItem? Items(TypeUse response)
    {
        var scope = ExpressionScope.Of([.. code.Names.Whole.Names.Where(name => name != HttpWriter.ItemsName)]) with { Functions = code.Names.Whole.Functions, Types = code.Names.Whole.Types };
        this.items = paging.Items is { } written ? code.Gate(written, scope) : null;
        var next = paging.Next is { } following ? code.Gate(following, code.Names.Whole) : null;
        var list = code.Hole(this.items, SyntaxKind.SimpleLambdaExpression);
        if (paging.Items is null)
        {
            code.UseResponse(null);
            list = HttpWriter.ResponseName;
            if (response.Type is not ListType) code.Findings.Add(FindingCatalog.PagingWithoutItems, paging.Node.Span, code.RecordOf(response.Type)?.Properties.FirstOrDefault(property => property.Use.Type is ListType)?.Name ?? "Items");
        }

        var cursor = next is null ? "" : $", (response, items) => {code.Hole(next, SyntaxKind.ParenthesizedLambdaExpression)}";
        string[] uses = [HttpWriter.ResponseName, .. this.items?.RootNames ?? [], .. next?.RootNames.Where(name => name != HttpWriter.ItemsName) ?? []];
        return new([HttpWriter.ItemsName], uses, $"var items = await __pager.AllAsync(response => {list}{cursor}).ConfigureAwait(false);", paging.Node.Span);
    }

    /// <summary>What is known of an element; null: nothing.</summary>
    public RowShape? Shape(RowShape? response) => this.items is null ? response : ShapeOf.Sequence(this.items.Expression, name => name == HttpWriter.ResponseName ? response : null);

    private string Count(string key, JsonNode node)
    {
        if (node is JsonNumber number) return number.Text + "L";
        if (node is JsonString text && JsonHoleWriter.Holes(text) is { Pieces: [{ Reference: not null } alone] } whole)
            return holes.Resolve(whole, alone, values.References) is { } value ? $"global::ToolGen.Http.HttpPaging.Count({value.Expression}, {values.PointerOf(alone)})" : "null";
        code.Findings.Add(FindingCatalog.PagingCount, node.Span, key);
        return "null";
    }
}
