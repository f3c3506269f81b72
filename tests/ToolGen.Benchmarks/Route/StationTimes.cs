using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ToolGen.Forge;
using ToolGen.Specification.Findings;

namespace ToolGen.Benchmarks.Route;

/// <summary>How many specs entered each station, how many left it without an error, and how long they took.</summary>
internal sealed class StationTimes
{
    private static readonly Station[] Stations = Enum.GetValues<Station>();

    private readonly Dictionary<Station, Percentiles> times = Stations.ToDictionary(station => station, _ => new Percentiles());
    private readonly Dictionary<Station, int> left = Stations.ToDictionary(station => station, _ => 0);

    /// <summary>The whole route of each spec.</summary>
    public Percentiles Whole { get; } = new();

    public void Add(ForgedTool tool)
    {
        var entered = Stations.Where(tool.Times.ContainsKey).ToArray();
        foreach (var station in entered)
        {
            this.times[station].Add(tool.Times[station].TotalMilliseconds);

            // An error ends the route: only the last station can have found it.
            if (station != entered[^1] || !tool.Findings.Any(finding => finding.Severity == FindingSeverity.Error)) this.left[station]++;
        }

        this.Whole.Add(tool.Times.Values.Sum(time => time.TotalMilliseconds));
    }

    public void Print(TextWriter output, string title)
    {
        var table = new Table(title, "entered", "left well", "median ms", "p95 ms", "total s");
        foreach (var station in Stations) Row(table, station.ToString(), this.times[station], this.left[station]);
        Row(table, "whole route", this.Whole, null);
        table.Print(output);
        output.WriteLine();
    }

    private static void Row(Table table, string name, Percentiles times, int? left) => table.Add(
        name, Text($"{times.Count}"), left is null ? "" : Text($"{left}"), times.Count == 0 ? "–" : Text($"{times.Median:0.0}"), times.Count == 0 ? "–" : Text($"{times.P95:0.0}"), Text($"{times.Sum / 1_000:0.0}"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Times, in milliseconds.</summary>
internal sealed class Percentiles
{
    private readonly List<double> values = [];

    public int Count => this.values.Count;

    public double Sum => this.values.Sum();

    public double Median => this.At(0.5);

    public double P95 => this.At(0.95);

    public void Add(double value) => this.values.Add(value);

    // The nearest rank.
    private double At(double share) => this.values.Order().ElementAt(Math.Max(0, (int)Math.Ceiling(share * this.values.Count) - 1));
}
