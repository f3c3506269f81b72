using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsvHelper;
using ToolGen.Forge.Specs;

namespace ToolGen.Benchmarks.Route;

/// <summary>Three specs a table: each with the samples of its own and one of the table, whose output CsvHelper and LINQ say.</summary>
internal static class TableSpecs
{
    public static IEnumerable<SpecInput> Of(string specs, string tables)
    {
        var (count, group, top) = (Spec(specs, "count_table_rows"), Spec(specs, "group_table_rows"), Spec(specs, "top_table_rows"));
        foreach (var path in Directory.GetFiles(tables, "*.csv", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(path);
            var name = Regex.Replace(Path.GetRelativePath(tables, path), "[^0-9]+", "_").Trim('_');
            var (header, records) = Read(text);
            yield return With(count, "count_" + name, new() { ["csv"] = text }, new() { ["rows"] = records.Count, ["malformed"] = 0 });

            var groups = records.GroupBy(record => record[0], StringComparer.Ordinal).OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal)
                .Select(same => new JsonObject { ["value"] = same.Key, ["rows"] = same.Count() });
            yield return With(group, "group_" + name, new() { ["csv"] = text, ["column"] = header[0] }, new() { ["groups"] = new JsonArray([.. groups]) });

            var column = Enumerable.Range(0, header.Count).OrderByDescending(at => records.Count(record => IsWhole(record[at]))).ThenBy(at => at).First();
            var matching = records.Where(record => IsWhole(record[column]) && Whole(record[column]) >= 3).ToList();
            var best = matching.OrderByDescending(record => Whole(record[column])).Take(4)
                .Select(record => new JsonObject(header.Zip(record, (key, value) => KeyValuePair.Create(key, (JsonNode?)JsonValue.Create(value)))));
            yield return With(
                top, "top_" + name, new() { ["csv"] = text, ["column"] = header[column], ["minimum"] = 3, ["limit"] = 4 }, new() { ["matching"] = matching.Count, ["top"] = new JsonArray([.. best]) });
        }
    }

    private static JsonObject Spec(string folder, string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(folder, name + SpecSet.Extension)))!.AsObject();

    private static SpecInput With(JsonObject spec, string name, JsonObject input, JsonObject output)
    {
        var own = spec.DeepClone().AsObject();
        own["name"] = name;
        own["examples"]!.AsArray().Add(new JsonObject { ["input"] = input, ["output"] = output });
        return new(name + SpecSet.Extension, Encoding.UTF8.GetBytes(own.ToJsonString()));
    }

    private static bool IsWhole(string text) => text.Length is > 0 and <= 15 && text.All(char.IsAsciiDigit);

    private static long Whole(string text) => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    // CsvHelper knows quotes that are doubled, not escaped: the text is brought to RFC 4180 first. Columns are named by the rule that the tools state.
    private static (IReadOnlyList<string> Header, IReadOnlyList<string[]> Records) Read(string text)
    {
        var doubled = Regex.Replace(text, @"\\([""\\])", match => match.Value[1] == '"' ? "\"\"" : "\\");
        using var reader = CsvReader.FromText(doubled, new CsvReaderOptions { Separator = ',', HasHeader = false });
        var all = new List<string[]>();
        while (reader.Read()) all.Add(reader.Current.ToArray());
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var header = all[0].Select((name, i) => name.Length == 0 ? $"column_{i + 1}" : (seen[name] = seen.GetValueOrDefault(name) + 1) == 1 ? name : $"{name}_{seen[name]}").ToList();
        return (header, all.Skip(1).ToList());
    }
}
