using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Server.Listing;

/// <summary>Finds approved tools by what is needed.</summary>
public interface IToolFinder
{
    /// <summary>The best first; none where nothing fits.</summary>
    /// <param name="need">What is to be done, in a caller's words.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    ValueTask<IReadOnlyList<FoundTool>> FindAsync(string need, int most, CancellationToken cancellationToken = default);
}

/// <summary>A tool that was found.</summary>
/// <param name="Id">The id of the version that a call of its name takes.</param>
/// <param name="Score">Higher is better; only comparable within one answer.</param>
public sealed record FoundTool(string Id, double Score);
