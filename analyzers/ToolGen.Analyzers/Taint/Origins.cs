using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace ToolGen.Analyzers.Taint;

/// <summary>What is known of the text in a read-only member of an object: what its initializer, or every constructor, gives it.</summary>
internal sealed class Origins(FlowEngine engine)
{
    private readonly Dictionary<ISymbol, Value?> known = new(SymbolEqualityComparer.Default);

    public Value? Of(ISymbol member, CancellationToken cancellation)
    {
        member = member.OriginalDefinition;
        if (member is not (IFieldSymbol { IsReadOnly: true } or IPropertySymbol { IsReadOnly: true })) return null;
        if (this.known.TryGetValue(member, out var value)) return value;
        this.known[member] = null;
        if (engine.Bodies.Initializer(member, cancellation) is { } initializer)
            return this.known[member] = engine.Summarize(initializer, Context.Any, cancellation).Returned;

        foreach (var constructor in member.ContainingType.InstanceConstructors.Where(one => !one.IsImplicitlyDeclared))
        {
            if (engine.Bodies.Of(constructor, cancellation) is not { } body) return null;
            var self = new InputAtom(member.ContainingType);
            var written = engine.Summarize(body, Context.Any, cancellation).Writes.Where(write => write.Key.Field == member.Name && self.Equals(write.Key.Head as Atom)).Select(write => write.Value).FirstOrDefault();
            if (written is null) return null;
            value = value is null ? written : Value.Join(value, written);
        }

        return this.known[member] = value;
    }
}
