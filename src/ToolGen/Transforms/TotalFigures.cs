using System;

namespace ToolGen.Transforms;

/// <summary>The aggregates of all rows, of which there may be none: all but sums and counts are then null.</summary>
/// <typeparam name="T">A row.</typeparam>
public sealed class TotalFigures<T> : Figures<T>
{
    internal TotalFigures()
    {
    }

    // A method over value types and one over classes have the same signature for the runtime; the tag, never given, tells them apart.
    public Figure<T, TValue?> Min<TValue>(Func<T, TValue> value)
        where TValue : struct, IComparable<TValue> => this.Min((T row) => (TValue?)value(row));

    public Figure<T, TValue?> Min<TValue>(Func<T, TValue?> value)
        where TValue : struct, IComparable<TValue> => this.Keep(new ExtremeFigure<T, TValue?>(value, wantsGreater: false));

    public Figure<T, TValue?> Min<TValue>(Func<T, TValue?> value, ClassTag? tag = null)
        where TValue : class, IComparable<TValue> => this.Keep(new ExtremeFigure<T, TValue?>(value, wantsGreater: false));

    public Figure<T, TValue?> Max<TValue>(Func<T, TValue> value)
        where TValue : struct, IComparable<TValue> => this.Max((T row) => (TValue?)value(row));

    public Figure<T, TValue?> Max<TValue>(Func<T, TValue?> value)
        where TValue : struct, IComparable<TValue> => this.Keep(new ExtremeFigure<T, TValue?>(value, wantsGreater: true));

    public Figure<T, TValue?> Max<TValue>(Func<T, TValue?> value, ClassTag? tag = null)
        where TValue : class, IComparable<TValue> => this.Keep(new ExtremeFigure<T, TValue?>(value, wantsGreater: true));

    public Figure<T, double?> Average(Func<T, int> value) => this.Average((T row) => (long?)value(row));

    public Figure<T, double?> Average(Func<T, int?> value) => this.Average((T row) => (long?)value(row));

    public Figure<T, double?> Average(Func<T, long> value) => this.Average((T row) => (long?)value(row));

    public Figure<T, double?> Average(Func<T, long?> value) => this.Keep(AverageFigures.OfIntegers(value));

    public Figure<T, double?> Average(Func<T, double> value) => this.Average((T row) => (double?)value(row));

    public Figure<T, double?> Average(Func<T, double?> value) => this.Keep(AverageFigures.OfDoubles(value));

    public Figure<T, decimal?> Average(Func<T, decimal> value) => this.Average((T row) => (decimal?)value(row));

    public Figure<T, decimal?> Average(Func<T, decimal?> value) => this.Keep(AverageFigures.OfDecimals(value));

    /// <summary>The first value that is not null.</summary>
    public Figure<T, TValue?> First<TValue>(Func<T, TValue> value)
        where TValue : struct => this.First((T row) => (TValue?)value(row));

    /// <inheritdoc cref="First{TValue}(Func{T, TValue})"/>
    public Figure<T, TValue?> First<TValue>(Func<T, TValue?> value)
        where TValue : struct => this.Keep(new EdgeFigure<T, TValue?>(value, wantsLast: false));

    /// <inheritdoc cref="First{TValue}(Func{T, TValue})"/>
    public Figure<T, TValue?> First<TValue>(Func<T, TValue?> value, ClassTag? tag = null)
        where TValue : class => this.Keep(new EdgeFigure<T, TValue?>(value, wantsLast: false));

    /// <summary>The last value that is not null.</summary>
    public Figure<T, TValue?> Last<TValue>(Func<T, TValue> value)
        where TValue : struct => this.Last((T row) => (TValue?)value(row));

    /// <inheritdoc cref="Last{TValue}(Func{T, TValue})"/>
    public Figure<T, TValue?> Last<TValue>(Func<T, TValue?> value)
        where TValue : struct => this.Keep(new EdgeFigure<T, TValue?>(value, wantsLast: true));

    /// <inheritdoc cref="Last{TValue}(Func{T, TValue})"/>
    public Figure<T, TValue?> Last<TValue>(Func<T, TValue?> value, ClassTag? tag = null)
        where TValue : class => this.Keep(new EdgeFigure<T, TValue?>(value, wantsLast: true));

    /// <summary>Nothing: it only tells signatures apart.</summary>
    public sealed class ClassTag
    {
        private ClassTag()
        {
        }
    }
}
