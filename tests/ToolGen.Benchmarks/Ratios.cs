using System;
using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Benchmarks;

/// <summary>Ratios of pairs that were taken in turn, so that a load of the machine falls on both.</summary>
internal sealed class Ratios
{
    private readonly List<double> values = [];

    public double Median => this.At(0.5);

    public void Add(double value) => this.values.Add(value);

    /// <summary>Median and quartiles, such as <c>1.04× (1.01–1.09)</c>.</summary>
    public string ToString(IFormatProvider provider) => string.Create(provider, $"{this.Median:0.00}× ({this.At(0.25):0.00}–{this.At(0.75):0.00})");

    private double At(double share)
    {
        var sorted = this.values.Order().ToArray();
        return sorted[(int)Math.Round((sorted.Length - 1) * share)];
    }
}
