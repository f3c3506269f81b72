using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification;

namespace ToolGen.Forge.Inspection;

/// <summary>Collects refusals, each once; a part that throws anything is refused.</summary>
internal sealed class RefusalSink
{
    /// <summary>More of one type say nothing new.</summary>
    private const int Cap = 20;

    private readonly List<Refusal> all = [];

    public IReadOnlyList<Refusal> All => this.all;

    /// <summary>Reads one part.</summary>
    /// <param name="type">The outermost type that it belongs to.</param>
    /// <param name="part">Its name, for the message.</param>
    /// <param name="read">Throws where it is refused.</param>
    /// <param name="site">Tells where it was written.</param>
    public void Guard(string? type, string part, Action read, Func<SourceSite?>? site = null)
    {
        try
        {
            read();
        }
        catch (RefusedException e)
        {
            this.Add(new Refusal(e.Descriptor, e.Arguments.Prepend(part).ToEquatableArray(), type, site?.Invoke()));
        }
        catch (Exception e) when (e is not OutOfMemoryException and not OperationCanceledException)
        {
            // Readers of metadata throw many things at bytes that are none; each means the same.
            var undecodable = RefusedException.Undecodable(e.GetType().Name);
            this.Add(new Refusal(undecodable.Descriptor, undecodable.Arguments.Prepend(part).ToEquatableArray(), type));
        }
    }

    private void Add(Refusal refusal)
    {
        if (this.all.Count(other => other.TypeName == refusal.TypeName) < Cap && !this.all.Contains(refusal)) this.all.Add(refusal);
    }
}
