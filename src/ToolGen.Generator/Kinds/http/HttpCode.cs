using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Generator.Gate;
using ToolGen.Generator.Kinds.Declarative;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.Http;

/// <summary>Gates the C# of one http tool, and sees what of the answer it uses.</summary>
internal sealed class HttpCode(KindWork work, DeclarativeNames names) : DeclarativeCode(work, names)
{
    private readonly HashSet<string> members = [];
    private bool usesWhole;

    /// <summary>Whether <c>response</c> is used.</summary>
    public bool UsesResponse => this.usesWhole || this.members.Count > 0;

    /// <summary>Whether <c>items</c> is used behind the paging.</summary>
    public bool UsesItems { get; private set; }

    /// <summary>Whether a member of the answer is used.</summary>
    /// <param name="name">In C#.</param>
    public bool Uses(string name) => this.usesWhole || this.members.Contains(name);

    /// <summary>Says that the answer is used: a member of it, or all.</summary>
    public void UseResponse(string? name)
    {
        if (name is null) this.usesWhole = true;
        else this.members.Add(name);
    }

    /// <summary>Says that the elements of all pages are used.</summary>
    public void UseItems() => this.UsesItems = true;

    /// <inheritdoc/>
    public override GatedExpression? Gate(SpecText text, ExpressionScope scope, int? length = null)
    {
        var gated = base.Gate(text, scope, length);
        if (gated is null) return null;
        if (gated.RootNames.Contains(HttpWriter.ItemsName) && scope == this.Names.Whole) this.UsesItems = true;
        if (gated.RootNames.Contains(HttpWriter.ItemsName) && scope.Names.Contains("item")) this.UsesItems = true;
        if (!gated.RootNames.Contains(HttpWriter.ResponseName)) return gated;
        foreach (var name in gated.Expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == HttpWriter.ResponseName && RootName.IsRoot(name)))
            this.UseResponse(name.Parent is MemberAccessExpressionSyntax access && access.Expression == name ? access.Name.Identifier.ValueText : null);
        return gated;
    }
}
