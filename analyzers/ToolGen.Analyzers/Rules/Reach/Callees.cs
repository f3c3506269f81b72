using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ToolGen.Analyzers.Rules.Reach;

/// <summary>What one operation makes run, or hands on to be run.</summary>
internal static class Callees
{
    public static IEnumerable<ISymbol> Of(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation call: yield return call.TargetMethod; break;
            case IObjectCreationOperation { Constructor: { } constructor }: yield return constructor; break;
            case IMethodReferenceOperation reference: yield return reference.Method; break;
            case IFieldReferenceOperation { Field.IsConst: false } field: yield return field.Field; break;
            case IPropertyReferenceOperation property:
                yield return property.Property;
                foreach (var accessor in Accessors(property)) yield return accessor;
                break;
            case IEventAssignmentOperation { EventReference: IEventReferenceOperation { Event: { } one } }:
                if (one.AddMethod is { } add) yield return add;
                break;
            case IBinaryOperation { OperatorMethod: { } method }: yield return method; break;
            case IUnaryOperation { OperatorMethod: { } method }: yield return method; break;
            case IConversionOperation { OperatorMethod: { } method }: yield return method; break;
            case IForEachLoopOperation loop:
                if (Member(loop.Collection.Type, "GetEnumerator") is { } enumerator) yield return enumerator;
                break;
            case IUsingOperation { Resources: { } resources }:
                foreach (var local in resources.DescendantsAndSelf().OfType<IVariableDeclaratorOperation>())
                    foreach (var name in new[] { "Dispose", "DisposeAsync" })
                        if (Member(local.Symbol.Type, name) is { } dispose) yield return dispose;
                break;
        }
    }

    private static IEnumerable<ISymbol> Accessors(IPropertyReferenceOperation property)
    {
        var isTarget = property.Parent is IAssignmentOperation assignment && assignment.Target == property;
        if (property.Property.GetMethod is { } get && (!isTarget || property.Parent is not ISimpleAssignmentOperation)) yield return get;
        if (property.Property.SetMethod is { } set && (isTarget || property.Parent is IIncrementOrDecrementOperation)) yield return set;
    }

    private static IMethodSymbol? Member(ITypeSymbol? type, string name)
    {
        for (; type is not null && type.DeclaringSyntaxReferences.Length > 0; type = type.BaseType)
            if (type.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(one => one.Parameters.Length == 0) is { } found) return found;
        return null;
    }
}
