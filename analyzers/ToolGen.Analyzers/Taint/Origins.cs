using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace ToolGen.Analyzers.Taint;

/// <summary>What is known of the text in a read-only member of an object: what its initializer, or every constructor, gives it.</summary>
internal sealed class Origins(FlowEngine engine)
{
    private readonly Dictionary<ISymbol, Origin?> known = new(SymbolEqualityComparer.Default);

    public Origin? Of(ISymbol member, CancellationToken cancellation)
    {
        member = member.OriginalDefinition;
        if (member is not (IFieldSymbol { IsReadOnly: true } or IPropertySymbol { IsReadOnly: true })) return null;
        if (this.known.TryGetValue(member, out var origin)) return origin;
        this.known[member] = null;
        if (engine.Bodies.Initializer(member, cancellation) is { } initializer)
            return this.known[member] = Of(engine.Summarize(initializer, Context.Any, cancellation), null);

        foreach (var constructor in member.ContainingType.InstanceConstructors.Where(one => !one.IsImplicitlyDeclared))
        {
            if (engine.Bodies.Of(constructor, cancellation) is not { } body) return null;
            var self = new InputAtom(member.ContainingType);
            var summary = engine.Summarize(body, Context.Any, cancellation);
            var written = summary.Writes.Where(write => write.Key.Field == member.Name && self.Equals(write.Key.Head as Atom)).Select(write => write.Value).FirstOrDefault();
            if (written is null) return null;
            origin = origin is null ? Of(summary, written) : new(Value.Join(origin.Value, written), origin.Held.AddRange(Of(summary, written).Held));
        }

        return this.known[member] = origin;
    }

    private static Origin Of(Summary summary, Value? value) => new(value ?? summary.Returned, [.. summary.Writes.Where(write => write.Key.Head is ObjectAtom)]);
}

/// <summary>What a member is given, and what the objects in it hold then.</summary>
internal sealed record Origin(Value Value, ImmutableArray<(Key Key, Value Value)> Held);
