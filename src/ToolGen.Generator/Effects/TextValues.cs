using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ToolGen.Generator.Effects;

/// <summary>
/// What a text of C# can be, as far as it is constant: through concatenation, interpolation, choices, locals that are assigned once, readonly fields
/// and parameters of the tool's own functions. Parts that are not constant are <see cref="Mark"/>.
/// </summary>
internal sealed class TextValues
{
    /// <summary>Stands for any text.</summary>
    public const char Mark = '\0';

    /// <summary>More texts than that, or longer ones, are any text.</summary>
    private const int Most = 16;
    private const int MostUnits = 2_000;
    private const int MostDepth = 40;

    private readonly Dictionary<ISymbol, List<IOperation?>> assigned = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> delegates = new(SymbolEqualityComparer.Default);
    private readonly Func<SyntaxTree, SemanticModel> model;
    private int steps;

    /// <param name="operations">All of the tool's code.</param>
    /// <param name="model">Answers the model of a tree.</param>
    public TextValues(IReadOnlyList<IOperation> operations, Func<SyntaxTree, SemanticModel> model)
    {
        this.model = model;
        foreach (var operation in operations) this.Note(operation);
    }

    /// <summary>Any text.</summary>
    public static string Unknown { get; } = Mark.ToString();

    /// <summary>The texts that some values can be; null where they are any or too many.</summary>
    public IReadOnlyList<string>? Texts(IReadOnlyList<IOperation> values)
    {
        this.steps = 0;
        var all = new List<string>();
        foreach (var value in values)
        {
            if (this.Of(value, 0) is not { } texts) return null;
            all.AddRange(texts);
        }

        return all.Count is 0 or > Most ? null : all.Distinct().ToArray();
    }

    /// <summary>The same for values of the contract's <c>FilePattern</c>, in which the signs of globs stand for themselves.</summary>
    public IReadOnlyList<string>? Pattern(IReadOnlyList<IOperation> values)
    {
        this.steps = 0;
        return values.Count == 1 ? this.PatternOf(values[0], 0) : null;
    }

    /// <summary>The value itself, without conversions.</summary>
    public static IOperation Inner(IOperation value)
    {
        while (value is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
            value = value is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)value).Operand;
        return value;
    }

    private IReadOnlyList<string>? PatternOf(IOperation value, int depth)
    {
        value = Inner(value);
        if (depth > MostDepth) return null;
        switch (value)
        {
            case IInvocationOperation { TargetMethod: { Name: "Of", ContainingType.Name: "FilePattern" } } call:
                return this.Texts([call.Arguments[0].Value]);
            case IObjectCreationOperation { Type.Name: "FilePattern", Arguments: [var parts] }:
                return this.Parts(parts.Value);
            case ILocalReferenceOperation local when this.Single(local.Local) is { } assignment:
                return this.PatternOf(assignment, depth + 1);
            default:
                return null;
        }
    }

    private IReadOnlyList<string>? Parts(IOperation list)
    {
        var elements = Inner(list) switch
        {
            ICollectionExpressionOperation collection => collection.Elements,
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            _ => default,
        };
        if (elements.IsDefault) return null;
        IReadOnlyList<string>? whole = [""];
        foreach (var element in elements)
        {
            if (Inner(element) is not IObjectCreationOperation { Type.Name: "FilePatternPart", Arguments: [var text, var isGlob] }) return null;
            var texts = this.Of(text.Value, 0);
            if (isGlob.Value.ConstantValue is not { HasValue: true, Value: false }) texts = texts?.Select(Signs).ToArray();
            whole = Join(whole, texts ?? [Unknown]);
        }

        return whole;
    }

    // ** stands alone as in capabilities; every other sign is some text within one segment.
    private static string Signs(string glob) =>
        string.Join("/", glob.Split('/').Select(part => part == "**" ? part : part.IndexOfAny(['?', '[']) >= 0 ? "*" : part.Replace("**", "*")));

    private IReadOnlyList<string>? Of(IOperation value, int depth)
    {
        value = Inner(value);
        if (depth > MostDepth || ++this.steps > 5_000) return null;
        if (value.ConstantValue is { HasValue: true, Value: { } constant }) return Constant(constant) is { } text ? [text] : null;
        switch (value)
        {
            case IInterpolatedStringOperation interpolated:
                IReadOnlyList<string>? whole = [""];
                foreach (var part in interpolated.Parts) whole = Join(whole, this.Part(part, depth + 1));
                return whole;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum:
                return Join(this.Of(sum.LeftOperand, depth + 1) ?? [Unknown], this.Of(sum.RightOperand, depth + 1) ?? [Unknown]);
            case IInvocationOperation { TargetMethod: { Name: "Concat", ContainingType.SpecialType: SpecialType.System_String } method } concat when method.Parameters.All(parameter => parameter.Type.SpecialType == SpecialType.System_String):
                IReadOnlyList<string>? joined = [""];
                foreach (var argument in concat.Arguments) joined = Join(joined, this.Of(argument.Value, depth + 1) ?? [Unknown]);
                return joined;
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                return Both(this.Of(choice.WhenTrue, depth + 1), this.Of(otherwise, depth + 1));
            case ICoalesceOperation coalesce:
                return Both(this.Of(coalesce.Value, depth + 1), this.Of(coalesce.WhenNull, depth + 1));
            case ISwitchExpressionOperation choices:
                IReadOnlyList<string>? arms = [];
                foreach (var arm in choices.Arms)
                    if (Inner(arm.Value) is not IThrowOperation) arms = Both(arms, this.Of(arm.Value, depth + 1));
                return arms is { Count: 0 } ? null : arms;
            case ILocalReferenceOperation local when this.Single(local.Local) is { } assignment:
                return this.Of(assignment, depth + 1);
            case IFieldReferenceOperation { Field: { IsReadOnly: true } field } when this.Initializer(field) is { } initializer:
                return this.Of(initializer, depth + 1);
            case IParameterReferenceOperation { Parameter: var parameter } when this.Calls(parameter) is { } arguments:
                IReadOnlyList<string>? texts = [];
                foreach (var argument in arguments) texts = Both(texts, this.Of(argument, depth + 1));
                return texts;
            default:
                return null;
        }
    }

    private IReadOnlyList<string> Part(IInterpolatedStringContentOperation part, int depth) => part switch
    {
        IInterpolatedStringTextOperation text => this.Of(text.Text, depth) ?? [Unknown],
        IInterpolationOperation { FormatString: null, Alignment: null } hole => this.Of(hole.Expression, depth) ?? [Unknown],
        _ => [Unknown],
    };

    private static string? Constant(object constant)
    {
        var text = Convert.ToString(constant, CultureInfo.InvariantCulture);
        return constant is string or char or int or long or bool && text!.Length <= MostUnits ? text : null;
    }

    // Any text behind any text is any text.
    private static IReadOnlyList<string>? Join(IReadOnlyList<string>? left, IReadOnlyList<string>? right)
    {
        if (left is null || right is null || left.Count * right.Count > Most) return null;
        var all = left.SelectMany(start => right.Select(end => start.Length > 0 && start[start.Length - 1] == Mark && end.Length > 0 && end[0] == Mark ? start + end.Substring(1) : start + end)).Distinct().ToArray();
        return Array.Exists(all, text => text.Length > MostUnits) ? null : all;
    }

    private static IReadOnlyList<string>? Both(IReadOnlyList<string>? left, IReadOnlyList<string>? right) =>
        left is null || right is null || left.Count + right.Count > Most ? null : left.Concat(right).Distinct().ToArray();

    /// <summary>The one value that a local ever has; null where it has others.</summary>
    private IOperation? Single(ILocalSymbol local) => this.assigned.TryGetValue(local, out var values) && values is [{ } only] ? only : null;

    /// <summary>What a parameter of the tool's own functions is given, at all places; null where there may be others.</summary>
    private List<IOperation>? Calls(IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private or Accessibility.NotApplicable } method
            || this.delegates.Contains(method)
            || !this.assigned.TryGetValue(parameter, out var values) || values.Contains(null)) return null;
        return values.OfType<IOperation>().ToList();
    }

    private IOperation? Initializer(IFieldSymbol field)
    {
        if (field.DeclaringSyntaxReferences is not [var declaration] || declaration.GetSyntax() is not VariableDeclaratorSyntax { Initializer: { } initializer }) return null;
        return (this.model(initializer.SyntaxTree).GetOperation(initializer) as IFieldInitializerOperation)?.Value;
    }

    private void Note(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Symbol: var local } declarator:
                if (declarator.GetVariableInitializer() is not { } initializer) break;
                this.Assign(local, local.IsRef ? null : initializer.Value);
                if (local.IsRef) this.Assign(Target(initializer.Value), null);
                break;
            case ISimpleAssignmentOperation assignment:
                this.Assign(Target(assignment.Target), assignment.IsRef ? null : assignment.Value);
                break;
            case ICompoundAssignmentOperation assignment:
                this.Assign(Target(assignment.Target), null);
                break;
            case ICoalesceAssignmentOperation assignment:
                this.Assign(Target(assignment.Target), null);
                break;
            case IIncrementOrDecrementOperation step:
                this.Assign(Target(step.Target), null);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                foreach (var target in deconstruction.Target.DescendantsAndSelf()) this.Assign(Target(target), null);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: { } symbol }:
                this.Assign(symbol, null);
                break;
            case IForEachLoopOperation loop:
                foreach (var local in loop.Locals) this.Assign(local, null);
                break;
            case IArgumentOperation { Parameter: { RefKind: not RefKind.None } } argument:
                foreach (var target in argument.Value.DescendantsAndSelf()) this.Assign(Target(target), null);
                break;
            case IInvocationOperation call:
                foreach (var argument in call.Arguments)
                    if (argument.Parameter is { } parameter) this.Assign(parameter.OriginalDefinition, argument.ArgumentKind == ArgumentKind.ParamArray ? null : argument.Value);
                break;
            case IMethodReferenceOperation reference:
                this.delegates.Add(reference.Method.OriginalDefinition);
                break;
        }
    }

    private void Assign(ISymbol? symbol, IOperation? value)
    {
        if (symbol is null) return;
        if (!this.assigned.TryGetValue(symbol, out var values)) this.assigned.Add(symbol, values = []);
        values.Add(value);
    }

    private static ISymbol? Target(IOperation target) => Inner(target) switch
    {
        ILocalReferenceOperation local => local.Local,
        IDeclarationExpressionOperation { Expression: ILocalReferenceOperation local } => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };
}
