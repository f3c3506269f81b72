using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Hosting;

/// <summary>The one way a tool is run: version → policy → place → limits → call → count → record. Thread-safe.</summary>
public interface IToolHost
{
    /// <summary>All that it has, in ordinal order of names, the highest version of each.</summary>
    IReadOnlyList<Tool> Tools { get; }

    /// <summary>How often each tool was called, and how it went, since the host began.</summary>
    IReadOnlyList<ToolUsage> Usage { get; }

    /// <summary>Takes in more tools; from then on they can be found and called.</summary>
    /// <exception cref="ArgumentException">A name and version that the host has already, made of another spec. Nothing was taken in.</exception>
    void Add(ToolCatalog catalog);

    /// <summary>Calls a tool.</summary>
    /// <param name="reference"><c>NAME</c> or <c>NAME@RANGE</c> (SemVer): the highest version that fits.</param>
    /// <param name="arguments">One JSON object, UTF-8. Empty stands for <c>{}</c>.</param>
    /// <param name="caller">Who calls: what policy and record go by.</param>
    /// <param name="cancellationToken">Ends the call and its effects; the result is then <c>canceled</c>.</param>
    /// <returns>The output, or every error of the call. It never throws.</returns>
    ValueTask<ToolResult> CallAsync(string reference, ReadOnlyMemory<byte> arguments, ToolCaller caller, CancellationToken cancellationToken = default);

    /// <summary>The tools of one caller: those that the policy does not deny.</summary>
    IToolbox For(ToolCaller caller);
}
