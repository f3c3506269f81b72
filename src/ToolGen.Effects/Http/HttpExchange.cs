using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Effects.Secrets;
using ToolGen.Effects.Telemetry;

namespace ToolGen.Effects.Http;

/// <summary>One attempt of a request: sent, followed through its redirects, each of which is let through like a request of the tool's own.</summary>
internal sealed class HttpExchange(CallScope scope, HttpWire wire, SecretStore secrets, ToolHttpRequest request, HttpTarget first)
{
    // Of the request's own headers these are for its first origin only.
    private static readonly string[] Private = ["Authorization", "Api-Key", "X-Api-Key", "X-Auth-Token"];

    /// <summary>Where the last message went: for messages about failures.</summary>
    public string Origin { get; private set; } = first.Origin;

    /// <exception cref="ToolException">As <see cref="IToolHttp.SendAsync"/>.</exception>
    public async ValueTask<ToolHttpResponse> RunAsync(CancellationToken cancellationToken)
    {
        var (method, target, body) = (request.Method, first, request.Body);
        for (var redirects = 0; ; redirects++)
        {
            wire.Gate.Require(scope, method, target);
            scope.CountHttp();
            this.Origin = target.Origin;
            using var message = this.Message(method, ref target, body);
            using var span = EffectTelemetry.IsOn ? EffectTelemetry.Http(method, target, secrets.Redactor.Mask(target.Path)) : null;
            try
            {
                using var response = await wire.SendAsync(message, cancellationToken).ConfigureAwait(false);
                span?.Answered((int)response.StatusCode);
                if (Location(response) is not { } location) return await this.ReadAsync(response, target, cancellationToken).ConfigureAwait(false);

                if (redirects == HttpCaps.Redirects) throw new ToolException(ToolErrorCodes.Limit, $"{first.Origin} redirects more than {HttpCaps.Redirects} times");
                target = this.Follow(target, location);

                // RFC 9110 §15.4: 303 asks for the answer, and 301 and 302 turn a POST into a GET by custom.
                if ((int)response.StatusCode == 303 ? method != "HEAD" : (int)response.StatusCode is 301 or 302 && method == "POST") (method, body) = ("GET", null);
            }
            catch (Exception e) when (span is not null && this.Told(span, e, cancellationToken))
            {
                throw;
            }
        }
    }

    /// <returns>False: what failed goes on.</returns>
    private bool Told(EffectSpan span, Exception e, CancellationToken cancellationToken)
    {
        if (!cancellationToken.IsCancellationRequested && HttpFailure.Of(e, this.Origin) is { } failure) span.Fail(failure.Error.Code);
        else span.Failed(e);
        return false;
    }

    // A server can put the secret that it got into the place it sends on to. There it may be for its own origin's query only: other servers
    // would get it, and a path stands in messages, where a part of a secret would no longer be known for one.
    private HttpTarget Follow(HttpTarget target, string location)
    {
        var hasSecret = secrets.Redactor.Mask(location) != location;
        var path = location.Split('?')[0];
        if (hasSecret && secrets.Redactor.Mask(path) != path) throw new ToolException(ToolErrorCodes.Denied, $"{target.Origin} redirects to an address whose path holds a secret");
        var next = target.Follow(location);
        if (hasSecret && next.Origin != target.Origin)
            throw new ToolException(ToolErrorCodes.Denied, $"{target.Origin} redirects to {next.Origin} with a secret in the address: a secret goes to its own origins only");
        return target.Scheme == "https" && next.Scheme == "http"
            ? throw new ToolException(ToolErrorCodes.Denied, $"{target.Origin} redirects to {next.Origin}: from https to http nothing is followed")
            : next;
    }

    private HttpRequestMessage Message(string method, ref HttpTarget target, ReadOnlyMemory<byte>? body)
    {
        // What authorises goes to the origin that the tool named, and to none that an answer names.
        var home = target.Origin == first.Origin;
        var authorization = home && request.Auth is { } auth ? HttpAuthorization.Of(auth, target, body, secrets, scope) : null;
        if (authorization?.Parameter is { } parameter) target = target.With(parameter, authorization.Value.Value);

        var message = new HttpRequestMessage(HttpMethod.Parse(method), target.ToUri());
        if (body is { } bytes)
        {
            message.Content = new ReadOnlyMemoryContent(bytes);
            if (request.ContentType is { } type) message.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        var named = false;
        foreach (var (name, value) in request.Headers)
        {
            if (!home && Array.Exists(Private, one => one.Equals(name, StringComparison.OrdinalIgnoreCase))) continue;
            if (authorization?.Header is { } taken && taken.Equals(name, StringComparison.OrdinalIgnoreCase)) continue;
            named |= name.Equals("User-Agent", StringComparison.OrdinalIgnoreCase);

            // Headers of content that there is none of are not sent.
            if (!message.Headers.TryAddWithoutValidation(name, value)) message.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        if (!named) message.Headers.TryAddWithoutValidation("User-Agent", "ToolGen");
        if (authorization?.Header is { } header) message.Headers.TryAddWithoutValidation(header, authorization.Value.Value);
        return message;
    }

    private static string? Location(HttpResponseMessage response) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.NonValidated.TryGetValues("Location", out var values) && values.Count == 1 ? values.ToString() : null;

    private async ValueTask<ToolHttpResponse> ReadAsync(HttpResponseMessage response, HttpTarget target, CancellationToken cancellationToken)
    {
        var headers = new List<KeyValuePair<string, string>>();
        this.Take(response.Headers.NonValidated, headers);
        this.Take(response.Content.Headers.NonValidated, headers);
        if (headers.Count > HttpCaps.Headers) throw new ToolException(ToolErrorCodes.Limit, $"the answer of {target.Origin} has more than {HttpCaps.Headers} headers");
        var body = await HttpBody.ReadAsync(response.Content, target.Origin, cancellationToken).ConfigureAwait(false);
        return new((int)response.StatusCode, secrets.Redactor.Mask(target.Url), headers, secrets.Redactor.Mask(body));
    }

    private void Take(System.Net.Http.Headers.HttpHeadersNonValidated from, List<KeyValuePair<string, string>> headers)
    {
        foreach (var (name, values) in from)
            foreach (var value in values) headers.Add(new(secrets.Redactor.Mask(name), secrets.Redactor.Mask(value)));
    }
}
