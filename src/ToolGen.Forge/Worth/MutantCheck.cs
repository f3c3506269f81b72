using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToolGen.Forge.Worth;

/// <summary>Whether a changed expression still has a meaning of the same type where it stands: asked before it is written, since one that has none costs a compile of all.</summary>
internal sealed class MutantCheck(CSharpCompilation compilation)
{
    private readonly Dictionary<SyntaxTree, SemanticModel> models = [];

    public bool Fits(ExpressionSyntax expression, ExpressionSyntax changed)
    {
        if (expression is LiteralExpressionSyntax && changed is LiteralExpressionSyntax) return true;
        if (!this.models.TryGetValue(expression.SyntaxTree, out var model)) this.models[expression.SyntaxTree] = model = compilation.GetSemanticModel(expression.SyntaxTree);
        var type = model.GetTypeInfo(expression).Type;
        var other = model.GetSpeculativeTypeInfo(expression.SpanStart, changed, SpeculativeBindingOption.BindAsExpression).Type;
        if (type is null || other is null or IErrorTypeSymbol) return false;
        if (changed is InvocationExpressionSyntax or BinaryExpressionSyntax && model.GetSpeculativeSymbolInfo(expression.SpanStart, changed, SpeculativeBindingOption.BindAsExpression).Symbol is null) return false;
        return SymbolEqualityComparer.Default.Equals(type, other) || compilation.ClassifyConversion(other, type).IsImplicit;
    }
}
