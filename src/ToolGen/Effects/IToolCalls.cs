using System;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen;

/// <summary>Other tools. Capability <c>tool NAME</c>, or <c>tool NAME@RANGE</c>.</summary>
public interface IToolCalls
{
    /// <summary>Calls a tool with effects of its own, at most what its capabilities say.</summary>
    /// <param name="tool">Its name, with <c>@</c> and a SemVer range where one is meant.</param>
    /// <param name="arguments">One JSON object, UTF-8.</param>
    /// <param name="step">The step of a <c>compose</c> that calls; null elsewhere.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The callee's result, its errors included.</returns>
    /// <exception cref="ToolException"><c>denied</c>, <c>not_found</c>, <c>limit</c>: too many or too deep calls.</exception>
    ValueTask<ToolResult> CallAsync(string tool, ReadOnlyMemory<byte> arguments, string? step = null, CancellationToken cancellationToken = default);
}
