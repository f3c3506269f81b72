using System;
using System.IO;
using System.Net.Http;
using System.Security.Authentication;

namespace ToolGen.Effects.Http;

/// <summary>What went wrong between here and a server, in the codes of tools.</summary>
/// <param name="Error">For the tool.</param>
/// <param name="Again">Whether another attempt may fare better.</param>
internal readonly record struct HttpFailure(ToolException Error, bool Again)
{
    /// <summary>Null where the exception is nothing that a connection throws.</summary>
    public static HttpFailure? Of(Exception exception, string origin)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
            if (inner is ToolException own) return new(own, own.Code == ToolErrorCodes.Unavailable);
        return exception switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
                new(new(ToolErrorCodes.Limit, $"the headers of the answer of {origin} have more than {HttpCaps.AnswerHeaderKilobytes} KiB"), false),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } or AuthenticationException or HttpRequestException { InnerException: AuthenticationException } =>
                new(new(ToolErrorCodes.Unavailable, $"no secure connection to {origin}: its certificate or its protocol is not accepted"), false),
            InvalidDataException => new(new(ToolErrorCodes.Unavailable, $"the answer of {origin} is not compressed as it says"), false),
            OperationCanceledException => new(new(ToolErrorCodes.Unavailable, $"no connection to {origin} in time"), true),
            HttpRequestException or IOException => new(new(ToolErrorCodes.Unavailable, $"the connection to {origin} failed before the answer was whole"), true),
            _ => null,
        };
    }
}
