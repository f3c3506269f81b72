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
    /// <param name="isByWords">Whether words alone find, and no model is asked: what is needed goes nowhere then.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    ValueTask<IReadOnlyList<FoundTool>> FindAsync(string need, int most, bool isByWords = false, CancellationToken cancellationToken = default);

    /// <summary>Takes a request that a tool was found and called for: from now on, or a little later, it is found by its words. Unless implemented, nothing is kept.</summary>
    /// <param name="id">The version's id.</param>
    /// <param name="need">What was to be done, in a caller's words.</param>
    /// <param name="cancellationToken">Ends it.</param>
    ValueTask LearnAsync(string id, string need, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
}

/// <summary>A tool that was found.</summary>
/// <param name="Id">The id of the version that a call of its name takes.</param>
/// <param name="Score">Higher is better; only comparable within one answer.</param>
public sealed record FoundTool(string Id, double Score);
