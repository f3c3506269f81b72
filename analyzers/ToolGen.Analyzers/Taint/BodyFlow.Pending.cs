using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ToolGen.Analyzers.Taint;

/// <summary>Calls that are dangerous by what a caller gave for their arguments: they wait for the caller's answer.</summary>
internal sealed partial class BodyFlow
{
    /// <summary>Whether a call reaches a sink, or may for a caller, who is then to be asked.</summary>
    private bool IsReached(Sink sink, SinkSite call, out Question? pending)
    {
        pending = null;
        if (sink.When is not { } when || when(call)) return true;
        pending = this.Undecided(new(call.Member, [.. sink.DecidedBy.Select(name => (name, call[name]))]));
        return pending is not null;
    }

    /// <summary>The same in this body's terms; null where it is not dangerous and no caller of this one can make it so.</summary>
    private Hit? Asked(Hit hit, IOperation site, Binding binding)
    {
        var question = hit.Pending!;
        var here = new Question(question.Member, [.. question.Decided.Select(one => (one.Name, this.Translate(one.Value, site, binding)))]);
        var call = this.SiteOf(here.Member, here.Decided.FirstOrDefault(one => one.Name == "this").Value ?? Value.None, [.. here.Decided]);
        if (hit.Sink.When!(call)) return hit with { Pending = null };
        return this.Undecided(here) is { } still ? hit with { Pending = still } : null;
    }

    /// <summary>A question whose answer hangs on what this body is given; null where it does not.</summary>
    private Question? Undecided(Question question) => question.Decided.Any(one => this.IsOpen(one.Value)) ? question : null;

    private bool IsOpen(Value value)
    {
        // Of what the object's own field holds it is known here what it was made with.
        var isKnown = value.Flows.Any(flow => flow.Atom is ObjectAtom);
        return this.Deep(value).Flows.Any(flow => Root(flow.Atom) is InputAtom { Root: var root } && !(isKnown && root is INamedTypeSymbol));
    }
}
