using System;
using System.Collections.Generic;

namespace ToolGen.Transforms;

/// <summary>
/// An order of rows by one key or more; equal rows keep the order they came in. Null stands first, ascending and descending; text compares
/// by its UTF-16 units, the same in every culture.
/// </summary>
/// <typeparam name="T">A row.</typeparam>
public sealed class Ordering<T>
{
    private readonly TransformRun run;
    private readonly IEnumerable<T> source;
    private readonly List<SortKey<T>> keys = [];

    internal Ordering(TransformRun run, IEnumerable<T> source)
    {
        this.run = run;
        this.source = source;
    }

    /// <summary>Adds a key, weaker than those before it.</summary>
    public Ordering<T> By<TKey>(Func<T, TKey> key, bool descending = false)
        where TKey : IComparable<TKey>?
    {
        this.keys.Add(new SortKey<T, TKey>(key, descending));
        return this;
    }

    /// <inheritdoc cref="By{TKey}(Func{T, TKey}, bool)"/>
    public Ordering<T> By<TKey>(Func<T, TKey?> key, bool descending = false)
        where TKey : struct, IComparable<TKey>
    {
        this.keys.Add(new SortKey<T, TKey?>(key, descending));
        return this;
    }

    /// <summary>Sorts. Holds all rows, at most <c>limits.rows</c>.</summary>
    public Rows<T> Sort() => this.Top(long.MaxValue);

    /// <summary>Sorts and keeps the first rows; holds no more than twice as many, at most <c>limits.rows</c> kept.</summary>
    /// <param name="count">How many; below zero is zero.</param>
    public Rows<T> Top(long count)
    {
        return new(this.run, Iterate(Math.Max(0, count)));

        IEnumerable<T> Iterate(long wanted)
        {
            var held = new SortBuffer<T>(this.keys);
            var kept = Math.Min(wanted, this.run.RowsLimit);
            foreach (var row in this.source)
            {
                held.Add(row);
                if (wanted > kept && held.Count > kept) throw this.run.TooManyRows("order");
                if (wanted == kept && held.Count > Math.Max(1024, 2 * kept)) held.KeepFirst((int)kept);
            }

            held.KeepFirst((int)Math.Min(kept, held.Count));
            foreach (var row in held.Rows) yield return row;
        }
    }

    /// <summary>Keeps of each key the row that this order puts first, at the place where the key first came. Holds one row a key, at most <c>limits.groups</c>.</summary>
    public Rows<T> Distinct<TKey>(Func<T, TKey> key)
    {
        return new(this.run, Iterate());

        IEnumerable<T> Iterate()
        {
            var places = new KeyIndex<TKey>(this.run, "distinct");
            var held = new SortBuffer<T>(this.keys);
            foreach (var row in this.source)
            {
                var place = places.PlaceOf(key(row), out var isNew);
                if (isNew) held.Add(row);
                else held.PutIfFirst(place, row);
            }

            foreach (var row in held.Rows) yield return row;
        }
    }
}
