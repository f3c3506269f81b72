using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ToolGen.Generator.Joining;

/// <summary>A call of <c>AIFunctionFactory.Create</c> with a method.</summary>
/// <param name="Place">The argument that is the method.</param>
/// <param name="Method">The method; null where it is known only at run time, or has no name.</param>
/// <param name="Target">What it is called on; null: nothing.</param>
/// <param name="Name">What the call names it; null: nothing.</param>
/// <param name="Description">What the call says of it; null: nothing.</param>
/// <param name="Problem">Why it stays as it is, as far as the call shows it.</param>
public sealed record FunctionCall(SyntaxNode Place, IMethodSymbol? Method, ExpressionSyntax? Target, string? Name, string? Description, string? Problem)
{
    /// <summary>Reads a call; null where it is another one.</summary>
    public static FunctionCall? Of(IInvocationOperation call, INamedTypeSymbol functions)
    {
        if (call.TargetMethod.Name != "Create" || !SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, functions)) return null;
        var given = call.Arguments.FirstOrDefault(argument => argument.Parameter is { Ordinal: 0, Type.Name: "Delegate" });
        if (given is null) return null;
        var method = Unwrapped(given.Value) is IDelegateCreationOperation made ? made.Target : null;
        if (method is not IMethodReferenceOperation reference)
        {
            var why = method is IAnonymousFunctionOperation ? "a lambda is no method of a type: move its code into one" : "which method it is shows only at run time";
            return new(given.Value.Syntax, null, null, null, null, why);
        }

        string? name = null, description = null;
        var problem = reference.Method.IsExtensionMethod || reference.Method.ReducedFrom is not null ? "an extension method takes its object as an argument: make it a method of a type"
            : reference.Instance is { Syntax: BaseExpressionSyntax } ? "it is called past the type's own: call the type's own"
            : null;
        foreach (var argument in call.Arguments.Where(argument => argument != given && argument.ArgumentKind == ArgumentKind.Explicit))
        {
            var value = Unwrapped(argument.Value);
            switch (argument.Parameter!.Name)
            {
                case "name" when value.ConstantValue is { HasValue: true }:
                    name = value.ConstantValue.Value as string;
                    break;
                case "description" when value.ConstantValue is { HasValue: true }:
                    description = value.ConstantValue.Value as string;
                    break;
                case "options" when value is IObjectCreationOperation { Arguments.Length: 0 } options:
                    foreach (var set in options.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
                    {
                        var property = (set.Target as IPropertyReferenceOperation)?.Property.Name;
                        if (property == "Name" && set.Value.ConstantValue is { HasValue: true, Value: string named }) name = named;
                        else if (property == "Description" && set.Value.ConstantValue is { HasValue: true, Value: string said }) description = said;
                        else problem ??= $"`{property}` of its options has no counterpart in [Tool]";
                    }

                    break;
                default:
                    if (value.ConstantValue is not { HasValue: true, Value: null }) problem ??= $"its argument `{argument.Parameter.Name}` has no counterpart in [Tool]";
                    break;
            }
        }

        var target = reference.Method.IsStatic ? null : (ExpressionSyntax?)(reference.Instance is { IsImplicit: false, Syntax: ExpressionSyntax written } ? written : Microsoft.CodeAnalysis.CSharp.SyntaxFactory.ThisExpression());
        return new(given.Value.Syntax, reference.Method, target, name, description, problem);
    }

    private static IOperation Unwrapped(IOperation value) => value is IConversionOperation conversion ? Unwrapped(conversion.Operand) : value;
}
