using System;
using System.Collections.Generic;

namespace ToolGen.Transforms;

/// <summary>Rows grouped by key, in the order in which keys first came, with figures that are made as rows pass: a group's rows are not held.</summary>
public sealed class Groups<T, TKey>
{
    private readonly TransformRun run;
    private readonly IEnumerable<T> source;
    private readonly Func<T, TKey> key;

    internal Groups(TransformRun run, IEnumerable<T> source, Func<T, TKey> key)
    {
        this.run = run;
        this.source = source;
        this.key = key;
    }

    /// <summary>The figures of each group: ask for them before <see cref="Select"/>.</summary>
    public GroupFigures<T> Figures { get; } = new();

    /// <summary>Makes a row of each group.</summary>
    /// <param name="make">From the key and the group's number, by which a figure gives its value.</param>
    public Rows<TResult> Select<TResult>(Func<TKey, int, TResult> make)
    {
        return new(this.run, Iterate());

        IEnumerable<TResult> Iterate()
        {
            var places = new KeyIndex<TKey>(this.run, "group");
            var keys = new List<TKey>();
            foreach (var row in this.source)
            {
                var value = this.key(row);
                var group = places.PlaceOf(value, out var isNew);
                if (isNew) keys.Add(value);
                this.Figures.Add(group, row);
            }

            for (var group = 0; group < keys.Count; group++) yield return make(keys[group], group);
        }
    }
}

/// <summary>A place in the stream where figures are kept.</summary>
public sealed class Tap<T>
{
    private readonly TransformRun run;
    private readonly IEnumerable<T> source;

    internal Tap(TransformRun run, IEnumerable<T> source)
    {
        this.run = run;
        this.source = source;
    }

    /// <summary>The figures: ask for them before the rows are run through, and read them (number 0) after.</summary>
    public TotalFigures<T> Figures { get; } = new();

    /// <summary>The rows, behind the tap.</summary>
    public Rows<T> Rows
    {
        get
        {
            return new(this.run, Iterate());

            IEnumerable<T> Iterate()
            {
                foreach (var row in this.source)
                {
                    this.Figures.Add(0, row);
                    yield return row;
                }
            }
        }
    }
}
