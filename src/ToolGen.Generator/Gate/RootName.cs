using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToolGen.Generator.Gate;

/// <summary>Tells the names that are looked up in the scope from those that are looked up in a value or type before them.</summary>
internal static class RootName
{
    /// <summary>False for the member behind a dot, and for the label of an argument, property or tuple element.</summary>
    public static bool IsRoot(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == name,
        QualifiedNameSyntax qualified => qualified.Left == name,
        MemberBindingExpressionSyntax => false,
        NameColonSyntax or NameEqualsSyntax => false,
        ExpressionColonSyntax => false,
        _ => true,
    } && !IsMemberOfPattern(name);

    /// <summary>The local variables and parameters that stand around a name: where C# scopes them, so lambda by lambda and arm by arm.</summary>
    public static Dictionary<SyntaxNode, HashSet<string>> Locals(SyntaxNode root)
    {
        var locals = new Dictionary<SyntaxNode, HashSet<string>>();
        foreach (var node in root.DescendantNodesAndSelf())
        {
            switch (node)
            {
                case ParameterSyntax parameter:
                    Add(parameter.FirstAncestorOrSelf<LambdaExpressionSyntax>() ?? root, parameter.Identifier);
                    break;
                case SingleVariableDesignationSyntax variable:
                    Add(ScopeOf(variable, root), variable.Identifier);
                    break;
            }
        }

        return locals;

        void Add(SyntaxNode scope, SyntaxToken identifier)
        {
            if (!locals.TryGetValue(scope, out var names)) locals.Add(scope, names = new());
            names.Add(identifier.ValueText);
        }
    }

    /// <summary>Whether a name means a variable or parameter of the expression itself.</summary>
    public static bool IsLocal(SyntaxNode name, string word, Dictionary<SyntaxNode, HashSet<string>> locals)
    {
        if (locals.Count == 0) return false;
        for (SyntaxNode? scope = name; scope is not null; scope = scope.Parent)
            if (locals.TryGetValue(scope, out var names) && names.Contains(word)) return true;
        return false;
    }

    private static SyntaxNode ScopeOf(SyntaxNode node, SyntaxNode root)
    {
        for (var scope = node; scope is not null; scope = scope.Parent)
            if (scope is LambdaExpressionSyntax or SwitchExpressionArmSyntax) return scope;
        return root;
    }

    // In `{ A.B: > 1 }` the path A.B starts at the value that is matched.
    private static bool IsMemberOfPattern(SyntaxNode name)
    {
        var node = name;
        while (node.Parent is MemberAccessExpressionSyntax access && access.Expression == node) node = access;
        return node != name && node.Parent is ExpressionColonSyntax;
    }
}
