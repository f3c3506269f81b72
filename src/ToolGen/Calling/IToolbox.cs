using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen;

/// <summary>The tools that one caller has, and the one way to call them: what adapters to agent frameworks are written against. Thread-safe.</summary>
public interface IToolbox
{
    /// <summary>What the caller sees, in ordinal order of the names; a snapshot, since a host can come to have more.</summary>
    IReadOnlyList<ToolDescriptor> Tools { get; }

    /// <summary>Checks the arguments, runs the tool, checks the output.</summary>
    /// <param name="tool">Its name, ignoring case; where the toolbox has versions, <c>NAME@RANGE</c> too.</param>
    /// <param name="arguments">One JSON object, UTF-8. Empty stands for <c>{}</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The output, or every error of the call: <c>not_found</c> where there is no such tool. It never throws.</returns>
    ValueTask<ToolResult> CallAsync(string tool, ReadOnlyMemory<byte> arguments, CancellationToken cancellationToken = default);

    /// <summary>One of its tools as a provider's strict mode takes it.</summary>
    /// <param name="tool">Its name, ignoring case.</param>
    /// <param name="provider">Whose mode.</param>
    /// <returns>Null where there is no such tool, or it has no variant: it was not generated, or the toolbox cannot tell.</returns>
    ToolVariant? Strict(string tool, StrictProvider provider) => null;
}
