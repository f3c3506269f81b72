using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ToolGen.Benchmarks.Calls;

/// <summary>One thing that a process does once, in each form: by hand where there is such a form, by ToolGen, by the factory.</summary>
/// <param name="name">What it is.</param>
/// <param name="kinds">The children that do it, in the order of the forms.</param>
internal sealed class OnceRow(string name, FreshKind[] kinds)
{
    public static string[] Header => ["once a process, ms", "n", "by hand", "ToolGen", "factory", "× by hand", "× factory", "thousand bytes"];

    public string Name => name;

    public IReadOnlyList<FreshKind> Kinds => kinds;

    public OnceForms Time { get; private set; } = null!;

    private OnceForms Bytes { get; set; } = null!;

    public string[] Cells =>
    [
        name, this.Time.Ours.Count.ToString(CultureInfo.InvariantCulture), this.Time.Hand?.ToString() ?? "–", this.Time.Ours.ToString(), this.Time.Factory.ToString(),
        this.Time.Hand is null ? "–" : this.Time.ByHand.ToString("0.00×", CultureInfo.InvariantCulture), this.Time.ByFactory.ToString("0.000×", CultureInfo.InvariantCulture),
        string.Join(" / ", new[] { this.Bytes.Hand, this.Bytes.Ours, this.Bytes.Factory }.Select(bytes => bytes is null ? "–" : (bytes.Median / 1000).ToString("0.0", CultureInfo.InvariantCulture))),
    ];

    /// <summary>Takes its own from the front of what was measured.</summary>
    public void Take(ref IReadOnlyList<FreshTimes> times)
    {
        var own = times.Take(kinds.Length).ToArray();
        times = [.. times.Skip(kinds.Length)];
        this.Time = Forms([.. own.Select(one => one.Time)]);
        this.Bytes = Forms([.. own.Select(one => one.Bytes)]);
    }

    private static OnceForms Forms(Series[] all) => new(all.Length == 3 ? all[0] : null, all[^2], all[^1]);
}

/// <summary>One figure in each form.</summary>
internal sealed record OnceForms(Series? Hand, Series Ours, Series Factory)
{
    public double ByHand => this.Ours.Median / this.Hand!.Median;

    public double ByFactory => this.Ours.Median / this.Factory.Median;
}
