using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace ToolGen.TestSupport;

/// <summary>What a test's own work tells OpenTelemetry, and not what runs beside it.</summary>
internal sealed class HeardActivities : IDisposable
{
    private readonly ConcurrentQueue<Activity> ended = new();
    private readonly ActivityListener listener;
    private readonly Activity root = new Activity("test").SetIdFormat(ActivityIdFormat.W3C);

    public HeardActivities()
    {
        this.listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "ToolGen",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == this.root.TraceId) this.ended.Enqueue(activity);
            },
        };
        ActivitySource.AddActivityListener(this.listener);
        // What the runner itself tells would make one trace of all tests.
        Activity.Current = null;
        this.root.Start();
    }

    /// <summary>In the order in which they ended.</summary>
    public IReadOnlyList<Activity> Ended => [.. this.ended];

    /// <summary>One a line: name, tags, and how it ended.</summary>
    public string Text => string.Join("\n", this.ended.Select(activity =>
        $"{activity.DisplayName}: {string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))}{(activity.Status == ActivityStatusCode.Unset ? "" : " " + activity.Status)}"));

    public void Dispose()
    {
        this.root.Dispose();
        this.listener.Dispose();
    }
}
