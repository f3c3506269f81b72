using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Taint;

/// <summary>What must not be reached.</summary>
internal sealed record Sink(Danger Danger, FindingDescriptor Finding, Func<SinkSite, bool>? When)
{
    /// <summary>Told in place of <see cref="Finding"/> where what arrives comes from here.</summary>
    public (Source Source, FindingDescriptor Finding)? From { get; init; }

    /// <summary>What must come from somebody else as well, such as where the data that arrive are sent.</summary>
    public (Func<SinkSite, Value> Value, Danger Danger)? Also { get; init; }

    /// <summary>What of the call arrives; null: the argument itself.</summary>
    public Func<SinkSite, Value>? Arrives { get; init; }

    /// <summary>The arguments, <c>this</c> among them, that <see cref="When"/> asks for and no others: where one of them came from a caller, it is asked again there; none: it is not.</summary>
    public ImmutableArray<string> DecidedBy { get; init; } = [];

    /// <summary>That what arrives is read from there by the call itself; null: the arguments arrive.</summary>
    public Source? Reads { get; init; }

    public FindingDescriptor FindingOf(Atom root) => this.From is { } from && root is SourceAtom source && source.Source == from.Source ? from.Finding : this.Finding;

    /// <summary>Reached by being compared: harmless where what it is compared with was listed here.</summary>
    public bool IsComparison { get; init; }
}

/// <summary>What an answer says of an argument.</summary>
internal sealed record Check(Danger Danger, string Subject, bool Outcome, Func<SinkSite, bool>? When)
{
    /// <summary>Where what is gone hangs on the call.</summary>
    public Func<SinkSite, Danger>? Judge { get; init; }

    public Danger Of(SinkSite call) => this.Judge is { } judge ? judge(call) : this.Danger;
}

/// <summary>What is known of one member of a library.</summary>
internal sealed record MemberModel(
    ImmutableArray<(Sink Sink, string[] Parameters)> Sinks, ImmutableArray<(Source Source, Func<SinkSite, bool>? When)> Sources, Danger Clears, ImmutableArray<Check> Checks, ImmutableArray<Check> Ensured, ImmutableArray<Check> ClearsWhen, bool IsLookup, bool IsSilent)
{
    /// <summary>What a result loses, told of the call.</summary>
    public ImmutableArray<Func<SinkSite, Danger>> Lost { get; init; } = [];

    /// <summary>What must not be compared with it.</summary>
    public Sink? Compared { get; init; }

    /// <summary>Whether it calls, by names that stand in what it reads, the methods of the objects that it holds.</summary>
    public bool AsksByName { get; init; }

    public static readonly MemberModel Nothing = new([], [], Danger.None, [], [], [], false, false);

    /// <summary>Who wrote the member's result at a call; null: nobody else.</summary>
    public Source? SourceAt(Func<SinkSite> site)
    {
        for (var i = this.Sources.Length - 1; i >= 0; i--)
            if (this.Sources[i].When is not { } when || when(site())) return this.Sources[i].Source;
        return null;
    }
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
    /// <summary>The member that the receiver was read from, such as <c>ArgumentList</c>; null where it is not known.</summary>
    public string? Part => this.Receiver.Of?.Part ?? this.Field?.Name;

    /// <summary>What the receiver was read from, where that is known; else the receiver.</summary>
    public Value Whole => this.Field is { } read ? Value.Of1(new(read.Parent, Danger.All, null)) : this.Receiver;

    /// <summary>The receiver alone, without what else it may be made of.</summary>
    public Value Own => this.Field is { } read ? Value.Of1(new(read, Danger.All, null)) : this.Receiver;

    private FieldAtom? Field => this.Receiver.Flows.Select(flow => flow.Atom).OfType<FieldAtom>().FirstOrDefault();

    /// <summary>The field that holds the name of an object that a library keeps ready.</summary>
    public const string ReadyName = "<name>";

    public Value this[string parameter] => parameter == "this" ? this.Receiver : this.Arguments.TryGetValue(parameter, out var value) ? value : Value.None;

    /// <summary>Whether a method of a type that is written here, null for any that others can call, lets do danger what it is asked with.</summary>
    public Func<INamedTypeSymbol, string?, Danger, bool> Opens { get; init; } = (_, _, _) => false;

    /// <summary>The types of the objects made here that a value is or holds.</summary>
    public ImmutableArray<INamedTypeSymbol> Types(Value value) => [.. this.Deep(value).Flows.Select(flow => (flow.Atom as ObjectAtom)?.Type).OfType<INamedTypeSymbol>()];

    /// <summary>The argument's constant text; null where it is none.</summary>
    public string? Text(string parameter) => this[parameter].Constant as string;

    /// <summary>The constant that stands in a property of an argument; null where it is none or not known.</summary>
    public object? Property(string parameter, string property)
    {
        var made = this[parameter].Flows.Where(flow => flow.Atom is ObjectAtom).ToImmutableArray();
        return this.Reader(made.IsEmpty ? this[parameter] : this[parameter].WithFlows(made), property).Constant;
    }

    /// <summary>Each of the objects that an argument may be, alone.</summary>
    public ImmutableArray<Value> Objects(string parameter) => [.. this[parameter].Flows.Where(flow => flow.Atom is ObjectAtom).Select(Value.Of1)];

    /// <summary>Whether a property of an argument was given an object.</summary>
    public bool Has(string parameter, string property) => !this.Reader(this[parameter], property).Flows.All(flow => flow.Atom is FieldAtom);

    /// <summary>Whether an argument is, or holds, an object of this type that was made here.</summary>
    public bool Holds(string parameter, string type) => this.Deep(this[parameter]).Flows.Any(flow => flow.Atom is ObjectAtom { Type: { } made } && made.IsA(type));

    /// <summary>Whether a value is, or holds, the object that a library keeps ready under this name.</summary>
    public bool HoldsReady(Value value, string name) => this.Deep(value).Flows.Any(flow => flow.Atom is ObjectAtom && this.Reader(Value.Of1(flow), ReadyName).Constant is string known && known == name);

    /// <summary>Whether somebody else can still decide what the argument does there.</summary>
    public bool CanBe(string parameter, Danger danger) => this.Deep(this[parameter]).Flows.Any(flow => flow.Atom is not ObjectAtom and not FunctionAtom && (flow.Danger & danger) != Danger.None && !IsOwn(flow.Atom));

    /// <summary>What the tool itself holds.</summary>
    private static bool IsOwn(Atom atom)
    {
        while (atom is FieldAtom field) atom = field.Parent;
        return atom is InputAtom { Root: INamedTypeSymbol or IFieldSymbol or IPropertySymbol };
    }
}
