using System;
using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Data;

/// <summary>Rows of a database as the rows of a tool: columns fill properties by name; called by generated code.</summary>
public static class DataTable
{
    /// <summary>Makes each row.</summary>
    /// <param name="data">What the statement gave.</param>
    /// <param name="columns">The properties in order, by their names in JSON; <c>?</c> behind one whose column may be absent.</param>
    /// <param name="make">Makes a row of the values of those columns.</param>
    /// <exception cref="ToolException"><c>bad_data</c>: a column is missing, or a value is not of its type.</exception>
    public static IReadOnlyList<T> Rows<T>(DataRows data, string[] columns, DataMake<T> make)
    {
        var ordinals = new int[columns.Length];
        for (var i = 0; i < columns.Length; i++) ordinals[i] = Find(data.Columns, columns[i]);
        var rows = new T[data.Rows.Count];
        for (var i = 0; i < rows.Length; i++) rows[i] = make(new DataRecord(data.Rows[i], ordinals, columns, i + 1));
        return rows;
    }

    /// <summary>The only row, where an object and no list is made of it.</summary>
    /// <exception cref="ToolException"><c>not_found</c>: there is none; <c>bad_data</c>: there are more.</exception>
    public static T One<T>(IReadOnlyList<T> rows) => rows.Count switch
    {
        1 => rows[0],
        0 => throw new ToolException(ToolErrorCodes.NotFound, "the database has no such row"),
        _ => throw new ToolException(ToolErrorCodes.BadData, $"the statement gives {rows.Count} rows where one is wanted"),
    };

    /// <summary>The first value of the first row, an integer: a count.</summary>
    public static long Count(DataRows data) => data.Rows is [[long count, ..], ..] ? count : throw new ToolException(ToolErrorCodes.BadData, "the database gives no count");

    // As written; else ignoring case, since some databases change the case of names.
    private static int Find(IReadOnlyList<string> columns, string name)
    {
        var isOptional = name.EndsWith('?');
        if (isOptional) name = name[..^1];
        var loose = -1;
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i] == name) return i;
            if (loose < 0 && string.Equals(columns[i], name, StringComparison.OrdinalIgnoreCase)) loose = i;
        }

        return loose >= 0 || isOptional ? loose : throw new ToolException(ToolErrorCodes.BadData, $"the statement gives no column {name}, but {string.Join(", ", columns.Take(20))}");
    }
}

/// <summary>Makes a row.</summary>
public delegate T DataMake<out T>(DataRecord record);
