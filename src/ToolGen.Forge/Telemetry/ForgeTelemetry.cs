using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Linq;
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
    public static Activity? Enter(Station station)
    {
        try
        {
            return Source.StartActivity("forge " + Text(station));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A listener is somebody else's code: it ends no work.
            return null;
        }
    }

    /// <summary>Ends a station of one spec.</summary>
    public static void Leave(Activity? activity, Station station, ForgedTool tool) => Quietly(() =>
    {
        var error = tool.Findings.FirstOrDefault(static finding => finding.Severity == FindingSeverity.Error)?.Descriptor.Id;
        Measure(station, tool, error);
        activity?.AddTag("toolgen.tool.name", tool.Name);
        End(activity, error);
    });

    /// <summary>Ends a station of a set.</summary>
    public static void Leave(Activity? activity, Station station, IReadOnlyList<ForgedTool> tools) => Quietly(() =>
    {
        string? first = null;
        foreach (var tool in tools.Where(tool => tool.Times.ContainsKey(station)))
        {
            var error = tool.Findings.FirstOrDefault(static finding => finding.Severity == FindingSeverity.Error)?.Descriptor.Id;
            Measure(station, tool, error);
            foreach (var sample in station == Station.Try ? tool.Samples : [])
                Samples.Add(1, new KeyValuePair<string, object?>("toolgen.sample.outcome", Text(sample.Result.Outcome)));
            first ??= error;
        }

        activity?.AddTag("toolgen.tools", tools.Count);
        End(activity, first);
    });

    private static void Measure(Station station, ForgedTool tool, string? error)
    {
        TagList tags = new() { { "toolgen.station", Text(station) } };
        if (error is not null) tags.Add("error.type", error);
        Duration.Record(tool.Times.GetValueOrDefault(station).TotalSeconds, tags);
    }

    private static void End(Activity? activity, string? error)
    {
        if (error is not null) activity?.AddTag("error.type", error).SetStatus(ActivityStatusCode.Error);
    }

    private static void Quietly(Action tell)
    {
        try
        {
            tell();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // As above.
        }
    }

    private static string Text(Station station) => station.ToString().ToLowerInvariant();

    private static string Text(Trial.RunOutcome outcome) => outcome switch
    {
        Trial.RunOutcome.TimedOut => "timed_out",
        _ => outcome.ToString().ToLowerInvariant(),
    };
}
