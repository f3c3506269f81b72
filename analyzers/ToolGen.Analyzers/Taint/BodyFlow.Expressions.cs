using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ToolGen.Analyzers.Taint;

/// <summary>What expressions are worth.</summary>
internal sealed partial class BodyFlow
{
    private const int DeepestExpression = 250;

    private Value Eval(IOperation? operation)
    {
        if (operation is null) return Value.None;
        this.steps++;
        if (this.depth >= DeepestExpression || this.steps >= MostSteps)
        {
            this.isWhole = false;
            return Value.None;
        }

        this.depth++;
        try
        {
            return operation.ConstantValue is { HasValue: true, Value: { } constant } && operation is not IAssignmentOperation ? Value.Known(constant) : this.EvalKind(operation);
        }
        finally
        {
            this.depth--;
        }
    }

    private Value EvalKind(IOperation operation)
    {
        switch (operation)
        {
            case IExpressionStatementOperation statement: return this.Eval(statement.Operation);
            case ILiteralOperation { ConstantValue: { HasValue: true, Value: null } }: return Value.Null;
            case ILiteralOperation or IDefaultValueOperation or ITypeOfOperation or ISizeOfOperation or INameOfOperation: return Value.None;
            case ILocalReferenceOperation local: return this.Read(local.Local);
            case IParameterReferenceOperation parameter: return this.IsPrimary(parameter.Parameter) ? this.WithSecret(this.ReadParameter(parameter.Parameter), this.This(), parameter.Parameter.Name, parameter.Parameter.Type, parameter) : this.ReadParameter(parameter.Parameter);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }: return this.This();
            case IFieldReferenceOperation field: return this.EvalField(field);
            case IPropertyReferenceOperation property: return this.EvalProperty(property);
            case IArrayElementReferenceOperation element: return this.EvalElement(element);
            case IFlowCaptureOperation capture: return this.EvalCapture(capture);
            case IFlowCaptureReferenceOperation reference: return this.EvalCaptured(reference);
            case IAssignmentOperation assignment: return this.EvalAssignment(assignment);
            case IIncrementOrDecrementOperation increment: return this.EvalIncrement(increment);
            case IBinaryOperation binary: return this.EvalBinary(binary);
            case IUnaryOperation unary: return this.EvalUnary(unary);
            case IInterpolatedStringOperation text: return this.Concat(text.Parts.Select(this.EvalPart).ToImmutableArray());
            case IInterpolatedStringHandlerCreationOperation handler: return this.EvalHandler(handler);
            case IConversionOperation conversion: return this.EvalConversion(conversion);
            case IInvocationOperation call: return this.EvalCall(call);
            case IObjectCreationOperation creation: return this.EvalCreation(creation);
            case IAnonymousObjectCreationOperation anonymous: return this.EvalInitialized(this.New(anonymous), anonymous.Initializers);
            case IObjectOrCollectionInitializerOperation initializer: return this.EvalInitialized(this.Eval(initializer), initializer.Initializers);
            case IArrayCreationOperation array: return this.EvalArray(array);
            case ICollectionExpressionOperation collection: return this.EvalCollection(collection);
            case ISpreadOperation spread: return this.Elements(this.Eval(spread.Operand));
            case ITupleOperation tuple: return this.EvalTuple(tuple);
            case IWithOperation with: return this.EvalWith(with);
            case IAwaitOperation wait: return this.Eval(wait.Operation);
            case IDelegateCreationOperation creation: return this.Eval(creation.Target);
            case IFlowAnonymousFunctionOperation lambda: return this.EvalLambda(lambda);
            case IMethodReferenceOperation method: return this.EvalMethodGroup(method);
            case IIsPatternOperation pattern: return this.EvalIsPattern(pattern);
            case IIsNullOperation isNull: return Value.None.WithFacts(this.Eval(isNull.Operand).Facts.Not);
            case IDeclarationExpressionOperation declaration: return this.Eval(declaration.Expression);
            case IReturnOperation answer: return this.EvalYield(answer);
            case IDynamicMemberReferenceOperation member: return this.Eval(member.Instance).Blurred;
            case ITranslatedQueryOperation query: return this.Eval(query.Operation);
            default:
                if (operation.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.StackAllocArrayCreationExpressionSyntax)
                    foreach (var size in operation.ChildOperations) this.CheckAmount(engine.Model.ArraySize, this.Eval(size), operation.Syntax, "stackalloc");
                return Value.Mix(operation.ChildOperations.Select(this.Eval).ToArray()).Keep(TypeDanger.Of(operation.Type));
        }
    }

    private Value EvalCapture(IFlowCaptureOperation capture)
    {
        this.captures[capture.Id] = capture.Value;
        var value = this.Eval(capture.Value);
        if (capture.Value.Type?.SpecialType == SpecialType.System_Boolean) value = value.WithFacts(value.Facts.With(this.state.Held));
        this.state.Set(new(capture.Id), value);
        return Value.None;
    }

    private Value EvalCaptured(IFlowCaptureReferenceOperation reference)
    {
        // What was captured to be written to may be a place that a check has narrowed since.
        if (this.captures.TryGetValue(reference.Id, out var source) && source is ILocalReferenceOperation or IParameterReferenceOperation && this.KeyOf(source) is { } key && this.state[key] is { } narrowed
            && this.state[new(reference.Id)] is { } captured && narrowed.Flows.Length == captured.Flows.Length && (narrowed.Danger & ~captured.Danger) == Danger.None) return narrowed;
        return this.state[new(reference.Id)] ?? Value.None;
    }

    private Value EvalBinary(IBinaryOperation binary)
    {
        if (binary.OperatorMethod is { } method && binary.Type?.SpecialType is not (SpecialType.System_String or SpecialType.System_Boolean))
        {
            Value left = this.Eval(binary.LeftOperand), right = this.Eval(binary.RightOperand);
            return this.CallMember(method, binary, Value.None, null, [left, right], [binary.LeftOperand, binary.RightOperand]);
        }

        if (binary is { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String }) return this.EvalConcat(binary);
        var a = this.Eval(binary.LeftOperand);
        var b = this.Eval(binary.RightOperand);
        if (binary.Type?.SpecialType == SpecialType.System_Boolean) return this.Comparison(binary, a, b);
        if (binary.OperatorKind is BinaryOperatorKind.Remainder or BinaryOperatorKind.And && b.IsClean) return Value.None;
        return Value.Mix(a, b).Keep(TypeDanger.Of(binary.Type));
    }

    /// <summary>A chain of <c>+</c> is as deep as it is long: its parts are collected in a loop.</summary>
    private Value EvalConcat(IBinaryOperation binary)
    {
        var parts = ImmutableArray.CreateBuilder<IOperation>();
        IOperation left = binary;
        while (left is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String, ConstantValue.HasValue: false } chain)
        {
            parts.Add(chain.RightOperand);
            left = chain.LeftOperand;
        }

        parts.Add(left);
        parts.Reverse();
        return this.Concat([.. parts.Select(this.AsText)]);
    }

    private Value EvalPart(IInterpolatedStringContentOperation part) => part switch
    {
        IInterpolatedStringTextOperation text => Value.Known((text.Text as ILiteralOperation)?.ConstantValue.Value),
        IInterpolationOperation hole => this.AsText(hole.Expression),
        IInterpolatedStringAppendOperation append => Value.Mix(append.ChildOperations.Select(this.Eval).ToArray()),
        _ => Value.None,
    };

    private Value EvalHandler(IInterpolatedStringHandlerCreationOperation handler) =>
        handler.Content is IInterpolatedStringOperation text ? this.Concat([.. text.Parts.Select(this.EvalHandled)]) : this.Deep(this.Eval(handler.Content));

    private Value EvalHandled(IInterpolatedStringContentOperation part) =>
        part is IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments.Length: > 0 } append } ? this.AsText(append.Arguments[0].Value) : this.EvalPart(part);

    /// <summary>As text: what its own ToString gives, where it has one; else all it holds.</summary>
    private Value AsText(IOperation operation)
    {
        var value = this.Eval(operation);
        while (operation is IConversionOperation { OperatorMethod: null } conversion) operation = conversion.Operand;
        // A byte is written as its digits.
        if (operation.Type?.SpecialType is SpecialType.System_Byte or SpecialType.System_SByte) return value.Keep(Danger.Amount);
        if (operation.Type is not INamedTypeSymbol { SpecialType: SpecialType.None } type || !type.Locations.Any(location => location.IsInSource)) return this.Scalar(value);
        var own = type.GetMembers("ToString").OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.IsEmpty && !method.IsImplicitlyDeclared);
        return own is null ? this.Scalar(value) : this.CallMember(own, operation, value, operation, [], []);
    }

    /// <summary>As text: an object stands for all it holds.</summary>
    private Value Scalar(Value value) => value.Flows.Any(flow => flow.Atom is ObjectAtom) ? this.Deep(value) : value;

    private Value Concat(ImmutableArray<Value> parts) => TextFlow.Concat(parts);

    private Value EvalUnary(IUnaryOperation unary)
    {
        var value = this.Eval(unary.Operand);
        if (unary.OperatorKind == UnaryOperatorKind.Not && unary.Type?.SpecialType == SpecialType.System_Boolean) return Value.None.WithFacts(value.Facts.Not);
        return value.Blurred.Keep(TypeDanger.Of(unary.Type));
    }

    private Value EvalConversion(IConversionOperation conversion)
    {
        var value = this.Eval(conversion.Operand);
        // A text as a span is the same text.
        if (conversion.OperatorMethod is { Name: "op_Implicit" } && conversion.Operand.Type?.SpecialType == SpecialType.System_String && conversion.Type.Is("System.ReadOnlySpan`1")) return value;
        if (conversion.OperatorMethod is { } method) return this.CallMember(method, conversion, Value.None, null, [value], [conversion.Operand]);
        var kept = TypeDanger.Of(conversion.Type);
        return kept == Danger.All || conversion.Type?.SpecialType == SpecialType.System_Boolean ? value : value.Keep(kept);
    }

    private Value EvalIncrement(IIncrementOrDecrementOperation increment)
    {
        var value = this.Eval(increment.Target).Blurred;
        this.Assign(increment.Target, value, increment);
        return value;
    }

    private Value EvalYield(IReturnOperation answer)
    {
        var value = this.Eval(answer.ReturnedValue);
        if (answer.Kind != OperationKind.YieldReturn) return value;
        this.CheckAnswer(value, answer.Syntax);
        var list = Value.Of1(new(new ObjectAtom(body.Graph.OriginalOperation.Syntax, null, null), Danger.All, null));
        this.Store(list, "[]", value);
        this.returned = this.returned is null ? list : Value.Join(this.returned, list);
        return Value.None;
    }

    private Value EvalIsPattern(IIsPatternOperation pattern)
    {
        var value = this.Eval(pattern.Value);
        this.Bind(pattern.Pattern, value);
        if (pattern.Pattern is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } }) return Value.None.WithFacts(value.Facts.Not);
        if (pattern.Pattern is INegatedPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } }) return Value.None.WithFacts(value.Facts);
        return Value.None.WithFacts(this.PatternFacts(pattern.Pattern, value, this.KeyOf(pattern.Value)));
    }

    /// <summary>Gives the variables of a pattern their values.</summary>
    private void Bind(IPatternOperation pattern, Value value)
    {
        this.steps++;
        switch (pattern)
        {
            case IDeclarationPatternOperation { DeclaredSymbol: { } symbol }: this.state.Set(new(symbol), value.Keep(TypeDanger.Of((symbol as ILocalSymbol)?.Type))); break;
            case IRecursivePatternOperation recursive:
                if (recursive.DeclaredSymbol is { } declared) this.state.Set(new(declared), value);
                foreach (var property in recursive.PropertySubpatterns) this.Bind(property.Pattern, this.Member(property.Member, value));
                for (var i = 0; i < recursive.DeconstructionSubpatterns.Length; i++) this.Bind(recursive.DeconstructionSubpatterns[i], this.Load(value, "Item" + (i + 1)));
                break;
            case IListPatternOperation list:
                if (list.DeclaredSymbol is { } all) this.state.Set(new(all), value);
                foreach (var one in list.Patterns) this.Bind(one, one is ISlicePatternOperation ? value : this.Elements(value));
                break;
            case ISlicePatternOperation { Pattern: { } slice }: this.Bind(slice, value); break;
            case IBinaryPatternOperation binary:
                this.Bind(binary.LeftPattern, value);
                this.Bind(binary.RightPattern, value);
                break;
            case INegatedPatternOperation negated: this.Bind(negated.Pattern, value); break;
        }
    }

    private Value Member(IOperation member, Value receiver) => member switch
    {
        IFieldReferenceOperation field => this.Load(receiver, field.Field.Name),
        IPropertyReferenceOperation property => this.ReadProperty(property, property.Property, receiver, []),
        _ => receiver,
    };
}
