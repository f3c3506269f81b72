using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Specification.Members;

namespace ToolGen.Analyzers.AllowList;

/// <summary>
/// The list of members, read over symbols: whether C# of a tool may name what the compiler bound. Capabilities are held against the spec elsewhere; here a member with an effect may be
/// named whichever it needs.
/// </summary>
/// <param name="list">The list.</param>
/// <param name="isOwn">Whether a type of the tool's own assembly belongs to tools.</param>
/// <param name="isCode">Whether it stands in a body; expressions of the other kinds have a closed scope, whose values are of more types of the contract.</param>
internal sealed class SymbolMembers(MemberAllowList list, System.Func<INamedTypeSymbol, bool> isOwn, bool isCode)
{
    /// <summary>What to write instead of a symbol; null where it may be named.</summary>
    /// <param name="symbol">What the compiler bound.</param>
    /// <param name="node">Where it is named.</param>
    public string? Remedy(ISymbol symbol, SyntaxNode node)
    {
        if (symbol is IAliasSymbol alias) return this.Remedy(alias.Target, node);
        if (symbol is ILocalSymbol or IParameterSymbol or ILabelSymbol or IRangeVariableSymbol or INamespaceSymbol or IDiscardSymbol or ITypeParameterSymbol or IArrayTypeSymbol) return null;
        if (symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction }) return null;
        if (symbol is IMethodSymbol { ReducedFrom: { } extension }) symbol = extension;
        if ((symbol as INamedTypeSymbol ?? symbol.ContainingType)?.OriginalDefinition is not { } type) return this.Advice("", null);
        if (type.IsAnonymousType || type.IsTupleType) return null;
        var name = SymbolNames.Of(type);
        if (isOwn(type)) return isCode && RunsTool(symbol) ? this.Advice("ToolGen.Tool`2", symbol.Name) : null;
        if (!list.HasAssembly(type.ContainingAssembly.Name) || !this.Has(list.OfType(name))) return this.Advice(name, symbol is INamedTypeSymbol ? null : symbol.MetadataName);
        return symbol switch
        {
            INamedTypeSymbol or IFieldSymbol { HasConstantValue: true } => null,
            IFieldSymbol field => this.Has(list.OfMember(name, field.MetadataName, null)) ? null : this.Advice(name, field.MetadataName),
            IMethodSymbol method => this.Method(name, method),
            IPropertySymbol property => Accessors(property.OriginalDefinition, node).Select(accessor => this.Method(name, accessor)).FirstOrDefault(remedy => remedy is not null),
            _ => this.Advice(name, symbol.MetadataName),
        };
    }

    private string? Method(string type, IMethodSymbol method) =>
        this.Has(list.OfMember(type, method.MetadataName, SymbolNames.Parameters(method))) ? null : this.Advice(type, method.MetadataName);

    private bool Has(IReadOnlyList<MemberGroup> groups) =>
        groups.Any(group => group.Audience == MemberAudience.Code || (!isCode && group.Audience == MemberAudience.Generated));

    private string Advice(string type, string? member) =>
        list.Remedy(type, member) is { } remedy ? $"Use {remedy}." : "Take what it would give as an input, or use `context.Now`, `context.Random` and `context.Log`.";

    /// <summary>Which accessors of a property a name calls, by where it stands.</summary>
    private static IEnumerable<IMethodSymbol> Accessors(IPropertySymbol property, SyntaxNode node)
    {
        var whole = node;
        while ((whole.Parent is MemberAccessExpressionSyntax access && access.Name == whole) || (whole.Parent is MemberBindingExpressionSyntax binding && binding.Name == whole)
            || whole.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
            whole = whole.Parent;
        var isAssigned = whole.Parent is AssignmentExpressionSyntax assignment && assignment.Left == whole;
        var isBoth = isAssigned ? !whole.Parent.IsKind(SyntaxKind.SimpleAssignmentExpression)
            : whole.Parent is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }
                or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }
                or ArgumentSyntax { Parent: TupleExpressionSyntax };
        IMethodSymbol?[] called = isBoth ? [property.GetMethod, property.SetMethod] : isAssigned && property.SetMethod is not null ? [property.SetMethod] : [property.GetMethod ?? property.SetMethod];
        return called.OfType<IMethodSymbol>();
    }

    /// <summary>Another tool is called through the context, which counts and guards the call.</summary>
    private static bool RunsTool(ISymbol symbol) =>
        symbol is not INamedTypeSymbol && ToolTypes.IsTool(symbol.ContainingType) && (symbol.IsOverride || symbol is IPropertySymbol { IsStatic: true, Name: "Instance" });
}
