using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Generator.Kinds.Declarative;

/// <summary>A statement of the generated method and the names it waits for: a <c>let</c>, a rule of <c>fail</c>, an effect.</summary>
/// <param name="Names">What it defines; empty for a rule of <c>fail</c>.</param>
/// <param name="References">The names of the scope that it uses.</param>
/// <param name="Text">The statement.</param>
/// <param name="Place">Of the entry, for findings.</param>
internal sealed record FlowItem(IReadOnlyList<string> Names, IReadOnlyList<string> References, string Text, Specification.Json.TextSpan Place);

/// <summary>
/// Puts statements in an order in which each finds its names (SPEC §1.2, §1.4): a rule of <c>fail</c> as soon as its references exist, so
/// before any <c>let</c> or effect that shares one; else as written.
/// </summary>
internal sealed class Flow(IEnumerable<FlowItem> items)
{
    private readonly List<FlowItem> waiting = items.ToList();

    /// <summary>What never found its names.</summary>
    public IReadOnlyList<FlowItem> Waiting => this.waiting;

    /// <summary>Takes every statement that can run with these names, and adds the names that they define.</summary>
    public IReadOnlyList<string> Take(HashSet<string> available) => this.TakeItems(available).Select(item => item.Text).ToList();

    /// <summary>The same with all that is known of each.</summary>
    public IReadOnlyList<FlowItem> TakeItems(HashSet<string> available)
    {
        var taken = new List<FlowItem>();
        while (this.Next(available) is { } next)
        {
            this.waiting.Remove(next);
            taken.Add(next);
            available.UnionWith(next.Names);
        }

        return taken;
    }

    private FlowItem? Next(HashSet<string> available)
    {
        var ready = this.waiting.Where(item => item.References.All(available.Contains)).ToList();
        return ready.Find(item => item.Names.Count == 0) ?? ready.FirstOrDefault();
    }
}
