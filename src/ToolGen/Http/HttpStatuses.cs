using System;
using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Http;

/// <summary>What the status of an answer means to a tool (SPEC §5); called by generated code.</summary>
public sealed class HttpStatuses
{
    /// <summary>404 is <c>not_found</c>, 401 and 403 are <c>denied</c>, others from 400 are <c>upstream</c>.</summary>
    public static HttpStatuses Standard { get; } = new();

    /// <summary>Codes by status, from 400.</summary>
    public IReadOnlyDictionary<int, string> Errors { get; init; } = new Dictionary<int, string>();

    /// <summary>Statuses from 400 whose answer is read all the same.</summary>
    public IReadOnlyList<int> Accept { get; init; } = [];

    /// <summary>Ends the run where the status is an error.</summary>
    /// <exception cref="ToolException">The error, with what the service says of it, shortened.</exception>
    public void Check(ToolHttpRequest request, ToolHttpResponse answer)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.Status < 400 || this.Accept.Contains(answer.Status)) return;
        var code = this.Errors.TryGetValue(answer.Status, out var own) ? own : answer.Status switch
        {
            404 => ToolErrorCodes.NotFound,
            401 or 403 => ToolErrorCodes.Denied,
            _ => ToolErrorCodes.Upstream,
        };
        var said = ServiceMessage.Of(answer);
        throw new ToolException(code, $"{request.Method} {HttpAnswers.HostOf(request.Url)} answered {answer.Status}{(said is null ? "" : ": " + said)}");
    }
}
