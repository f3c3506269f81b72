using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

// The generator makes the other part of this class: it says that it is public, and in which namespace it is.
#pragma warning disable CA1515, CA1707
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
