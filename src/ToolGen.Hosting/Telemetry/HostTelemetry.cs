using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using ToolGen.Effects.Telemetry;

namespace ToolGen.Hosting.Telemetry;

/// <summary>Activities and meters of calls, by OpenTelemetry's conventions for generative AI (execute tool) where they have a name, else below <c>toolgen.</c>.</summary>
internal static class HostTelemetry
{
    private const string Operation = "execute_tool ";

    private static readonly ActivitySource Source = new(ToolGenTelemetry.Name);
    private static readonly Meter Meter = new(ToolGenTelemetry.Name);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("gen_ai.execute_tool.duration", "s", "How long a call of a tool took.");
    private static readonly UpDownCounter<long> Running = Meter.CreateUpDownCounter<long>("toolgen.calls.running", "{call}", "Calls that run now.");
    private static readonly Counter<long> Effects = Meter.CreateCounter<long>("toolgen.effects", "{capability}", "Capabilities that calls used, by kind.");

    /// <summary>Begins the activity of a call.</summary>
    public static QuietActivity Begin(string reference) => Source.HasListeners() ? QuietActivity.Start(Source, Operation + reference) : default;

    public static void Enter() => Run(1);

    public static void Leave() => Run(-1);

    /// <summary>Ends it with what came of the call.</summary>
    public static void End(QuietActivity activity, CallRecord record)
    {
        if (Duration.Enabled || Effects.Enabled) QuietActivity.Tell(record, Measure);
        if (activity.Inner is { } inner) Tell(inner, record);
    }

    private static void Run(long change)
    {
        if (Running.Enabled) QuietActivity.Tell(change, static change => Running.Add(change));
    }

    private static void Measure(CallRecord record)
    {
        Duration.Record(record.Duration.TotalSeconds, Tags(record));
        foreach (var used in record.Used) Effects.Add(1, new KeyValuePair<string, object?>("toolgen.capability.kind", KindOf(used)));
    }

    private static void Tell(Activity activity, CallRecord record)
    {
        var name = record.Tool ?? record.Reference;
        if (!activity.OperationName.AsSpan(Operation.Length).SequenceEqual(name)) activity.DisplayName = Operation + name;

        // Added, not set: setting looks through all that are there.
        activity.AddTag("gen_ai.operation.name", "execute_tool").AddTag("gen_ai.tool.name", name).AddTag("gen_ai.tool.type", "function")
            .AddTag("gen_ai.tool.call.id", record.Id.ToString("n")).AddTag("toolgen.caller", record.Caller);
        if (record.Version is not null) activity.AddTag("toolgen.tool.version", record.Version);
        if (record.Place is not null) activity.AddTag("toolgen.place", record.Place);
        if (record.Conversation is not null) activity.AddTag("gen_ai.conversation.id", record.Conversation);
        foreach (var used in record.Used) activity.AddEvent(new("toolgen.effect", tags: new() { { "toolgen.capability", used } }));
        if (record.Fault == CallFault.None) return;
        activity.AddTag("error.type", record.Errors[0]).AddTag("toolgen.fault", CallFaults.Text(record.Fault));
        activity.SetStatus(ActivityStatusCode.Error, record.Errors[0]);
    }

    private static TagList Tags(CallRecord record)
    {
        // A name that no tool has is a caller's: it would give a meter a series each.
        TagList tags = new() { { "gen_ai.operation.name", "execute_tool" }, { "gen_ai.tool.name", record.Tool ?? "_unknown" }, { "gen_ai.tool.type", "function" } };
        if (record.Fault != CallFault.None)
        {
            tags.Add("error.type", record.Errors[0]);
            tags.Add("toolgen.fault", CallFaults.Text(record.Fault));
        }

        return tags;
    }

    private static string KindOf(string capability) => capability.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? capability[..end] : capability;
}
