using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification;

namespace ToolGen.Generator.Gate;

/// <summary>The closed scope of an expression: every root name that it may begin with. Immutable, compared by value.</summary>
/// <param name="Names">Values: <c>input</c>, <c>let</c>s, what the place adds (<c>row</c>, <c>rows</c>, <c>item</c> …).</param>
/// <param name="Functions">What can be called without a receiver: <c>count</c>, <c>sum</c>, <c>date</c> …</param>
/// <param name="Types">The tool's own types; <see cref="ScopeTypes"/> are always in scope.</param>
public sealed record ExpressionScope(EquatableArray<string> Names, EquatableArray<string> Functions = default, EquatableArray<string> Types = default)
{
    /// <summary>The functions over rows; a kind without rows has its own use for such names.</summary>
    public static IReadOnlyList<string> Figures { get; } = ["count", "sum", "min", "max", "average", "first", "last"];

    /// <summary>The words that mean something in some place of some kind, and so can be no <c>let</c>, step or pattern.</summary>
    public static IReadOnlyList<string> Words { get; } =
    [
        "input", "now", "response", "items", "status", "row", "rows", "run", "file", "prev", "affected", "item", "outer", "context", "cancellationToken",
        .. Figures, "date", "hour", "day", "month", "settings", "Fail",
    ];

    /// <summary>A scope of values alone.</summary>
    public static ExpressionScope Of(params string[] names) => new(new EquatableArray<string>(names));

    /// <summary>The scope with more values.</summary>
    public ExpressionScope With(params string[] names) => this with { Names = this.Names.Concat(names).Distinct(StringComparer.Ordinal).ToEquatableArray() };

    /// <summary>The scope with more functions.</summary>
    public ExpressionScope WithFunctions(params string[] names) => this with { Functions = this.Functions.Concat(names).Distinct(StringComparer.Ordinal).ToEquatableArray() };

    /// <summary>The scope with more types.</summary>
    public ExpressionScope WithTypes(params string[] names) => this with { Types = this.Types.Concat(names).Distinct(StringComparer.Ordinal).ToEquatableArray() };

    internal bool HasValue(string name) => this.Names.Contains(name);

    internal bool HasType(string name) => ScopeTypes.All.ContainsKey(name) || this.Types.Contains(name);

    internal bool HasFunction(string name) => this.Functions.Contains(name);

    /// <summary>What a model is told is there: values, functions, then the tool's own types.</summary>
    internal string Describe() => string.Join(", ", this.Names.Concat(this.Functions.Select(name => name + "()")).Take(40)) + ", and the types of the tool";

    /// <summary>The name in scope that is nearest to what was written, or null.</summary>
    internal string? Nearest(string name) => ToolGen.Checks.NearMiss.Of(name, this.Names.Concat(this.Functions).Concat(this.Types).Concat(ScopeTypes.All.Keys));
}
