using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Http;

/// <summary>Requests and their answers, as tools of the kind <c>http</c> make them; called by generated code.</summary>
public static class HttpAnswers
{
    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Sends a request; an answer that is an error ends the run.</summary>
    /// <exception cref="ToolException">Those of <see cref="IToolHttp.SendAsync"/> and of <see cref="HttpStatuses.Check"/>.</exception>
    public static async ValueTask<ToolHttpResponse> SendAsync(ToolContext context, ToolHttpRequest request, HttpStatuses statuses, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(statuses);
        var answer = await context.Http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        statuses.Check(request, answer);
        return answer;
    }

    /// <summary>Reads the answer's JSON into a type; members that it doesn't name are passed over. No body stands for <c>{}</c>.</summary>
    /// <exception cref="ToolException"><c>bad_data</c>: it does not fit; the message has a JSON Pointer into the answer.</exception>
    public static T Read<T>(ToolHttpResponse answer, ToolRead<T> read)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var errors = ToolReader.Read(WithoutMark(answer).Span, read, ToolErrorCodes.BadData, out var value);
        return errors.Count == 0 ? value : throw Unfit(answer, errors);
    }

    /// <summary>The answer as text in UTF-8, without its byte order mark.</summary>
    public static string Text(ToolHttpResponse answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return System.Text.Encoding.UTF8.GetString(WithoutMark(answer).Span);
    }

    internal static string HostOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host : "the service";

    private static ReadOnlyMemory<byte> WithoutMark(ToolHttpResponse answer) => answer.Body.Span.StartsWith(Mark) ? answer.Body[3..] : answer.Body;

    // Three are enough to see what is different.
    private static ToolException Unfit(ToolHttpResponse answer, IReadOnlyList<ToolError> errors)
    {
        var faults = errors.Take(3).Select(error => $"at {(string.IsNullOrEmpty(error.Pointer) ? "its root" : error.Pointer)}: {error.Message}{(error.Given is null ? "" : $", given {error.Given}")}");
        return new(ToolErrorCodes.BadData, $"the answer of {HostOf(answer.Url)} (status {answer.Status}) does not fit {string.Join("; ", faults)}");
    }
}
