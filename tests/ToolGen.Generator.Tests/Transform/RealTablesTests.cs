using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using CsvHelper;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;
using ToolGen.Specification.Specs;
using ToolGen.TestSupport;
using SourceText = ToolGen.Specification.Json.SourceText;

namespace ToolGen.Generator.Tests.Transform;

/// <summary>The tables of WikiTableQuestions through three tools, against what CsvHelper reads and LINQ makes of it.</summary>
[TestClass]
public sealed class RealTablesTests
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [TestMethod]
    public async Task All_150_tables_are_counted_as_CsvHelper_counts_them()
    {
        var tool = Tool("count_table_rows");
        var tables = Tables();
        var total = 0;
        foreach (var (path, text) in tables)
        {
            var (_, records) = Independent(text);
            total += records.Count;
            Assert.AreEqual($"{{\"rows\":{records.Count},\"malformed\":0}}", await Call(tool, new() { ["csv"] = text }), path);
        }

        Assert.AreEqual(150, tables.Count);
        Assert.AreEqual(3_452, total);
    }

    [TestMethod]
    public async Task Every_column_of_all_tables_groups_as_LINQ_groups_it()
    {
        var tool = Tool("group_table_rows");
        var columns = 0;
        foreach (var (path, text) in Tables())
        {
            var (header, records) = Independent(text);
            for (var at = 0; at < header.Count; at++, columns++)
            {
                var groups = records.GroupBy(record => record[at], StringComparer.Ordinal)
                    .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => new JsonObject { ["value"] = group.Key, ["rows"] = group.Count() });
                var expected = new JsonObject { ["groups"] = new JsonArray([.. groups]) };
                var answer = await Call(tool, new() { ["csv"] = text, ["column"] = header[at] });
                Assert.IsTrue(JsonNode.DeepEquals(expected, JsonNode.Parse(answer)), $"{path}, {header[at]}: {answer}");
            }
        }

        Assert.IsTrue(columns > 800, $"{columns} columns");
    }

    [TestMethod]
    public async Task The_top_rows_of_every_column_are_those_that_LINQ_takes()
    {
        var tool = Tool("top_table_rows");
        var found = 0L;
        foreach (var (path, text) in Tables())
        {
            var (header, records) = Independent(text);
            for (var at = 0; at < header.Count; at++)
            {
                var matching = records.Where(record => IsWhole(record[at]) && long.Parse(record[at], CultureInfo.InvariantCulture) >= 3).ToList();
                var top = matching.OrderByDescending(record => long.Parse(record[at], CultureInfo.InvariantCulture)).Take(4)
                    .Select(record => new JsonObject(header.Zip(record, (name, value) => KeyValuePair.Create(name, (JsonNode?)JsonValue.Create(value)))));
                var expected = new JsonObject { ["matching"] = matching.Count, ["top"] = new JsonArray([.. top]) };
                var answer = await Call(tool, new() { ["csv"] = text, ["column"] = header[at], ["minimum"] = 3, ["limit"] = 4 });
                Assert.IsTrue(JsonNode.DeepEquals(expected, JsonNode.Parse(answer)), $"{path}, {header[at]}: {answer}");
                found += matching.Count;
            }
        }

        Assert.IsTrue(found > 3_000, $"{found} rows");
    }

    [TestMethod]
    public async Task Read_by_RFC_4180_the_21_tables_with_backslashes_are_refused_with_a_line_and_the_others_are_read()
    {
        var text = File.ReadAllText(Path.Combine(SharedData.Repository, "tests", "Specs", "count_table_rows.tool.json"))
            .Replace("\"escape\": \"\\\\\", \"bad\": \"skip\"", "\"bad\": \"fail\"", StringComparison.Ordinal);
        var tool = CompiledTool.Load(SpecReader.Read(new SourceText("count_table_rows.tool.json", text)).Spec!);
        var refused = new List<string>();
        foreach (var (path, table) in Tables())
        {
            var result = await tool.CallAsync(Arguments(new() { ["csv"] = table }), new SystemToolContext());
            if (!result.IsError) continue;
            refused.Add(path);
            Assert.AreEqual(ToolErrorCodes.BadData, result.Errors[0].Code, path);
            StringAssert.Matches(result.Errors[0].Message, new("^line [0-9]+: "));
            StringAssert.Contains(table, "\\");
        }

        Assert.AreEqual(21, refused.Count, string.Join(" ", refused));
    }

    [TestMethod]
    public async Task A_malformed_row_put_into_any_table_is_reported_at_its_line()
    {
        var tool = Tool("group_table_rows");
        var count = Tool("count_table_rows");
        foreach (var (path, text) in Tables().Take(40))
        {
            var (header, records) = Independent(text);
            var lines = text.TrimEnd('\n').Count(c => c == '\n') + 2;
            var broken = text.TrimEnd('\n') + "\n" + string.Concat(Enumerable.Repeat("x,", header.Count)) + "x\n";
            var result = await tool.CallAsync(Arguments(new() { ["csv"] = broken, ["column"] = header[0] }), new SystemToolContext());
            Assert.IsTrue(result.IsError, path);
            Assert.AreEqual($"line {lines}: the record has {header.Count + 1} cells where the header has {header.Count} columns", result.Errors[0].Message, path);
            Assert.AreEqual($"{{\"rows\":{records.Count},\"malformed\":1}}", await Call(count, new() { ["csv"] = broken }), path);
        }
    }

    private static bool IsWhole(string text) => text.Length is > 0 and <= 15 && text.All(char.IsAsciiDigit);

    private static IReadOnlyList<(string Path, string Text)> Tables()
    {
        var folder = SharedData.Require("data", "wtq-csv");
        return Directory.GetFiles(folder, "*.csv", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => (Path.GetRelativePath(folder, path), File.ReadAllText(path))).ToList();
    }

    // CsvHelper knows quotes that are doubled, not escaped: the text is brought to RFC 4180 first. Columns are named by the rule that the
    // tools state: the second of one name is name_2, one without a name column_N.
    private static (IReadOnlyList<string> Header, IReadOnlyList<string[]> Records) Independent(string text)
    {
        var doubled = Regex.Replace(text, @"\\([""\\])", match => match.Value[1] == '"' ? "\"\"" : "\\");
        using var reader = CsvReader.FromText(doubled, new CsvReaderOptions { Separator = ',', HasHeader = false });
        var all = new List<string[]>();
        while (reader.Read()) all.Add(reader.Current.ToArray());
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var header = all[0].Select((name, i) => name.Length == 0 ? $"column_{i + 1}" : (seen[name] = seen.GetValueOrDefault(name) + 1) == 1 ? name : $"{name}_{seen[name]}").ToList();
        return (header, all.Skip(1).ToList());
    }

    private static Tool Tool(string name)
    {
        var path = Path.Combine(SharedData.Repository, "tests", "Specs", name + ".tool.json");
        var reading = SpecReader.Read(new SourceText(name + ".tool.json", File.ReadAllText(path)));
        Assert.IsNotNull(reading.Spec, string.Join("\n", reading.Findings));
        return CompiledTool.Load(reading.Spec);
    }

    private static byte[] Arguments(JsonObject arguments) => Encoding.UTF8.GetBytes(arguments.ToJsonString(Plain));

    private static async Task<string> Call(Tool tool, JsonObject arguments)
    {
        var result = await tool.CallAsync(Arguments(arguments), new SystemToolContext());
        return result.IsError ? string.Join("; ", result.Errors) : Encoding.UTF8.GetString(result.Output.Span);
    }
}
