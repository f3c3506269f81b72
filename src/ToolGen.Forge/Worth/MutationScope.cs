using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Analyzers.AllowList;

namespace ToolGen.Forge.Worth;

/// <summary>Which code of a tool is its own: what its author wrote, and what a template wrote for the spec's words. Readers, writers and schemas are ToolGen's, tested elsewhere.</summary>
internal sealed class MutationScope
{
    private const string Entry = "RunAsync";

    private readonly Func<SyntaxNode, bool> isOfSpec;
    private readonly bool isCompanion;

    private MutationScope(SyntaxTree tree, bool isCompanion)
    {
        this.isCompanion = isCompanion;
        this.isOfSpec = SpecNodes.In(tree);
    }

    public static MutationScope Of(SyntaxTree tree, bool isCompanion) => new(tree, isCompanion);

    /// <summary>Whether a person or a model wrote it.</summary>
    public bool IsAuthors(SyntaxNode node) => this.isCompanion || this.isOfSpec(node);

    /// <summary>Whether a template wrote it into the method that runs the tool.</summary>
    public static bool IsTemplates(SyntaxNode node) => node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { Identifier.ValueText: Entry };

    /// <summary>Whether a change there can't show, can't compile, or would declare a name twice.</summary>
    public static bool IsClosed(ExpressionSyntax expression) =>
        expression.Ancestors().Any(above => above is AttributeSyntax or CaseSwitchLabelSyntax or ConstantPatternSyntax or RelationalPatternSyntax or EqualsValueClauseSyntax { Parent: ParameterSyntax or EnumMemberDeclarationSyntax })
        || expression.FirstAncestorOrSelf<FieldDeclarationSyntax>()?.Modifiers.Any(SyntaxKind.ConstKeyword) == true
        || expression.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>()?.IsConst == true
        || expression.DescendantNodes().Any(node => node is DeclarationExpressionSyntax or VariableDesignationSyntax)
        || IsMessage(expression);

    /// <summary>Text for people: no sample compares it.</summary>
    private static bool IsMessage(ExpressionSyntax expression)
    {
        foreach (var argument in expression.AncestorsAndSelf().OfType<ArgumentSyntax>())
        {
            if (argument.Parent is not ArgumentListSyntax list) continue;
            if (list.Parent is InvocationExpressionSyntax { Expression: var called } && (IsLog(called) || (IsFail(called) && list.Arguments.IndexOf(argument) > 0))) return true;
            if (list.Parent is BaseObjectCreationExpressionSyntax { Parent: ThrowExpressionSyntax or ThrowStatementSyntax }) return true;
            if (list.Parent is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var helper } } && IsForMessages(list, helper, list.Arguments.IndexOf(argument))) return true;
        }

        return false;
    }

    /// <summary>Whether a helper of the body does nothing with a parameter but write it into messages.</summary>
    private static bool IsForMessages(ArgumentListSyntax call, string helper, int index)
    {
        if (call.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method) return false;
        var functions = method.DescendantNodes().OfType<LocalFunctionStatementSyntax>().Where(one => one.Identifier.ValueText == helper).ToArray();
        if (functions is not [var function] || function.ParameterList.Parameters.Count <= index || call.Ancestors().Contains(function)) return false;
        var name = function.ParameterList.Parameters[index].Identifier.ValueText;
        var uses = function.DescendantNodes().OfType<IdentifierNameSyntax>().Where(one => one.Identifier.ValueText == name).ToArray();
        return uses.Length > 0 && uses.All(IsMessage);
    }

    // By the one way in which tools reach it: another method of the name computes.
    private static bool IsLog(ExpressionSyntax called) => called is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "context" }, Name.Identifier.ValueText: "Log" };

    private static bool IsFail(ExpressionSyntax called) => called is IdentifierNameSyntax { Identifier.ValueText: "Fail" }
        && !called.SyntaxTree.GetRoot().DescendantNodes().Any(node => node is LocalFunctionStatementSyntax { Identifier.ValueText: "Fail" } or MethodDeclarationSyntax { Identifier.ValueText: "Fail" });
}
