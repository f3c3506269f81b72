using System;
using System.Collections.Generic;
using System.Numerics;

namespace ToolGen.Transforms;

/// <summary>One aggregate over rows, kept for each group as rows pass. Nulls are no values.</summary>
public abstract class Figure<T>
{
    private protected Figure()
    {
    }

    internal abstract void Add(int group, T row);
}

/// <inheritdoc/>
/// <typeparam name="T">A row.</typeparam>
/// <typeparam name="TValue">What it comes to.</typeparam>
public abstract class Figure<T, TValue> : Figure<T>
{
    private protected Figure()
    {
    }

    /// <summary>The value of a group (0 where there are none), when all its rows have passed.</summary>
    public abstract TValue this[int group] { get; }
}

/// <summary>The aggregates of one place in the stream. Sums and counts, which are the same with groups and without; over nothing they are 0.</summary>
/// <typeparam name="T">A row.</typeparam>
public abstract class Figures<T>
{
    private readonly List<Figure<T>> figures = [];

    private protected Figures()
    {
    }

    /// <summary>How many rows.</summary>
    public Figure<T, long> Count() => this.Keep(new CountFigure<T>(static _ => true));

    /// <summary>How many rows for which a condition holds.</summary>
    public Figure<T, long> Count(Func<T, bool> condition) => this.Keep(new CountFigure<T>(condition));

    /// <inheritdoc cref="Count(Func{T, bool})"/>
    public Figure<T, long> Count(Func<T, bool?> condition) => this.Keep(new CountFigure<T>(row => condition(row) == true));

    /// <summary>How many values that are not null.</summary>
    public Figure<T, long> Count<TValue>(Func<T, TValue> value) => this.Keep(new CountFigure<T>(row => value(row) is not null));

    /// <summary>The sum, in 64 bits; beyond them the run fails.</summary>
    public Figure<T, long> Sum(Func<T, int> value) => this.Keep(new SumFigure<T, long>(row => value(row)));

    /// <inheritdoc cref="Sum(Func{T, int})"/>
    public Figure<T, long> Sum(Func<T, int?> value) => this.Keep(new SumFigure<T, long>(row => value(row)));

    /// <inheritdoc cref="Sum(Func{T, int})"/>
    public Figure<T, long> Sum(Func<T, long> value) => this.Keep(new SumFigure<T, long>(row => value(row)));

    /// <inheritdoc cref="Sum(Func{T, int})"/>
    public Figure<T, long> Sum(Func<T, long?> value) => this.Keep(new SumFigure<T, long>(value));

    public Figure<T, double> Sum(Func<T, double> value) => this.Keep(new SumFigure<T, double>(row => value(row)));

    public Figure<T, double> Sum(Func<T, double?> value) => this.Keep(new SumFigure<T, double>(value));

    public Figure<T, decimal> Sum(Func<T, decimal> value) => this.Keep(new SumFigure<T, decimal>(row => value(row)));

    public Figure<T, decimal> Sum(Func<T, decimal?> value) => this.Keep(new SumFigure<T, decimal>(value));

    public Figure<T, BigInteger> Sum(Func<T, BigInteger> value) => this.Keep(new SumFigure<T, BigInteger>(row => value(row)));

    public Figure<T, BigInteger> Sum(Func<T, BigInteger?> value) => this.Keep(new SumFigure<T, BigInteger>(value));

    internal void Add(int group, T row)
    {
        foreach (var figure in this.figures) figure.Add(group, row);
    }

    private protected TFigure Keep<TFigure>(TFigure figure)
        where TFigure : Figure<T>
    {
        this.figures.Add(figure);
        return figure;
    }
}
