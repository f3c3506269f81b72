using System;
using System.Collections.Generic;

namespace ToolGen.Transforms;

/// <summary>
/// Rows on their way through the steps of a transform: each step makes new ones, nothing runs before <see cref="ToList"/> or
/// <see cref="Drain"/>, and a step holds no more rows than its docs say. Rows can be run through once.
/// </summary>
/// <typeparam name="T">A row; mostly an anonymous type.</typeparam>
public sealed class Rows<T>
{
    private readonly TransformRun run;
    private readonly IEnumerable<T> source;

    internal Rows(TransformRun run, IEnumerable<T> source)
    {
        this.run = run;
        this.source = source;
    }

    /// <summary>The rows themselves.</summary>
    internal IEnumerable<T> Source => this.source;

    /// <summary>Keeps the rows for which a condition holds; null does not.</summary>
    public Rows<T> Where(Func<T, bool> condition)
    {
        return new(this.run, Iterate(this.source));

        IEnumerable<T> Iterate(IEnumerable<T> rows)
        {
            foreach (var row in rows)
                if (condition(row)) yield return row;
        }
    }

    /// <inheritdoc cref="Where(Func{T, bool})"/>
    public Rows<T> Where(Func<T, bool?> condition) => this.Where((T row) => condition(row) == true);

    /// <summary>Makes a new row of each.</summary>
    public Rows<TResult> Select<TResult>(Func<T, TResult> make)
    {
        return new(this.run, Iterate(this.source));

        IEnumerable<TResult> Iterate(IEnumerable<T> rows)
        {
            foreach (var row in rows) yield return make(row);
        }
    }

    /// <summary>Makes a new row of each and the one before it; before the first stands null.</summary>
    public Rows<TResult> Select<TResult>(Func<T, T?, TResult> make)
    {
        return new(this.run, Iterate(this.source));

        IEnumerable<TResult> Iterate(IEnumerable<T> rows)
        {
            var previous = default(T);
            foreach (var row in rows)
            {
                yield return make(row, previous);
                previous = row;
            }
        }
    }

    /// <summary>Looks at each row as it passes: what fails there ends the run.</summary>
    public Rows<T> Check(Action<T> check) => this.Select(row =>
    {
        check(row);
        return row;
    });

    /// <summary>One row for each element; null is no element.</summary>
    public Rows<TItem> Flatten<TItem>(Func<T, IEnumerable<TItem>?> sequence) => this.Flatten(sequence, static (_, item) => item);

    /// <summary>One row for each element, made of the row and the element.</summary>
    public Rows<TResult> Flatten<TItem, TResult>(Func<T, IEnumerable<TItem>?> sequence, Func<T, TItem, TResult> make)
    {
        return new(this.run, Iterate(this.source));

        IEnumerable<TResult> Iterate(IEnumerable<T> rows)
        {
            foreach (var row in rows)
            {
                foreach (var item in sequence(row) ?? [])
                {
                    this.run.Tick();
                    yield return make(row, item);
                }
            }
        }
    }

    /// <summary>Keeps the first row of each key. Holds the keys, at most <c>limits.groups</c>.</summary>
    public Rows<T> Distinct<TKey>(Func<T, TKey> key)
    {
        return new(this.run, Iterate(this.source));

        IEnumerable<T> Iterate(IEnumerable<T> rows)
        {
            var places = new KeyIndex<TKey>(this.run, "distinct");
            foreach (var row in rows)
            {
                places.PlaceOf(key(row), out var isNew);
                if (isNew) yield return row;
            }
        }
    }

    /// <summary>Keeps the last row of each key, at the place of the first. Holds one row a key, at most <c>limits.groups</c>.</summary>
    public Rows<T> DistinctLast<TKey>(Func<T, TKey> key)
    {
        return new(this.run, Iterate(this.source));

        IEnumerable<T> Iterate(IEnumerable<T> rows)
        {
            var places = new KeyIndex<TKey>(this.run, "distinct");
            var last = new List<T>();
            foreach (var row in rows)
            {
                var place = places.PlaceOf(key(row), out var isNew);
                if (isNew) last.Add(row);
                else last[place] = row;
            }

            foreach (var row in last) yield return row;
        }
    }

    /// <summary>Groups by key. Holds the keys and the state of the aggregates, at most <c>limits.groups</c> of each.</summary>
    public Groups<T, TKey> Group<TKey>(Func<T, TKey> key) => new(this.run, this.source, key);

    /// <summary>Begins an order: keys are added to it, then it is sorted.</summary>
    public Ordering<T> Order() => new(this.run, this.source);

    /// <summary>Passes over the first rows; a count below zero is zero.</summary>
    public Rows<T> Skip(long count)
    {
        return new(this.run, Iterate(this.source));

        IEnumerable<T> Iterate(IEnumerable<T> rows)
        {
            var left = count;
            foreach (var row in rows)
                if (left-- <= 0) yield return row;
        }
    }

    /// <summary>Keeps the first rows; a count below zero is zero.</summary>
    /// <param name="count">How many.</param>
    /// <param name="drain">Whether the rows behind are run through all the same, because figures saved before count them.</param>
    public Rows<T> Take(long count, bool drain = false)
    {
        return new(this.run, Iterate(this.source));

        IEnumerable<T> Iterate(IEnumerable<T> rows)
        {
            if (count <= 0 && !drain) yield break;
            var taken = 0L;
            foreach (var row in rows)
            {
                if (taken < count) yield return row;
                if (++taken >= count && !drain) yield break;
            }
        }
    }

    /// <summary>Writes each row to a file as it passes.</summary>
    /// <param name="files">The files.</param>
    /// <param name="write">Gives the row's properties.</param>
    public Rows<T> Write(RowFiles files, Action<RowText, T> write) => this.Check(row => files.Add(row, null, write));

    /// <summary>Writes each row to the file that its values name.</summary>
    /// <param name="files">The files.</param>
    /// <param name="keys">Puts the values that the path waits for into the array, in their order.</param>
    /// <param name="write">Gives the row's properties.</param>
    public Rows<T> Write(RowFiles files, Action<T, string[]> keys, Action<RowText, T> write) => this.Check(row => files.Add(row, keys, write));

    /// <summary>Figures of the rows that pass here, known when all have passed; over no rows only sums and counts are not null.</summary>
    public Tap<T> Tap() => new(this.run, this.source);

    /// <summary>Runs the steps and holds the rows, at most <c>limits.rows</c>.</summary>
    public IReadOnlyList<T> ToList()
    {
        var list = new List<T>();
        foreach (var row in this.source)
        {
            if (list.Count >= this.run.RowsLimit) throw this.run.TooManyRows("the result");
            list.Add(row);
        }

        return list;
    }

    /// <summary>Runs the steps for their figures alone.</summary>
    public void Drain()
    {
        foreach (var row in this.source) _ = row;
    }
}
