using System;
using System.Collections.Generic;
using System.Numerics;

namespace ToolGen.Transforms;

/// <summary>One state a group, grown as groups come.</summary>
internal sealed class GroupStates<TState>
    where TState : struct
{
    private TState[] states = new TState[1];

    public ref TState this[int group]
    {
        get
        {
            if (group >= this.states.Length) Array.Resize(ref this.states, Math.Max(group + 1, this.states.Length * 2));
            return ref this.states[group];
        }
    }
}

internal sealed class CountFigure<T>(Func<T, bool> condition) : Figure<T, long>
{
    private readonly GroupStates<long> counts = new();

    public override long this[int group] => this.counts[group];

    internal override void Add(int group, T row)
    {
        if (condition(row)) this.counts[group]++;
    }
}

internal sealed class SumFigure<T, TSum>(Func<T, TSum?> value) : Figure<T, TSum>
    where TSum : struct, INumber<TSum>
{
    private readonly GroupStates<TSum> sums = new();

    public override TSum this[int group] => this.sums[group];

    internal override void Add(int group, T row)
    {
        if (value(row) is not { } number) return;
        ref var sum = ref this.sums[group];
        sum = checked(sum + number);
    }
}

internal sealed class ExtremeFigure<T, TValue>(Func<T, TValue> value, bool wantsGreater) : Figure<T, TValue>
{
    private readonly GroupStates<Held<TValue>> best = new();

    public override TValue this[int group] => this.best[group].Value;

    internal override void Add(int group, T row)
    {
        var candidate = value(row);
        if (candidate is null) return;
        ref var held = ref this.best[group];
        if (held.IsSet && Ordinal<TValue>.Comparer.Compare(candidate, held.Value) is var sign && (wantsGreater ? sign <= 0 : sign >= 0)) return;
        held = new(candidate);
    }
}

internal sealed class EdgeFigure<T, TValue>(Func<T, TValue> value, bool wantsLast) : Figure<T, TValue>
{
    private readonly GroupStates<Held<TValue>> edge = new();

    public override TValue this[int group] => this.edge[group].Value;

    internal override void Add(int group, T row)
    {
        ref var held = ref this.edge[group];
        if (held.IsSet && !wantsLast) return;
        if (value(row) is { } candidate) held = new(candidate);
    }
}

internal readonly struct Held<TValue>(TValue value)
{
    public bool IsSet { get; } = true;

    public TValue Value { get; } = value;
}

internal sealed class AverageFigure<T, TValue, TSum, TAverage>(Func<T, TValue?> value, Func<TValue, TSum> widen, Func<TSum, long, TAverage> divide) : Figure<T, TAverage?>
    where TValue : struct
    where TSum : struct, INumber<TSum>
    where TAverage : struct
{
    private readonly GroupStates<(TSum Sum, long Count)> states = new();

    public override TAverage? this[int group] => this.states[group] is { Count: > 0 } state ? divide(state.Sum, state.Count) : null;

    internal override void Add(int group, T row)
    {
        if (value(row) is not { } number) return;
        ref var state = ref this.states[group];
        state = (checked(state.Sum + widen(number)), state.Count + 1);
    }
}

/// <summary>A figure that is never null, because each of its values is there and each group has one.</summary>
internal sealed class PresentFigure<T, TValue>(Figure<T, TValue?> inner) : Figure<T, TValue>
    where TValue : struct
{
    public override TValue this[int group] => inner[group]!.Value;

    internal override void Add(int group, T row) => inner.Add(group, row);
}

internal static class AverageFigures
{
    // Integers are summed exactly: 128 bits hold 2^64 of them.
    public static Figure<T, double?> OfIntegers<T>(Func<T, long?> value) =>
        new AverageFigure<T, long, Int128, double>(value, static number => number, static (sum, count) => (double)sum / count);

    public static Figure<T, double?> OfDoubles<T>(Func<T, double?> value) =>
        new AverageFigure<T, double, double, double>(value, static number => number, static (sum, count) => sum / count);

    public static Figure<T, decimal?> OfDecimals<T>(Func<T, decimal?> value) =>
        new AverageFigure<T, decimal, decimal, decimal>(value, static number => number, static (sum, count) => sum / count);
}

/// <summary>The one order of values: text by its UTF-16 units, all else by its type, which is the same in every culture.</summary>
internal static class Ordinal<TValue>
{
    public static IComparer<TValue> Comparer { get; } =
        typeof(TValue) == typeof(string) ? (IComparer<TValue>)(object)StringComparer.Ordinal : Comparer<TValue>.Default;
}
