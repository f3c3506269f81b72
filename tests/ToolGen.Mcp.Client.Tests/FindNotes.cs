using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Tools;

/// <summary>What <c>find_notes</c> is while no server supplies it.</summary>
public sealed partial class FindNotes
{
    /// <inheritdoc/>
    public override partial ValueTask<Output> RunAsync(Input input, ToolContext context, CancellationToken cancellationToken) =>
        throw Fail("unavailable", "the notes server is not connected");
}
