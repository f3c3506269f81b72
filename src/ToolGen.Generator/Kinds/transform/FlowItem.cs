using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Generator.Kinds.Transform;

/// <summary>A statement of <c>let</c>, <c>save</c> or <c>fail</c> and the names it waits for.</summary>
/// <param name="Name">What it defines; null for a rule of <c>fail</c>.</param>
/// <param name="References">The names of the scope that it uses.</param>
/// <param name="Text">The statement.</param>
/// <param name="Place">Of the entry, for findings.</param>
internal sealed record FlowItem(string? Name, IReadOnlyList<string> References, string Text, Specification.Json.TextSpan Place);

/// <summary>
/// Puts statements in an order in which each finds its names (SPEC §1.2, §1.4): a rule of <c>fail</c> as soon as its references exist, so
/// before any <c>let</c> that shares one; else as written.
/// </summary>
internal sealed class Flow(IEnumerable<FlowItem> items)
{
    private readonly List<FlowItem> waiting = items.ToList();

    /// <summary>What never found its names.</summary>
    public IReadOnlyList<FlowItem> Waiting => this.waiting;

    /// <summary>Takes every statement that can run with these names, and adds the names that they define.</summary>
    public IReadOnlyList<string> Take(HashSet<string> available)
    {
        var taken = new List<string>();
        while (this.Next(available) is { } next)
        {
            this.waiting.Remove(next);
            taken.Add(next.Text);
            if (next.Name is not null) available.Add(next.Name);
        }

        return taken;
    }

    private FlowItem? Next(HashSet<string> available)
    {
        var ready = this.waiting.Where(item => item.References.All(available.Contains)).ToList();
        return ready.Find(item => item.Name is null) ?? ready.FirstOrDefault();
    }
}
