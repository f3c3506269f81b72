using ToolGen.Specification;

namespace ToolGen.Generator.Flows;

/// <summary>What others must know of a tool to follow values through it. Equal by value: a change of its code that changes none of it changes nothing elsewhere.</summary>
/// <param name="IsOutside">Whether what it answers comes from the world: an answer, a file, rows.</param>
/// <param name="Sinks">Its members that arrive where they can do harm.</param>
/// <param name="Passes">Its members that its answer is made of.</param>
/// <param name="Hands">Its members that it hands on to tools that it calls.</param>
internal sealed record ToolFlow(bool IsOutside = false, EquatableArray<FlowSink> Sinks = default, EquatableArray<FlowPass> Passes = default, EquatableArray<FlowHand> Hands = default);

/// <summary>A member that arrives where it can do harm.</summary>
/// <param name="Member">Dotted names in C#; empty: any.</param>
/// <param name="Harm">Which.</param>
/// <param name="Does">What the tool does with it.</param>
internal sealed record FlowSink(string Member, Harm Harm, string Does);

/// <summary>A member that the answer is made of, and what it can still harm.</summary>
internal sealed record FlowPass(string Member, Harm Harm);

/// <summary>A member that is handed on.</summary>
/// <param name="Member">Dotted names in C#.</param>
/// <param name="Harm">What it can still harm.</param>
/// <param name="Tool">The tool that gets it.</param>
/// <param name="To">Its member.</param>
internal sealed record FlowHand(string Member, Harm Harm, string Tool, string To);
