using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Checks;

namespace ToolGen.Transforms;

/// <summary>The columns of one table by name. An empty name becomes <c>column_N</c>, the second of one name <c>name_2</c>, so that every column can be named.</summary>
public sealed class CsvHeader
{
    private readonly Dictionary<string, int> byName;

    internal CsvHeader(IReadOnlyList<string> written)
    {
        this.byName = new(written.Count, StringComparer.Ordinal);
        var names = new string[written.Count];
        var taken = new HashSet<string>(written, StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            var wanted = written[i].Length == 0 ? $"column_{i + 1}" : written[i];
            var name = wanted;
            var isFirst = written[i].Length > 0 ? !this.byName.ContainsKey(name) : taken.Add(name);
            for (var n = 2; !isFirst && !taken.Add(name = $"{wanted}_{n}"); n++)
            {
            }

            this.byName.Add(name, i);
            names[i] = name;
        }

        this.Names = names;
    }

    /// <summary>In the order of the table.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The place of a column, from 0; -1 where there is none.</summary>
    public int IndexOf(string name) => this.byName.GetValueOrDefault(name, -1);

    internal string Missing(string name)
    {
        const int shown = 12;
        var near = NearMiss.Of(name, this.Names);
        var list = string.Join(", ", this.Names.Take(shown).Select(column => BadRecord.Show(column)));
        return $"the table has no column \"{name}\"; it has {list}{(this.Names.Count > shown ? ", …" : "")}{(near is null ? "" : $" (did you mean \"{near}\"?)")}";
    }
}
