using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Linq;
using ToolGen.Effects.Telemetry;
using ToolGen.Specification.Findings;

namespace ToolGen.Forge.Telemetry;

/// <summary>Activities and meters of the stations: one a spec for reading and generating, one a set for compiling and trying.</summary>
internal static class ForgeTelemetry
{
    private static readonly ActivitySource Source = new(ToolGenTelemetry.Name);
    private static readonly Meter Meter = new(ToolGenTelemetry.Name);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("toolgen.forge.duration", "s", "How long a spec took at a station.");
    private static readonly Counter<long> Samples = Meter.CreateCounter<long>("toolgen.forge.samples", "{sample}", "Samples that were run, by what came of them.");

    /// <summary>Begins a station, for one spec or for all of a set.</summary>
    public static QuietActivity Enter(Station station) => Source.HasListeners() ? QuietActivity.Start(Source, "forge " + Text(station)) : default;

    /// <summary>Ends a station of one spec.</summary>
    public static void Leave(QuietActivity activity, Station station, ForgedTool tool)
    {
        Measure(station, tool);
        activity.Inner?.AddTag("toolgen.tool.name", tool.Name);
        End(activity, ErrorOf(tool));
    }

    /// <summary>Ends a station of a set.</summary>
    /// <param name="activity">Of the station.</param>
    /// <param name="station">The station.</param>
    /// <param name="tools">Those that it took.</param>
    public static void Leave(QuietActivity activity, Station station, IReadOnlyList<ForgedTool> tools)
    {
        foreach (var tool in tools)
        {
            Measure(station, tool);
            foreach (var sample in station == Station.Try ? tool.Samples : [])
                QuietActivity.Tell(sample, static sample => Samples.Add(1, new KeyValuePair<string, object?>("toolgen.sample.outcome", Text(sample.Result.Outcome))));
        }

        activity.Inner?.AddTag("toolgen.tools", tools.Count);
        End(activity, tools.Select(ErrorOf).FirstOrDefault(static error => error is not null));
    }

    // A tool with an error does not enter the next station: what stands there is of this one.
    private static string? ErrorOf(ForgedTool tool) => tool.Findings.FirstOrDefault(static finding => finding.Severity == FindingSeverity.Error)?.Id;

    private static void Measure(Station station, ForgedTool tool)
    {
        TagList tags = new() { { "toolgen.station", Text(station) } };
        if (ErrorOf(tool) is { } error) tags.Add("error.type", error);
        QuietActivity.Tell((Time: tool.Times.GetValueOrDefault(station), tags), static one => Duration.Record(one.Time.TotalSeconds, one.tags));
    }

    private static void End(QuietActivity activity, string? error)
    {
        if (error is not null) activity.Inner?.AddTag("error.type", error).SetStatus(ActivityStatusCode.Error);
    }

    private static string Text(Station station) => station.ToString().ToLowerInvariant();

    private static string Text(Trial.RunOutcome outcome) => outcome switch
    {
        Trial.RunOutcome.TimedOut => "timed_out",
        _ => outcome.ToString().ToLowerInvariant(),
    };
}
