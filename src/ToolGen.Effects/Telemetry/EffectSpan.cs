using System;
using System.Diagnostics;
using System.Globalization;

namespace ToolGen.Effects.Telemetry;

/// <summary>An effect under way that somebody listens to.</summary>
internal sealed class EffectSpan(string kind, QuietActivity activity) : IDisposable
{
    private readonly long start = Stopwatch.GetTimestamp();
    private string? error;

    public EffectSpan Tag(string name, object? value)
    {
        if (value is not null) activity.Inner?.AddTag(name, value);
        return this;
    }

    /// <summary>Notes the status of an answer.</summary>
    public void Answered(int status)
    {
        this.Tag("http.response.status_code", status);
        if (status >= 400) this.Fail(status.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Notes what an effect failed with.</summary>
    public void Fail(string code) => this.error = code;

    /// <summary>Notes an exception that passes by: for a filter that takes none.</summary>
    /// <returns>False.</returns>
    public bool Failed(Exception e)
    {
        this.Fail(e switch
        {
            ToolException tool => tool.Code,
            OperationCanceledException => ToolErrorCodes.Canceled,
            _ => e.GetType().FullName ?? e.GetType().Name,
        });
        return false;
    }

    public void Dispose()
    {
        QuietActivity.Tell((kind, Time: Stopwatch.GetElapsedTime(this.start), this.error), static span => EffectTelemetry.Measure(span.kind, span.Time, span.error));
        if (this.error is not null) activity.Inner?.AddTag("error.type", this.error).SetStatus(ActivityStatusCode.Error);
        activity.Dispose();
    }
}
