using System;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Effects.Secrets;
using ToolGen.Effects.Tools;

namespace ToolGen.Effects.Http;

/// <summary>HTTP for one call of a tool: let through by capability, grant and address; capped, counted, repeated, masked.</summary>
internal sealed class GuardedHttp(CallScope scope, HttpWire wire, HttpRetry retry, SecretStore secrets) : IToolHttp
{
    public async ValueTask<ToolHttpResponse> SendAsync(ToolHttpRequest request, CancellationToken cancellationToken = default)
    {
        var time = scope.Options.Time;
        var (start, limit) = (time.GetTimestamp(), scope.Limits.Timeout);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, scope.Tree.Ended);
        await using var timer = time.CreateTimer(Stop, stop, limit, Timeout.InfiniteTimeSpan).ConfigureAwait(false);
        try
        {
            var target = HttpTarget.Parse(request.Url);

            // The tool may hold the list: what is looked at is what is sent.
            request = request with { Headers = [.. request.Headers] };
            HttpHeaderRules.Require(request);
            if (request.Body is { Length: > HttpCaps.RequestBytes }) throw new ToolException(ToolErrorCodes.Limit, $"the body of a request has at most {HttpCaps.RequestBytes >> 20} MiB");
            var attempt = request.Retries <= 0
                ? await AttemptAsync(stop.Token).ConfigureAwait(false)
                : await retry.For(Math.Min(request.Retries, HttpCaps.Retries)).ExecuteAsync(AttemptAsync, stop.Token).ConfigureAwait(false);
            return attempt.Response ?? throw attempt.Error!;

            async ValueTask<HttpAttempt> AttemptAsync(CancellationToken attemptToken)
            {
                var exchange = new HttpExchange(scope, wire, secrets, request, target);
                try
                {
                    return retry.Judge(await exchange.RunAsync(attemptToken).ConfigureAwait(false), limit - time.GetElapsedTime(start));
                }
                catch (Exception e) when (!attemptToken.IsCancellationRequested && HttpFailure.Of(e, exchange.Origin) is { } failure)
                {
                    return new(null, failure.Error, failure.Again, null);
                }
            }
        }
        catch (ToolException e)
        {
            throw new ToolException(e.Code, secrets.Redactor.Mask(e.Message));
        }
        catch (Exception) when (stop.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            scope.Tree.RequireOpen();
            throw new ToolException(ToolErrorCodes.Timeout, $"no whole answer within {limit.TotalSeconds:0.###} s");
        }
    }

    private static void Stop(object? source)
    {
        try
        {
            ((CancellationTokenSource)source!).Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The answer came at the last moment.
        }
    }
}
