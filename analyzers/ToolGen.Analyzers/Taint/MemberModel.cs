using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Taint;

/// <summary>What must not be reached.</summary>
internal sealed record Sink(Danger Danger, FindingDescriptor Finding, Func<SinkSite, bool>? When);

/// <summary>What an answer says of an argument.</summary>
internal sealed record Check(Danger Danger, string Subject, bool Outcome, Func<SinkSite, bool>? When);

/// <summary>What is known of one member of a library.</summary>
internal sealed record MemberModel(
    ImmutableArray<(Sink Sink, string[] Parameters)> Sinks, Source? Source, Danger Clears, ImmutableArray<Check> Checks, ImmutableArray<Check> Ensured, ImmutableArray<Check> ClearsWhen, bool IsLookup, bool IsSilent)
{
    public static readonly MemberModel Nothing = new([], null, Danger.None, [], [], [], false, false);
}

/// <summary>A call as a rule's condition sees it: the member, and what is known of each argument.</summary>
/// <param name="Member">The method, or the property that is assigned.</param>
/// <param name="Receiver">What it is called on; for a static member nothing.</param>
/// <param name="Arguments">By parameter name; <c>value</c> for an assigned property.</param>
/// <param name="Reader">Reads a field of a value there.</param>
/// <param name="Deep">All that a value holds.</param>
internal sealed record SinkSite(
    ISymbol Member, Value Receiver, ImmutableDictionary<string, Value> Arguments, Func<Value, string, Value> Reader, Func<Value, Value> Deep)
{
    public Value this[string parameter] => parameter == "this" ? this.Receiver : this.Arguments.TryGetValue(parameter, out var value) ? value : Value.None;

    /// <summary>The argument's constant text; null where it is none.</summary>
    public string? Text(string parameter) => this[parameter].Constant as string;

    /// <summary>The constant that stands in a property of an argument; null where it is none or not known.</summary>
    public object? Property(string parameter, string property) => this.Reader(this[parameter], property).Constant;

    /// <summary>Whether somebody else can still decide what the argument does there.</summary>
    public bool CanBe(string parameter, Danger danger) => this.Deep(this[parameter]).Flows.Any(flow => flow.Atom is not ObjectAtom and not FunctionAtom && (flow.Danger & danger) != Danger.None);
}
