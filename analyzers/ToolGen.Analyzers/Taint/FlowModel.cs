using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Taint;

/// <summary>What is known of the members of libraries: which are dangerous to reach, which read from outside, which take danger away. Rules add to it.</summary>
internal sealed class FlowModel
{
    private readonly Dictionary<string, List<Entry>> entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> configured = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ISymbol, MemberModel> members = new(SymbolEqualityComparer.Default);

    /// <summary>The size of an array that is made; null: not asked for.</summary>
    public Sink? ArraySize { get; set; }

    /// <summary>The sides of an array of several dimensions; null: not asked for.</summary>
    public Sink? TableSize { get; set; }

    /// <summary>What a loop's condition compares with; null: not asked for.</summary>
    public Sink? LoopBound { get; set; }

    /// <summary>What a method calls itself with, which may be nested deep; null: not asked for.</summary>
    public Sink? Recursion { get; set; }

    /// <summary>The numbers that a method calls itself with; null: not asked for.</summary>
    public Sink? RecursionCount { get; set; }

    /// <summary>Which names say of a value that it is a secret; null: none.</summary>
    public Func<string, bool>? IsSecretName { get; set; }

    /// <summary>What a tool answers its caller; null: not asked for.</summary>
    public Sink? Answer { get; set; }

    /// <summary>An argument, or an assigned property, that must not be reached with <paramref name="danger"/> left.</summary>
    /// <param name="danger">What must be gone; any that is left is a finding.</param>
    /// <param name="finding">What is told.</param>
    /// <param name="type">Full metadata name, such as <c>System.Data.Common.DbCommand</c>; what derives from it is meant too.</param>
    /// <param name="member">The method or property; <c>.ctor</c>; <c>*</c> for all.</param>
    /// <param name="parameter">The parameter's name, several with <c>|</c>; <c>this</c> for the receiver; <c>*</c> for all. Of a property only <c>this</c> is read: what the object holds when it is assigned.</param>
    /// <param name="when">Told of the call; null: always.</param>
    /// <param name="decidedBy">What <paramref name="when"/> asks for and nothing else, where it is to be asked again of each caller that gave one of these; none: it is not.</param>
    public void Sink(Danger danger, FindingDescriptor finding, string type, string member, string parameter = "*", Func<SinkSite, bool>? when = null, params string[] decidedBy) =>
        this.Sink(new Sink(danger, finding, when) { DecidedBy = [.. decidedBy] }, type, member, parameter);

    public void Sink(Sink sink, string type, string member, string parameter = "*") => this.Add(type, member, new Entry.SinkEntry(sink, parameter.Split('|')));

    /// <summary>A property that must not be compared with what has <paramref name="danger"/> left: what is found that way is chosen by it.</summary>
    public void Compared(Danger danger, FindingDescriptor finding, string type, string property) => this.Add(type, property, new Entry.ComparedEntry(new(danger, finding, null) { IsComparison = true }));

    /// <summary>A method or property whose result somebody else wrote.</summary>
    /// <param name="source">Who.</param>
    /// <param name="type">As for a sink.</param>
    /// <param name="member">The method or property.</param>
    /// <param name="when">Told of the call; null: always. The last that holds counts.</param>
    public void Source(Source source, string type, string member, Func<SinkSite, bool>? when = null) => this.Add(type, member, new Entry.SourceEntry(source, when));

    /// <summary>A method whose result can no longer do <paramref name="danger"/>, whatever it is given.</summary>
    public void Clears(Danger danger, string type, string member) => this.Add(type, member, new Entry.ClearEntry(danger));

    /// <summary>As above, where the call is so.</summary>
    public void ClearsWhen(Danger danger, string type, string member, Func<SinkSite, bool> when) => this.Add(type, member, new Entry.ClearWhenEntry(new(danger, "", true, when)));

    /// <summary>A method whose truth says that an argument can no longer do <paramref name="danger"/>.</summary>
    /// <param name="danger">What is then gone.</param>
    /// <param name="type">As for a sink.</param>
    /// <param name="member">The method.</param>
    /// <param name="subject">The parameter that was checked; <c>this</c> for the receiver.</param>
    /// <param name="outcome">For which answer.</param>
    /// <param name="when">Told of the call; null: always.</param>
    public void Checks(Danger danger, string type, string member, string subject, bool outcome = true, Func<SinkSite, bool>? when = null) =>
        this.Add(type, member, new Entry.CheckEntry(new(danger, subject, outcome, when)));

    /// <summary>A method that returns only where an argument can no longer do <paramref name="danger"/>.</summary>
    public void Ensures(Danger danger, string type, string member, string subject) => this.Add(type, member, new Entry.EnsureEntry(new(danger, subject, true, null)));

    /// <summary>A method, or a property of its answer named <c>Success</c>, whose truth says something of an argument that hangs on the other arguments.</summary>
    /// <param name="judge">What is then gone.</param>
    /// <param name="type">As for a sink.</param>
    /// <param name="member">The method.</param>
    /// <param name="subject">The parameter that was checked; <c>this</c> for the receiver.</param>
    /// <param name="outcome">For which answer.</param>
    public void Judges(Func<SinkSite, Danger> judge, string type, string member, string subject, bool outcome = true) =>
        this.Add(type, member, new Entry.CheckEntry(new(Danger.None, subject, outcome, null) { Judge = judge }));

    /// <summary>A method whose result has lost what hangs on its arguments.</summary>
    public void Narrows(Func<SinkSite, Danger> lost, string type, string member) => this.Add(type, member, new Entry.NarrowEntry(lost));

    /// <summary>A type whose objects are made once and then used: what a read-only field's object was made with is known wherever the field is read.</summary>
    public void Configured(string type) => this.configured.Add(type);

    public bool IsConfigured(ITypeSymbol? type) => type is not null && this.configured.Any(type.IsA);

    /// <summary>A lookup: its result is what the receiver holds, not what it was asked with.</summary>
    public void Lookup(string type, string member) => this.Add(type, member, new Entry.LookupEntry());

    /// <summary>A method that keeps and answers nothing of what it is given.</summary>
    public void Silent(string type, string member) => this.Add(type, member, new Entry.SilentEntry());

    /// <summary>A method that calls, by names that stand in what it reads, the methods of the objects that it holds.</summary>
    public void AsksByName(string type, string member) => this.Add(type, member, new Entry.AskEntry());

    public MemberModel Of(ISymbol member) => this.members.GetOrAdd(member.OriginalDefinition, this.Find);

    private void Add(string type, string member, Entry entry)
    {
        var key = type + "::" + member;
        if (!this.entries.TryGetValue(key, out var list)) this.entries[key] = list = [];
        list.Add(entry);
    }

    private MemberModel Find(ISymbol member)
    {
        var found = MemberModel.Nothing;
        var names = member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? new[] { ".ctor" } : new[] { member.Name, "*" };
        foreach (var type in TypesOf(member).Select(TypeNames.Full).Distinct(StringComparer.Ordinal))
            foreach (var name in names)
                if (this.entries.TryGetValue(type + "::" + name, out var list))
                    found = list.Aggregate(found, (model, entry) => entry.AddTo(model));
        return found;
    }

    private static IEnumerable<INamedTypeSymbol> TypesOf(ISymbol member)
    {
        for (var type = member.ContainingType; type is not null; type = type.BaseType) yield return type.OriginalDefinition;
        if (member is IMethodSymbol { MethodKind: MethodKind.Constructor } || member.ContainingType is null) yield break;
        foreach (var type in member.ContainingType.AllInterfaces) yield return type.OriginalDefinition;
    }

    private abstract class Entry
    {
        public abstract MemberModel AddTo(MemberModel model);

        internal sealed class SinkEntry(Sink sink, string[] parameters) : Entry
        {
            public override MemberModel AddTo(MemberModel model) => model with { Sinks = model.Sinks.Add((sink, parameters)) };
        }

        internal sealed class SourceEntry(Source source, Func<SinkSite, bool>? when) : Entry
        {
            public override MemberModel AddTo(MemberModel model) => model with { Sources = model.Sources.Add((source, when)) };
        }

        internal sealed class ClearEntry(Danger danger) : Entry
        {
            public override MemberModel AddTo(MemberModel model) => model with { Clears = model.Clears | danger };
        }

        internal sealed class ComparedEntry(Sink sink) : Entry
        {
            public override MemberModel AddTo(MemberModel model) => model with { Compared = sink };
        }

        internal sealed class NarrowEntry(Func<SinkSite, Danger> lost) : Entry
        {
            public override MemberModel AddTo(MemberModel model) => model with { Lost = model.Lost.Add(lost) };
        }

        internal sealed class CheckEntry(Check check) : Entry
        {
            public override MemberModel AddTo(MemberModel model) => model with { Checks = model.Checks.Add(check) };
        }

        internal sealed class ClearWhenEntry(Check check) : Entry
        {
            public override MemberModel AddTo(MemberModel model) => model with { ClearsWhen = model.ClearsWhen.Add(check) };
        }

        internal sealed class EnsureEntry(Check check) : Entry
        {
            public override MemberModel AddTo(MemberModel model) => model with { Ensured = model.Ensured.Add(check) };
        }

        internal sealed class LookupEntry : Entry
        {
            public override MemberModel AddTo(MemberModel model) => model with { IsLookup = true };
        }

        internal sealed class AskEntry : Entry
        {
            public override MemberModel AddTo(MemberModel model) => model with { AsksByName = true };
        }

        internal sealed class SilentEntry : Entry
        {
            public override MemberModel AddTo(MemberModel model) => model with { IsSilent = true };
        }
    }
}
