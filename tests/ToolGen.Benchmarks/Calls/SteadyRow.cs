using System;
using System.Globalization;

namespace ToolGen.Benchmarks.Calls;

/// <summary>What one case cost in each form: by hand, by ToolGen, by the factory.</summary>
internal sealed class SteadyRow(string name, long[] bytes)
{
    private readonly Series[] times = [new(), new(), new()];

    public string Name => name;

    public Ratios ByHand { get; } = new();

    public Ratios ByFactory { get; } = new();

    public double BytesByHand => (double)bytes[1] / bytes[0];

    public double BytesByFactory => (double)bytes[1] / bytes[2];

    public string Summary => string.Create(CultureInfo.InvariantCulture, $"{name}: {this.ByHand.Median:0.00}× by hand, {this.ByFactory.Median:0.00}× the factory");

    public static string[] Header => ["steady call, ns", "n", "by hand", "ToolGen", "factory", "× by hand", "× factory", "bytes", "× by hand", "× factory"];

    public string[] Cells =>
    [
        name, this.times[0].Count.ToString(CultureInfo.InvariantCulture), this.times[0].ToString(), this.times[1].ToString(), this.times[2].ToString(),
        this.ByHand.ToString(CultureInfo.InvariantCulture), this.ByFactory.ToString(CultureInfo.InvariantCulture), string.Join(" / ", bytes),
        this.BytesByHand.ToString("0.00×", CultureInfo.InvariantCulture), this.BytesByFactory.ToString("0.00×", CultureInfo.InvariantCulture),
    ];

    /// <summary>One round.</summary>
    public void Add(double[] round)
    {
        for (var i = 0; i < round.Length; i++) this.times[i].Add(round[i]);
        this.ByHand.Add(round[1] / round[0]);
        this.ByFactory.Add(round[1] / round[2]);
    }
}
