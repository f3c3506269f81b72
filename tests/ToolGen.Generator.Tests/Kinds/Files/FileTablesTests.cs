using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;
using ToolGen.TestSupport;
using ToolGen.Transforms;

namespace ToolGen.Generator.Tests.Kinds.Files;

/// <summary>150 tables of Wikipedia (see the README of the data), with backslash escapes, line breaks in cells and headers, repeated and empty column names.</summary>
[TestClass]
public sealed class FileTablesTests
{
    private const string Tables = "\"parse\": {\"format\": \"csv\", \"escape\": \"\\\\\"}, \"record\": \"any\"";

    [TestMethod]
    public async Task All_tables_are_found_and_written_so_that_they_read_the_same()
    {
        var data = SharedData.Require("data", "wtq-csv");
        using var spec = new FileSpec();
        var tool = CompiledTool.Load(FileSpec.Text($"\"read\": \"data/**/*.csv\", {Tables}, \"write\": \"out/{{file.path}}\""));
        var answer = JsonNode.Parse(await spec.Call(tool, "{}", data))!;
        Assert.AreEqual((150, 3_452, 3_452, 150), ((int)answer["files"]!, (int)answer["read"]!, (int)answer["written"]!, answer["paths"]!.AsArray().Count));
        foreach (var path in answer["paths"]!.AsArray().Select(path => (string)path!))
        {
            var (was, became) = (Rows(Path.Combine(data, path), '\\'), Rows(spec.At("out/" + path), '"'));
            Assert.HasCount(was.Count, became, path);
            for (var i = 0; i < was.Count; i++)
            {
                CollectionAssert.AreEqual(was[i].Keys.ToArray(), became[i].Keys.ToArray(), path);
                CollectionAssert.AreEqual(was[i].Values.ToArray(), became[i].Values.ToArray(), path);
            }
        }
    }

    [TestMethod]
    public async Task A_table_is_split_by_any_of_its_columns_and_no_row_is_lost()
    {
        var data = SharedData.Require("data", "wtq-csv");
        var tool = CompiledTool.Load(FileSpec.Text($"\"read\": \"data/{{name}}\", {Tables}, \"write\": {{\"path\": \"out/{{name}}/{{row[column]}}.csv\", \"maxFiles\": 300}}"));
        foreach (var table in Directory.GetFiles(data, "*.csv", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where((_, i) => i % 10 == 0))
        {
            using var spec = new FileSpec();
            var name = Path.GetRelativePath(data, table).Replace('\\', '/');
            var rows = Rows(table, '\\');
            var column = rows[0].Keys.Last();
            var answer = await spec.Call(tool, new JsonObject { ["name"] = name, ["column"] = column }.ToJsonString(), data);
            var paths = JsonNode.Parse(answer)!["paths"]!.AsArray().Select(path => spec.At("out/" + (string)path!)).ToList();
            Assert.HasCount(rows.Select(row => row[column]).Distinct().Count(), paths, answer);
            var written = paths.SelectMany(path => Rows(path, '"')).Select(row => string.Join('\n', row.Values)).Order(StringComparer.Ordinal).ToArray();
            CollectionAssert.AreEqual(rows.Select(row => string.Join('\n', row.Values)).Order(StringComparer.Ordinal).ToArray(), written, name);
            foreach (var path in paths) Assert.AreEqual(1, Rows(path, '"').Select(row => row[column]).Distinct().Count());
        }
    }

    private static IReadOnlyList<CsvRow> Rows(string path, char escape)
    {
        using var text = new StreamReader(path);
        return new TransformSource(new TransformRun(), text).Csv(new CsvFormat(',', escape)).ToList();
    }
}
