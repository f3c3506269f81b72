using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;

namespace ToolGen.Benchmarks;

/// <summary>Repeated times of one thing, in milliseconds where it takes them itself.</summary>
internal sealed class Series
{
    private readonly List<double> values = [];

    public int Count => this.values.Count;

    public double Median
    {
        get
        {
            var sorted = this.values.Order().ToArray();
            return sorted.Length == 0 ? double.NaN
                : sorted.Length % 2 == 1 ? sorted[sorted.Length / 2]
                : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
        }
    }

    public double Least => this.values.Min();

    /// <summary>What so large a share of the values, 0 to 1, stays at or below.</summary>
    public double At(double share)
    {
        var sorted = this.values.Order().ToArray();
        return sorted.Length == 0 ? double.NaN : sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
    }

    public double Most => this.values.Max();

    public void Add(double value) => this.values.Add(value);

    /// <summary>Runs an action once and keeps its time.</summary>
    public T Time<T>(Func<T> action)
    {
        var start = Stopwatch.GetTimestamp();
        var result = action();
        this.values.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return result;
    }

    /// <summary>The time that was kept last.</summary>
    public double Last => this.values[^1];

    /// <summary>Runs an action once and keeps its time.</summary>
    public async ValueTask<T> TimeAsync<T>(Func<ValueTask<T>> action)
    {
        var start = Stopwatch.GetTimestamp();
        var result = await action();
        this.values.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return result;
    }

    /// <summary>Median and spread, such as <c>12.3 (11.9–14.0)</c>.</summary>
    public override string ToString() => this.values.Count == 0 ? "–" : string.Create(
        CultureInfo.InvariantCulture, $"{this.Median:0.0} ({this.values.Min():0.0}–{this.values.Max():0.0})");
}
