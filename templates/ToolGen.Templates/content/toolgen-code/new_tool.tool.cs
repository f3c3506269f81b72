using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

// The generator makes the other part of this class: that one is public, and its namespace is the project's.
#pragma warning disable CA1515, CA1707, CA1716
namespace ToolsNamespace;

public sealed partial class ToolClass
{
    public override partial ValueTask<Output> RunAsync(Input input, ToolContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var words = input.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) throw Fail("no_words", "the text holds no word");
        return new(new Output(words.Length, words.MaxBy(word => word.Length)!));
    }
}
