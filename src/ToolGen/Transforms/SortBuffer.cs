using System;
using System.Collections.Generic;

namespace ToolGen.Transforms;

/// <summary>Rows with their keys beside them, each key made once. Rows that compare equal stand in the order they came in.</summary>
internal sealed class SortBuffer<T>
{
    private readonly SortColumn<T>[] columns;
    private T[] rows = new T[64];

    public SortBuffer(IReadOnlyList<SortKey<T>> keys)
    {
        this.columns = new SortColumn<T>[keys.Count];
        for (var i = 0; i < this.columns.Length; i++) this.columns[i] = keys[i].Column();
    }

    public int Count { get; private set; }

    public ArraySegment<T> Rows => new(this.rows, 0, this.Count);

    public void Add(T row)
    {
        this.Set(this.Count, row);
        this.Count++;
    }

    /// <summary>Puts a row in the place of one that it goes before.</summary>
    public void PutIfFirst(int place, T row)
    {
        this.Set(this.Count, row);
        if (this.Compare(this.Count, place) < 0) this.Set(place, row);
    }

    /// <summary>Sorts, and drops all but the first rows.</summary>
    public void KeepFirst(int count)
    {
        var order = new int[this.Count];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        order.AsSpan().Sort((left, right) => this.Compare(left, right) is not 0 and var unequal ? unequal : left - right);

        var first = order.AsSpan(0, Math.Min(count, order.Length));
        this.rows = Permutation.Of(this.rows, first);
        foreach (var column in this.columns) column.Keep(first);
        this.Count = first.Length;
    }

    private void Set(int place, T row)
    {
        if (place >= this.rows.Length) Array.Resize(ref this.rows, place * 2);
        this.rows[place] = row;
        foreach (var column in this.columns) column.Set(place, row);
    }

    private int Compare(int left, int right)
    {
        foreach (var column in this.columns)
            if (column.Compare(left, right) is not 0 and var unequal) return unequal;
        return 0;
    }
}

/// <summary>The keys of one <see cref="SortKey{T}"/>, a row each.</summary>
internal abstract class SortColumn<T>
{
    public abstract void Set(int place, T row);

    public abstract int Compare(int left, int right);

    public abstract void Keep(ReadOnlySpan<int> order);
}

/// <summary>A key of an order.</summary>
internal abstract class SortKey<T>
{
    public abstract SortColumn<T> Column();
}

/// <inheritdoc/>
internal sealed class SortKey<T, TKey>(Func<T, TKey> key, bool descending) : SortKey<T>
{
    public override SortColumn<T> Column() => new Keys(key, descending);

    private sealed class Keys(Func<T, TKey> key, bool descending) : SortColumn<T>
    {
        private TKey[] values = new TKey[64];

        public override void Set(int place, T row)
        {
            if (place >= this.values.Length) Array.Resize(ref this.values, place * 2);
            this.values[place] = key(row);
        }

        public override int Compare(int left, int right)
        {
            var (a, b) = (this.values[left], this.values[right]);
            if (a is null || b is null) return a is null ? (b is null ? 0 : -1) : 1;
            return descending ? Ordinal<TKey>.Comparer.Compare(b, a) : Ordinal<TKey>.Comparer.Compare(a, b);
        }

        public override void Keep(ReadOnlySpan<int> order) => this.values = Permutation.Of(this.values, order);
    }
}

internal static class Permutation
{
    /// <summary>The elements at the places that <paramref name="order"/> names, with room for more.</summary>
    public static TItem[] Of<TItem>(TItem[] items, ReadOnlySpan<int> order)
    {
        var result = new TItem[Math.Max(64, order.Length)];
        for (var i = 0; i < order.Length; i++) result[i] = items[order[i]];
        return result;
    }
}
