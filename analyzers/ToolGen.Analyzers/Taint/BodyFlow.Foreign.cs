using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ToolGen.Analyzers.Taint;

/// <summary>Calls of libraries, whose bodies are not read: what the model says of them, and else the cautious guess that all that goes in may come out.</summary>
internal sealed partial class BodyFlow
{
    private Value CallForeign(
        IMethodSymbol method, MemberModel model, IOperation site, Value receiver, IOperation? instance, ImmutableArray<Value> arguments, ImmutableArray<IOperation> operations)
    {
        var facts = this.CheckFacts(method, model, receiver, instance, arguments, operations);
        this.LearnFromParsing(method, arguments, operations);
        this.LearnFromValidation(method, arguments, operations);
        foreach (var ensured in model.Ensured)
            if (method.Parameters.FirstOrDefault(parameter => parameter.Name == ensured.Subject) is { } checkedOne && checkedOne.Ordinal < operations.Length && operations[checkedOne.Ordinal] is { } subject)
                foreach (var fact in this.About(subject, arguments[checkedOne.Ordinal], ensured.Danger)) this.Learn(this.state, fact);
        var answered = this.Answer(method, model, site, receiver, instance, arguments, operations);
        if (!model.ClearsWhen.IsEmpty)
        {
            var call = this.SiteOf(method, receiver, arguments);
            answered = model.ClearsWhen.Where(clear => clear.When!(call)).Aggregate(answered, (value, clear) => value.Without(clear.Danger));
        }

        answered = answered.Without(model.Clears | this.Lost(method, model, receiver, arguments)).Keep(TypeDanger.Of(method.ReturnType));
        return method.ReturnType.SpecialType == SpecialType.System_Boolean || model.Checks.IsEmpty ? answered.WithFacts(facts) : this.Successful(site, answered, facts);
    }

    private Danger Lost(IMethodSymbol method, MemberModel model, Value receiver, ImmutableArray<Value> arguments)
    {
        if (model.Lost.IsEmpty) return Danger.None;
        var call = this.SiteOf(method, receiver, arguments);
        return model.Lost.Aggregate(Danger.None, (lost, one) => lost | one(call));
    }

    private Value Cloned(IOperation site, Value receiver)
    {
        var made = this.New(site);
        foreach (var flow in receiver.Flows)
            foreach (var field in this.state.FieldsOf(flow.Atom)) this.Store(made, field.Key, field.Value);
        return made;
    }

    /// <summary>An answer whose <c>Success</c> says what was found out.</summary>
    private Value Successful(IOperation site, Value answered, Facts facts)
    {
        var made = this.New(site);
        this.StoreInto(made, this.Deep(answered).Blurred);
        this.state.Set(new(made.Flows[0].Atom, "Success"), Value.None.WithFacts(facts));
        return made;
    }

    private Value Answer(
        IMethodSymbol method, MemberModel model, IOperation site, Value receiver, IOperation? instance, ImmutableArray<Value> arguments, ImmutableArray<IOperation> operations)
    {
        var isStatic = method.IsStatic && !method.IsExtensionMethod;
        // The first argument of an extension method is what it is called on.
        var subject = isStatic ? Value.None : method.IsExtensionMethod ? arguments[0] : receiver;
        var functions = this.RunGiven(site, subject, arguments, operations);
        this.RunObjects(method, site, subject, arguments);
        if (model.SourceAt(() => this.SiteOf(method, receiver, arguments)) is { } source)
        {
            // How much was read, or the code of one character, sizes nothing.
            var read = this.FromOutside(site.Syntax, source, null);
            if (method.ReturnType.SpecialType != SpecialType.System_String && TypeDanger.IsNumber(method.ReturnType)) read = read.Without(Danger.Amount);
            this.FillOutputs(method, read, subject, arguments, operations, site);
            if (method.ReturnsVoid || !subject.IsClean && !method.IsExtensionMethod && method.Parameters.Any(parameter => parameter.Type is IArrayTypeSymbol || parameter.Type.Name is "Memory" or "Span"))
                foreach (var argument in arguments) this.StoreInto(argument, read);
            return read.Keep(TypeDanger.Of(method.ReturnType));
        }

        if (model.IsSilent) return Value.None;
        if (method is { Name: "Clone" or "MemberwiseClone", Parameters.IsEmpty: true } && receiver.Flows.Any(flow => flow.Atom is ObjectAtom)) return this.Cloned(site, receiver);
        if (model.IsLookup)
        {
            var held = this.Elements(subject);
            this.FillOutputs(method, held, Value.None, [], operations, site);
            return Value.Mix(held, method.Name == "GetValueOrDefault" && arguments.Length > 1 ? arguments[arguments.Length - 1] : Value.None);
        }

        this.FillOutputs(method, null, subject, arguments, operations, site);
        if (LibraryText.Of(method, receiver, arguments, this.Scalar) is { } text) return this.WithPathOrigin(method, text, operations);
        if (!isStatic && !method.IsExtensionMethod) this.Keep(method, receiver, arguments);
        this.Pour(method, receiver, arguments);
        if (method.ReturnsVoid || method.ReturnType.SpecialType == SpecialType.System_Boolean) return Value.None;
        if (CountsOnly(method)) return Value.None;
        // What is opened is no part of its name.
        if (method.IsStatic && !method.IsExtensionMethod && IsWritten(method.ReturnType) && !method.Parameters.Any(parameter => IsWritten(parameter.Type))) return this.Holding(site, arguments);
        if (functions is { } made && Replaces(method.Name)) return this.Collected(site, made);
        if (Narrows(method.Name) && (functions is not null || operations.Any(operation => this.GroupOf(operation) is not null))) return this.Narrowed(site, subject, arguments, operations);
        var outside = this.IsAnsweredElsewhere(method) ? this.FromOutside(site.Syntax, Source.Network, null).Keep(TypeDanger.Of(method.ReturnType)) : Value.None;
        var answer = Value.Mix(arguments.Append(receiver).Append(functions ?? Value.None).Append(outside).Where(value => value.Flows.Length > 0));
        if (method.ReturnType.SpecialType == SpecialType.System_String || method.ReturnType.IsValueType) return this.Deep(answer);
        if (IsSame(method.Name)) return subject.IsClean ? answer : subject;
        if (engine.Model.IsConfigured(method.ReturnType) && !answer.Flows.Any(flow => flow.Atom is ObjectAtom)) answer = Value.Mix(answer, this.New(site));
        // A part that a maker hands out: the maker and what it was asked with.
        return answer.Flows.All(flow => flow.Atom is ObjectAtom or FunctionAtom) && !ReturnsElement(method) ? answer : Value.Mix(answer, this.Elements(subject));
    }

    // An interface of this project that nobody implements here, and whose answer is awaited for as long as the caller likes: a queue, a store, a service.
    private bool IsAnsweredElsewhere(IMethodSymbol method) =>
        method is { IsAbstract: true, ContainingType.TypeKind: TypeKind.Interface, ReturnType: INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.Length: 1 } }
        && SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, engine.Bodies.Compilation.Assembly)
        && method.Parameters.Any(parameter => parameter.Type.Is("System.Threading.CancellationToken"));

    private static bool ReturnsElement(IMethodSymbol method) => method.OriginalDefinition.ReturnType is ITypeParameterSymbol;

    private static bool IsSame(string name) => name is "ConfigureAwait" or "GetAwaiter" or "GetResult" or "AsTask" or "AsReadOnly" or "WithCancellation" or "GetEnumerator" or "GetAsyncEnumerator" or "ToArray" or "ToList" or "AsEnumerable" or "OrderBy" or "Take" or "Skip" or "Distinct" or "Reverse" or "AsSpan" or "AsMemory";

    private static bool CountsOnly(IMethodSymbol method) =>
        method.Name is "IndexOf" or "LastIndexOf" or "IndexOfAny" or "Count" or "LongCount" or "CountAsync" or "CompareTo" or "Compare" or "CompareOrdinal" or "GetHashCode" or "BinarySearch" or "FindIndex" or "IndexOfAnyExcept" or "GetByteCount" or "GetLength"
        || method.ContainingType.Is("System.Math") && method.Name is "Sign";

    private static bool Replaces(string name) => name.StartsWith("Select", StringComparison.Ordinal) || name is "ConvertAll" or "Aggregate" or "Zip" or "Run" or "StartNew" or "Create" or "ContinueWith" or "ToDictionary" or "GetOrAdd";

    private static bool Narrows(string name) =>
        name is "Where" or "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" or "Last" or "LastOrDefault" or "Find" or "FindAll" or "TakeWhile" or "FindLast";

    /// <summary>What a caller's functions answer when a library runs them on what it was given; null where it was given none.</summary>
    private Value? RunGiven(IOperation site, Value subject, ImmutableArray<Value> arguments, ImmutableArray<IOperation> operations)
    {
        foreach (var operation in operations)
            if (this.GroupOf(operation) is { Instance: { } owner } group && !group.Method.ContainingType.IsReadOnly) this.RunGroup(group, this.Eval(owner), subject);
        var made = this.RunLibrary(site, subject, operations);
        foreach (var argument in arguments)
        {
            if (!argument.Flows.Any(flow => flow.Atom is FunctionAtom)) continue;
            var others = arguments.Where(other => other != argument).Append(subject).Where(other => !other.Flows.Any(flow => flow.Atom is FunctionAtom)).ToArray();
            var given = Value.Mix(others.Concat(others.Select(this.Elements)).Append(made ?? Value.None));
            foreach (var flow in argument.Flows)
            {
                if (flow.Atom is not FunctionAtom function) continue;
                var element = others.All(other => ReferenceEquals(other, subject)) && made is null && TakesOneText(function.Body) && subject.Allowed is { } allowed ? given.Within(allowed) : given;
                var inputs = function.Body.Parameters.Select(parameter => element.Keep(TypeDanger.Of(parameter.Type))).ToImmutableArray();
                var outer = this.choosesFromListed;
                this.choosesFromListed |= subject.Flows.Any(one => one.Atom is ObjectAtom { Site: ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or CollectionExpressionSyntax or InitializerExpressionSyntax or BaseObjectCreationExpressionSyntax });
                var answer = this.Invoke(argument.WithFlows([flow]), inputs, site);
                this.choosesFromListed = outer;
                made = made is null ? answer : Value.Mix(made, answer);
            }
        }

        return made;
    }

    // Given the elements one by one, and not what was made of those before: it sees only what each is made of.
    private static bool TakesOneText(Body function) => function.Parameters.Count(parameter => parameter.Type.SpecialType is SpecialType.System_String or SpecialType.System_Object) == 1;

    /// <summary>A library's method that is run on each element, in their order where that is known.</summary>
    private void RunGroup(IMethodReferenceOperation group, Value receiver, Value subject)
    {
        if (group.Method.Parameters is not [{ } parameter]) return;
        var isOrdered = subject.Flows.Length == 1 && this.state[new(subject.Flows[0].Atom, "[0]")] is not null;
        for (var i = 0; i < (isOrdered ? MostOrdered : 1); i++)
        {
            var field = "[" + i.ToString(System.Globalization.CultureInfo.InvariantCulture) + "]";
            if (isOrdered && this.state[new(subject.Flows[0].Atom, field)] is null) break;
            var element = isOrdered ? this.Load(subject, field) : Value.Mix(subject, this.Elements(subject));
            this.CallMember(group.Method, group, receiver, group.Instance, [element.Keep(TypeDanger.Of(parameter.Type))], []);
        }
    }

    /// <summary>The same of a library's function that is handed over by its name.</summary>
    private Value? RunLibrary(IOperation site, Value subject, ImmutableArray<IOperation> operations)
    {
        Value? made = null;
        foreach (var operation in operations)
        {
            if (operation is not IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: { IsStatic: true } method } } || IsSource(method) || method.Parameters.IsEmpty) continue;
            var given = Value.Mix(subject, this.Elements(subject));
            var inputs = method.Parameters.Select(parameter => parameter.Ordinal == 0 ? given : Value.None).ToImmutableArray();
            var answer = this.CallForeign(method, engine.Model.Of(method), site, Value.None, null, inputs, []).WithFacts(Facts.None);
            made = made is null ? answer : Value.Mix(made, answer);
        }

        return made;
    }

    private Value Collected(IOperation site, Value elements)
    {
        var list = this.New(site);
        this.StoreInto(list, elements);
        return Value.Mix(list, elements);
    }

    /// <summary>What a filter lets through: the elements, less what its function checks.</summary>
    private Value Narrowed(IOperation site, Value subject, ImmutableArray<Value> arguments, ImmutableArray<IOperation> operations)
    {
        var cleared = Danger.All;
        var isFound = false;
        foreach (var flow in arguments.SelectMany(argument => argument.Flows))
        {
            if (flow.Atom is not FunctionAtom { Body: { Parameters.Length: > 0 } filter }) continue;
            isFound = true;
            var facts = engine.Summarize(filter, Context.Any, cancellation).Returned.Facts.WhenTrue ?? [];
            var parameter = filter.Parameters[0];
            cleared &= facts.Where(fact => parameter.Equals(fact.Key.Head as ISymbol, SymbolEqualityComparer.Default) && fact.Key.Field is null).Aggregate(Danger.None, (all, fact) => all | fact.Cleared);
        }

        foreach (var operation in operations)
        {
            if (this.GroupOf(operation) is not { } group) continue;
            isFound = true;
            cleared &= this.HoldsOfEach(group, true);
        }

        var elements = this.Elements(subject);
        if (!isFound || cleared == Danger.None) return subject.Allowed is { } allowed ? Value.Mix(subject, elements).Within(allowed) : Value.Mix(subject, elements);
        return this.Collected(site, elements.Without(cleared));
    }

    /// <summary>What a library's object keeps of a call: of text it may be all, of a number nothing.</summary>
    private void Keep(IMethodSymbol method, Value receiver, ImmutableArray<Value> arguments)
    {
        if (method.ContainingType.SpecialType == SpecialType.System_String || method.ContainingType.IsReadOnly) return;
        if (method.Name is "Contains" or "ContainsKey" or "Equals" or "Remove" or "StartsWith" or "EndsWith" or "IsMatch" || method.Name.StartsWith("Get", StringComparison.Ordinal) || method.Name.StartsWith("TryGet", StringComparison.Ordinal)) return;
        if (method.Name == "Add" && arguments.Length == 1) this.Order(receiver, arguments[0]);
        this.StoreInto(receiver, Value.Mix(arguments.Where(argument => !argument.Flows.All(flow => flow.Atom is FunctionAtom))));
    }

    /// <summary><c>Validator.ValidateObject</c> throws where the attributes of the members do not hold.</summary>
    private void LearnFromValidation(IMethodSymbol method, ImmutableArray<Value> arguments, ImmutableArray<IOperation> operations)
    {
        if (method.Name != "ValidateObject" || !method.ContainingType.Is("System.ComponentModel.DataAnnotations.Validator")) return;
        var instance = operations[0] is IConversionOperation conversion ? conversion.Operand : operations[0];
        foreach (var member in instance?.Type?.GetMembers().OfType<IPropertySymbol>() ?? [])
            foreach (var flow in arguments[0].Flows)
                if (Enforced.Of(member) is var cleared and not Danger.None) this.Learn(this.state, new(new(flow.Atom, member.Name), cleared));
    }

    /// <summary>What is given a writer or a stream to write to writes there all else that it has.</summary>
    private void Pour(IMethodSymbol method, Value receiver, ImmutableArray<Value> arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i].IsClean || !IsWritten(method.Parameters[i].Type)) continue;
            this.StoreInto(arguments[i], this.Deep(Value.Mix(arguments.Where((_, other) => other != i).Append(receiver))));
        }
    }

    private Value Holding(IOperation site, ImmutableArray<Value> arguments)
    {
        var made = this.New(site);
        this.StoreInto(made, Value.Mix(arguments));
        return made;
    }

    private static bool IsWritten(ITypeSymbol type) =>
        type.IsA("System.IO.Stream") || type.IsA("System.IO.TextWriter") || type.IsA("System.Text.StringBuilder") || type.IsA("System.Buffers.IBufferWriter`1") || type.IsA("System.Xml.XmlWriter");

    private void FillOutputs(IMethodSymbol method, Value? read, Value subject, ImmutableArray<Value> arguments, ImmutableArray<IOperation> operations, IOperation site)
    {
        for (var i = 0; i < method.Parameters.Length; i++)
        {
            var parameter = method.Parameters[i];
            if (parameter.RefKind is not (RefKind.Out or RefKind.Ref) || i >= operations.Length || operations[i] is not { } target) continue;
            var value = read ?? this.Deep(Value.Mix(arguments.Append(subject))).Blurred;
            value = value.Keep(AsRead(method, parameter.Type));
            // A parsed address is a view of its text: what is found out of it holds of the text.
            if (parameter.Type.Is("System.Uri") && operations.FirstOrDefault(one => one?.Type?.SpecialType == SpecialType.System_String) is { } text && this.KeyOf(text) is { } key) value = value.PartOf(key, "same");
            this.Assign(target, value, site);
        }
    }

    /// <summary>A byte that was parsed is a number, no part of a text.</summary>
    private static Danger AsRead(IMethodSymbol method, ITypeSymbol type) => method.Name.StartsWith("TryParse", StringComparison.Ordinal) && type.SpecialType is SpecialType.System_Byte or SpecialType.System_SByte ? Danger.Amount : TypeDanger.Of(type);

    private Value WithPathOrigin(IMethodSymbol method, Value text, ImmutableArray<IOperation> operations)
    {
        if (method.ContainingType.Is("System.IO.Path") && method.Name == "GetRelativePath" && operations.Length > 1 && this.KeyOf(operations[1]) is { } full) return text.PartOf(full, "relative");
        return text;
    }
}
