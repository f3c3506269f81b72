using System;

namespace ToolGen.Transforms;

/// <summary>The aggregates of groups. A group has a row at least, so a figure is null only where its values can be null and all are.</summary>
/// <typeparam name="T">A row.</typeparam>
public sealed class GroupFigures<T> : Figures<T>
{
    internal GroupFigures()
    {
    }

    public Figure<T, TValue> Min<TValue>(Func<T, TValue> value)
        where TValue : IComparable<TValue>? => this.Keep(new ExtremeFigure<T, TValue>(value, wantsGreater: false));

    public Figure<T, TValue?> Min<TValue>(Func<T, TValue?> value)
        where TValue : struct, IComparable<TValue> => this.Keep(new ExtremeFigure<T, TValue?>(value, wantsGreater: false));

    public Figure<T, TValue> Max<TValue>(Func<T, TValue> value)
        where TValue : IComparable<TValue>? => this.Keep(new ExtremeFigure<T, TValue>(value, wantsGreater: true));

    public Figure<T, TValue?> Max<TValue>(Func<T, TValue?> value)
        where TValue : struct, IComparable<TValue> => this.Keep(new ExtremeFigure<T, TValue?>(value, wantsGreater: true));

    public Figure<T, double> Average(Func<T, int> value) => this.Average((T row) => (long)value(row));

    public Figure<T, double?> Average(Func<T, int?> value) => this.Average((T row) => (long?)value(row));

    public Figure<T, double> Average(Func<T, long> value) => this.Keep(new PresentFigure<T, double>(AverageFigures.OfIntegers<T>(row => value(row))));

    public Figure<T, double?> Average(Func<T, long?> value) => this.Keep(AverageFigures.OfIntegers(value));

    public Figure<T, double> Average(Func<T, double> value) => this.Keep(new PresentFigure<T, double>(AverageFigures.OfDoubles<T>(row => value(row))));

    public Figure<T, double?> Average(Func<T, double?> value) => this.Keep(AverageFigures.OfDoubles(value));

    public Figure<T, decimal> Average(Func<T, decimal> value) => this.Keep(new PresentFigure<T, decimal>(AverageFigures.OfDecimals<T>(row => value(row))));

    public Figure<T, decimal?> Average(Func<T, decimal?> value) => this.Keep(AverageFigures.OfDecimals(value));

    /// <summary>The first value that is not null.</summary>
    public Figure<T, TValue> First<TValue>(Func<T, TValue> value) => this.Keep(new EdgeFigure<T, TValue>(value, wantsLast: false));

    /// <summary>The last value that is not null.</summary>
    public Figure<T, TValue> Last<TValue>(Func<T, TValue> value) => this.Keep(new EdgeFigure<T, TValue>(value, wantsLast: true));
}
