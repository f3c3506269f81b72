using ToolGen.Specification;
using ToolGen.Specification.Findings;

namespace ToolGen.Generator.Methods;

/// <summary>A method with <c>[Tool]</c>, as far as generated code depends on it: no symbols, no places; equal by value.</summary>
/// <param name="Key">The method with its parameter types; unlike every other's.</param>
/// <param name="Spec">The spec that says the same, as JSON.</param>
/// <param name="Call">How the method is called.</param>
internal sealed record MethodModel(string Key, string Spec, MethodCall Call);

/// <summary>How a method is called.</summary>
/// <param name="Target">The type or, for an instance method, the expression that gives the instance.</param>
/// <param name="Name">The method's own name, escaped where it is a keyword.</param>
/// <param name="Parameters">In order.</param>
/// <param name="Result">What comes back; null: nothing.</param>
/// <param name="IsAwaited">Whether a task comes back.</param>
/// <param name="IsStream">Whether an <c>IAsyncEnumerable</c> comes back, which is read to its end.</param>
/// <param name="IsWrapped">Whether the result is the property <c>result</c> of the output, since MCP wants an object.</param>
/// <param name="Inputs">The objects that arguments are made of.</param>
/// <param name="Outputs">The objects that the result is made of.</param>
internal sealed record MethodCall(
    string Target, string Name, EquatableArray<MethodParameter> Parameters, MethodUse? Result, bool IsAwaited, bool IsStream, bool IsWrapped,
    EquatableArray<ObjectShape> Inputs, EquatableArray<ObjectShape> Outputs);

/// <summary>A parameter.</summary>
/// <param name="Name">As written; the name in JSON.</param>
/// <param name="Expression">What is passed where the schema has no part in it, such as <c>cancellationToken</c>; else null.</param>
/// <param name="Use">Its type; null where <paramref name="Expression"/> is passed.</param>
/// <param name="Otherwise">What is passed where the argument may be left out and the schema has no default for it; null: it may not.</param>
internal sealed record MethodParameter(string Name, string? Expression, MethodUse? Use, string? Otherwise);

/// <summary>What came of reading a method: the model, or why there is none.</summary>
/// <param name="Name">The tool's name.</param>
/// <param name="Key">See <see cref="MethodModel"/>.</param>
/// <param name="Model">Null where an error stands among the findings.</param>
/// <param name="Place">Of the method's name.</param>
/// <param name="Findings">In the order of their places.</param>
internal sealed record MethodReading(string Name, string Key, MethodModel? Model, Place Place, EquatableArray<Finding> Findings);
