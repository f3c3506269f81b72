using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Polly;
using Polly.Retry;

namespace ToolGen.Effects.Http;

/// <summary>How one attempt ended.</summary>
/// <param name="Response">The answer, or null.</param>
/// <param name="Error">Why there is none, or null.</param>
/// <param name="Again">Whether another attempt may fare better, and soon enough.</param>
/// <param name="Wait">What the server asked to wait; null: nothing.</param>
internal sealed record HttpAttempt(ToolHttpResponse? Response, ToolException? Error, bool Again, TimeSpan? Wait);

/// <summary>Attempts after the first: on 408, 429, 5xx and failed connections, after a wait that grows and is drawn, or that the server asks for.</summary>
internal sealed class HttpRetry(TimeProvider time)
{
    private readonly ResiliencePipeline<HttpAttempt>?[] pipelines = new ResiliencePipeline<HttpAttempt>?[HttpCaps.Retries + 1];

    /// <param name="retries">1 to <see cref="HttpCaps.Retries"/>.</param>
    public ResiliencePipeline<HttpAttempt> For(int retries) => this.pipelines[retries] ??= new ResiliencePipelineBuilder<HttpAttempt> { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions<HttpAttempt>
        {
            MaxRetryAttempts = retries,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(200),
            MaxDelay = TimeSpan.FromSeconds(10),
            UseJitter = true,
            ShouldHandle = static arguments => new(arguments.Outcome.Result is { Again: true }),
            DelayGenerator = static arguments => new(arguments.Outcome.Result?.Wait),
        })
        .Build();

    /// <summary>How an answer ended its attempt.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="left">Until the call's time is over.</param>
    public HttpAttempt Judge(ToolHttpResponse response, TimeSpan left)
    {
        if (response.Status is not (408 or 429 or >= 500)) return new(response, null, false, null);
        var wait = this.Wait(response.Header("Retry-After"));
        return new(response, null, wait is null || wait <= (left < HttpCaps.Wait ? left : HttpCaps.Wait), wait);
    }

    // RFC 9110 §10.2.3: seconds, or a date.
    private TimeSpan? Wait(string? text)
    {
        if (text is null) return null;
        if (text.Length > 0 && text.All(char.IsAsciiDigit)) return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : TimeSpan.MaxValue;
        if (!DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)) return null;
        var wait = date - time.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
