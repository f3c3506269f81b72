using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ToolGen.Analyzers.Rules;

/// <summary>Where a value comes from, as far as the method and the fields beside it say: behind conversions, locals that are set once, read-only fields and one-line members.</summary>
internal static class Origins
{
    private const int Furthest = 6;

    /// <summary>The value without conversions and parentheses.</summary>
    public static IOperation Plain(IOperation value)
    {
        while (true)
        {
            switch (value)
            {
                case IConversionOperation conversion:
                    value = conversion.Operand;
                    break;
                case IParenthesizedOperation inner:
                    value = inner.Operand;
                    break;
                case IArgumentOperation argument:
                    value = argument.Value;
                    break;
                default:
                    return value;
            }
        }
    }

    /// <summary>The value and, behind the names it goes by, what it was made of: nearest first.</summary>
    public static IEnumerable<IOperation> Of(IOperation value)
    {
        for (var step = 0; step < Furthest; step++)
        {
            value = Plain(value);
            yield return value;
            if (Behind(value) is not { } next) yield break;
            value = next;
        }
    }

    /// <summary>The furthest that is known.</summary>
    public static IOperation Last(IOperation value) => Of(value).Last();

    /// <summary>All of a body that an operation stands in.</summary>
    public static IOperation BodyOf(IOperation operation)
    {
        while (operation.Parent is { } parent) operation = parent;
        return operation;
    }

    /// <summary>Where a body uses a local.</summary>
    public static IEnumerable<ILocalReferenceOperation> Uses(IOperation within, ILocalSymbol local) =>
        BodyOf(within).Descendants().OfType<ILocalReferenceOperation>().Where(one => SymbolEqualityComparer.Default.Equals(one.Local, local));

    private static IOperation? Behind(IOperation value) => value switch
    {
        ILocalReferenceOperation { IsDeclaration: false } local => OfLocal(local),
        IFieldReferenceOperation { Field: { IsConst: false } field } when field.IsReadOnly || field.DeclaredAccessibility == Accessibility.Private => OfField(field, value),
        IPropertyReferenceOperation { Property: { IsIndexer: false } property } => OfMember(property, value),
        IInvocationOperation { TargetMethod: { Parameters.IsEmpty: true } method } => OfMember(method, value),
        _ => null,
    };

    private static IOperation? OfLocal(ILocalReferenceOperation local)
    {
        var isSetAgain = Uses(local, local.Local).Any(one => one.Parent is IAssignmentOperation assignment && assignment.Target == one || one.Parent is IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out });
        if (isSetAgain || local.Local.DeclaringSyntaxReferences is not [var declared] || declared.GetSyntax() is not VariableDeclaratorSyntax { Initializer.Value: { } initial }) return null;
        return BodyOf(local).Descendants().OfType<IVariableDeclaratorOperation>().FirstOrDefault(one => SymbolEqualityComparer.Default.Equals(one.Symbol, local.Local)) is { } declarator
            ? (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer)?.Value
            : local.SemanticModel?.GetOperation(initial);
    }

    private static IOperation? OfField(IFieldSymbol field, IOperation at) =>
        field.DeclaringSyntaxReferences is [var declared] && declared.SyntaxTree == at.Syntax.SyntaxTree && declared.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } initial }
            ? at.SemanticModel?.GetOperation(initial)
            : null;

    private static IOperation? OfMember(ISymbol member, IOperation at)
    {
        if (member.DeclaringSyntaxReferences is not [var declared] || declared.SyntaxTree != at.Syntax.SyntaxTree) return null;
        var written = declared.GetSyntax() switch
        {
            PropertyDeclarationSyntax { ExpressionBody.Expression: { } expression } => expression,
            PropertyDeclarationSyntax { Initializer.Value: { } expression } property when property.AccessorList?.Accessors.Count == 1 => expression,
            PropertyDeclarationSyntax { AccessorList.Accessors: [{ Body.Statements: [ReturnStatementSyntax { Expression: { } expression }] }] } => expression,
            PropertyDeclarationSyntax { AccessorList.Accessors: [{ ExpressionBody.Expression: { } expression }] } => expression,
            MethodDeclarationSyntax { ExpressionBody.Expression: { } expression } => expression,
            MethodDeclarationSyntax { Body.Statements: [.., ReturnStatementSyntax { Expression: { } expression }] } method when method.DescendantNodes().OfType<ReturnStatementSyntax>().Count() == 1 => expression,
            LocalFunctionStatementSyntax { ExpressionBody.Expression: { } expression } => expression,
            _ => null,
        };
        return written is null ? null : at.SemanticModel?.GetOperation(written);
    }
}
