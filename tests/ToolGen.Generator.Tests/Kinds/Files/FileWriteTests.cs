using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;

namespace ToolGen.Generator.Tests.Kinds.Files;

[TestClass]
public sealed class FileWriteTests
{
    private const string Read = "\"read\": \"data/a.csv\", \"parse\": \"csv\", \"record\": {\"k\": \"string\", \"n\": \"number\", \"d?\": \"date\"}";
    private const string Rows = "k,n,d\nx,1.50,2025-01-02\n\"a, \"\"b\"\"\",2,\n";

    [TestMethod]
    [DataRow("\"out/b.csv\"", "b.csv: k,n,d↵x,1.5,2025-01-02↵\"a, \"\"b\"\"\",2,↵")]
    [DataRow("\"out/b.json\"", "b.json: [↵{\"k\":\"x\",\"n\":1.5,\"d\":\"2025-01-02\"},↵{\"k\":\"a, \\\"b\\\"\",\"n\":2,\"d\":null}↵]↵")]
    [DataRow("\"out/b.jsonl\"", "b.jsonl: {\"k\":\"x\",\"n\":1.5,\"d\":\"2025-01-02\"}↵{\"k\":\"a, \\\"b\\\"\",\"n\":2,\"d\":null}↵")]
    [DataRow("{\"path\": \"out/b.txt\", \"value\": \"row.K\"}", "b.txt: x↵a, \"b\"↵")]
    [DataRow("{\"path\": \"out/b\", \"format\": \"text\", \"value\": \"row.K\"}", "b: xa, \"b\"")]
    [DataRow("\"out/b\"", "b: k,n,d↵x,1.5,2025-01-02↵\"a, \"\"b\"\"\",2,↵")]
    [DataRow("{\"path\": \"out/b.csv\", \"value\": {\"key\": \"row.K\", \"twice\": \"row.N * 2\", \"of\": \"\\\"c\\\"\"}}", "b.csv: key,twice,of↵x,3,c↵\"a, \"\"b\"\"\",4,c↵")]
    [DataRow("{\"path\": \"out/b.jsonl\", \"value\": {\"key\": \"row.K\", \"in\": {\"n\": \"row.N\", \"list\": \"new[] { row.N, 0 }\"}, \"one\": 1}}", "b.jsonl: {\"key\":\"x\",\"in\":{\"n\":1.5,\"list\":[1.5,0]},\"one\":1}↵{\"key\":\"a, \\\"b\\\"\",\"in\":{\"n\":2,\"list\":[2,0]},\"one\":1}↵")]
    [DataRow("{\"path\": \"out/b.json\", \"value\": \"row.N\"}", "b.json: [↵1.5,↵2↵]↵")]
    public async Task Rows_are_written_as_the_format_says(string write, string expected)
    {
        using var spec = new FileSpec().Given("data/a.csv", Rows);
        var answer = await spec.Call($"{Read}, \"write\": {write}");
        Assert.AreEqual(expected, spec.Written, answer);
    }

    [TestMethod]
    [DataRow("\"out/b.csv\"", "b.csv: k,n,d↵")]
    [DataRow("\"out/b.json\"", "b.json: []↵")]
    [DataRow("\"out/b.jsonl\"", "b.jsonl: ")]
    [DataRow("\"out/{row.k}.csv\"", "")]
    public async Task Without_rows_a_fixed_file_is_there_and_one_of_values_is_not(string write, string expected)
    {
        using var spec = new FileSpec().Given("data/a.csv", "k,n\n");
        await spec.Call($"{Read}, \"write\": {write}");
        Assert.AreEqual(expected, spec.Written);
    }

    [TestMethod]
    public async Task A_table_of_any_columns_keeps_its_header_even_without_rows()
    {
        const string any = "\"read\": \"data/*.csv\", \"parse\": \"csv\", \"record\": \"any\", \"write\": \"out/b.csv\"";
        using var spec = new FileSpec().Given("data/a.csv", "x,y z\n").Given("data/b.csv", "y z,x\n");
        await spec.Call(any);
        Assert.AreEqual("b.csv: x,y z↵", spec.Written);
        spec.Given("data/a.csv", "x,y z\n1,2\n").Given("data/b.csv", "y z,x\n4,3\n");
        await spec.Call(any);
        Assert.AreEqual("b.csv: x,y z↵1,2↵3,4↵", spec.Written);
        spec.Given("data/b.csv", "x,other\n4,3\n");
        StringAssert.StartsWith(await spec.Call(any), "bad_data");
        Assert.AreEqual("b.csv: x,y z↵1,2↵3,4↵", spec.Written);
    }

    [TestMethod]
    public async Task Json_records_of_any_members_are_written_as_they_are()
    {
        using var spec = new FileSpec().Given("data/a.jsonl", "{\"k\":\"x\",\"v\":[1,{}]}\n{\"k\":\"y\"}\n");
        await spec.Call("\"read\": \"data/a.jsonl\", \"parse\": \"jsonl\", \"record\": \"any\", \"write\": {\"path\": \"out/{row.k}.json\"}");
        Assert.AreEqual("x.json: [↵{\"k\":\"x\",\"v\":[1,{}]}↵]↵; y.json: [↵{\"k\":\"y\"}↵]↵", spec.Written);
    }

    [TestMethod]
    public async Task Nested_records_keep_their_shape()
    {
        using var spec = new FileSpec().Given("data/a.json", "[{\"id\":1,\"lines\":[{\"sku\":\"a\"},{\"sku\":\"b\"}],\"who\":{\"name\":\"n\"}}]");
        const string read = "\"read\": \"data/a.json\", \"parse\": \"json\", \"record\": {\"id\": \"integer\", \"lines\": [{\"sku\": \"string\"}], \"who?\": {\"name\": \"string\"}}, \"write\": ";
        await spec.Call(read + "\"out/b.jsonl\"");
        Assert.AreEqual("b.jsonl: {\"id\":1,\"lines\":[{\"sku\":\"a\"},{\"sku\":\"b\"}],\"who\":{\"name\":\"n\"}}↵", spec.Written);
        File.Delete(spec.At("out/b.jsonl"));
        await spec.Call(read + "\"out/b.csv\"");
        Assert.AreEqual("b.csv: id,lines,who↵1,\"[{\"\"sku\"\":\"\"a\"\"},{\"\"sku\"\":\"\"b\"\"}]\",\"{\"\"name\"\":\"\"n\"\"}\"↵", spec.Written);
    }

    [TestMethod]
    public async Task Values_become_safe_names_and_no_two_become_one()
    {
        string[] values = ["N", "n", "a/b", "a_b", "", " ", ".x", "con", "x.", "%2e%2e", "a\u202eb", new('é', 200), new string('é', 200) + "x", "..", "a:b*c?"];
        var rows = "k\n" + string.Concat(values.Where(value => value != "..").Select(value => $"\"{value}\"\n"));
        const string split = "\"read\": \"data/a.csv\", \"parse\": \"csv\", \"record\": {\"k\": \"string\"}, \"write\": \"out/{row.k}.csv\"";
        using var spec = new FileSpec().Given("data/a.csv", rows);
        var answer = await spec.Call(split);
        var names = Directory.GetFiles(spec.At("out")).Select(Path.GetFileName).ToList();
        Assert.HasCount(values.Length - 1, names, answer);
        foreach (var name in (string[])["N.csv", "n-2.csv", "a_b.csv", "a_b-2.csv", "_.csv", "_ _.csv", "_.x.csv", "_con.csv", "x._.csv", "_2e_2e.csv", "a_b-3.csv", "a_b_c_.csv"])
            Assert.IsTrue(names.Contains(name), name + " in " + string.Join(" ", names));

        spec.Given("data/a.csv", "k\nfine\n../../secret\n");
        StringAssert.StartsWith(await spec.Call(split), "denied");
        Assert.IsFalse(File.Exists(spec.At("out/fine.csv")));
    }

    [TestMethod]
    public async Task A_column_that_an_input_names_is_sought_in_every_shape_of_row()
    {
        const string any = "\"read\": \"data/a.csv\", \"parse\": \"csv\", \"record\": \"any\", \"write\": {\"path\": \"out/{row[column]}.csv\"}";
        const string typed = "\"read\": \"data/a.csv\", \"parse\": \"csv\", \"record\": {\"k\": \"string\", \"n\": \"integer\"}, \"write\": {\"path\": \"out/{row[column]}.csv\"}";
        const string json = "\"read\": \"data/a.jsonl\", \"parse\": \"jsonl\", \"record\": \"any\", \"write\": {\"path\": \"out/{row[by]}.csv\"}, \"let\": {\"by\": \"input.Column.ToLowerInvariant()\"}";
        using var spec = new FileSpec().Given("data/a.csv", "k,n\nx,1\ny,1\n").Given("data/a.jsonl", "{\"k\":\"j\"}\n");
        StringAssert.Contains(await spec.Call(any), "\"paths\":[\"x.csv\",\"y.csv\"]");
        StringAssert.Contains(await spec.Call(typed, "{\"column\":\"n\"}"), "\"paths\":[\"1.csv\"]");
        StringAssert.Contains(await spec.Call(json, "{\"column\":\"K\"}"), "\"paths\":[\"j.csv\"]");
        StringAssert.StartsWith(await spec.Call(any, "{\"column\":\"kk\"}"), "invalid_input /column the table has no column \"kk\"");
        StringAssert.StartsWith(await spec.Call(typed, "{\"column\":\"kk\"}"), "invalid_input /column");
        StringAssert.StartsWith(await spec.Call(json, "{\"column\":\"kk\"}"), "invalid_input /by");
    }

    [TestMethod]
    public async Task Files_keep_their_folders_and_names()
    {
        using var spec = new FileSpec().Given("data/top.txt", "1\n").Given("data/a/b/c.d.txt", "2\n");
        const string read = "\"read\": \"data/{glob}\", \"parse\": \"lines\", \"steps\": [{\"set\": {\"line\": \"file.Stem + row.Line\"}}], \"write\": ";
        await spec.Call(read + "\"out/{file.path}\"");
        Assert.AreEqual("a/b/c.d.txt: c.d2↵; top.txt: top1↵", spec.Written);
        await spec.Call(read + "\"out/{file.folder}/{file.stem}-new{file.extension}\"");
        StringAssert.Contains(spec.Written, "a/b/c.d-new.txt: c.d2↵");
        StringAssert.Contains(spec.Written, "top-new.txt: top1↵");
    }

    [TestMethod]
    public async Task More_files_than_the_spec_allows_are_too_many()
    {
        using var spec = new FileSpec().Given("data/a.csv", "k\n" + string.Concat(Enumerable.Range(0, 5).Select(i => $"v{i}\n")));
        var answer = await spec.Call("\"read\": \"data/a.csv\", \"parse\": \"csv\", \"record\": \"any\", \"write\": {\"path\": \"out/{row.k}.csv\", \"maxFiles\": 4}");
        StringAssert.StartsWith(answer, "limit");
        Assert.AreEqual("", spec.Written);
    }

    [TestMethod]
    public async Task A_file_that_is_there_is_replaced_or_kept()
    {
        using var spec = new FileSpec().Given("data/a.csv", "k,n\nx,1\n").Given("out/b.csv", "old");
        StringAssert.StartsWith(await spec.Call(Read + ", \"write\": {\"path\": \"out/b.csv\", \"exists\": \"fail\"}"), "invalid_input");
        Assert.AreEqual("b.csv: old", spec.Written);
        await spec.Call(Read + ", \"write\": \"out/b.csv\"");
        Assert.AreEqual("b.csv: k,n,d↵x,1,↵", spec.Written);
    }

    [TestMethod]
    public async Task What_fails_writes_nothing()
    {
        using var spec = new FileSpec().Given("data/a.csv", "k,n\nx,1\ny,2\n");
        StringAssert.StartsWith(await spec.Call(Read + ", \"write\": \"out/b.csv\", \"fail\": [{\"when\": \"sum(row.N) > 2\", \"code\": \"too_much\", \"message\": \"no\"}]"), "too_much");
        Assert.AreEqual("", spec.Written);
        spec.Given("data/a.csv", "k,n\nx,1\ny,two\n");
        StringAssert.StartsWith(await spec.Call(Read + ", \"write\": \"out/b.csv\""), "bad_data  data/a.csv, line 3");
        Assert.AreEqual("", spec.Written);
    }

    [TestMethod]
    public async Task A_file_may_be_written_over_itself()
    {
        using var spec = new FileSpec().Given("out/a.txt", "b\na\n");
        await spec.Call("\"read\": \"out/{name}.txt\", \"parse\": \"lines\", \"steps\": [{\"order\": \"row.Line\"}], \"write\": \"out/{name}.txt\"");
        Assert.AreEqual("a.txt: a↵b↵", spec.Written);
    }

    [TestMethod]
    public async Task Text_that_is_no_utf8_is_bad_data()
    {
        using var spec = new FileSpec();
        File.WriteAllBytes(spec.At("data/a.txt"), [(byte)'a', 0xFF, (byte)'\n']);
        StringAssert.StartsWith(await spec.Call("\"read\": \"data/a.txt\", \"parse\": \"lines\""), "bad_data  data/a.txt is no text in UTF-8");
        File.WriteAllBytes(spec.At("data/a.txt"), [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("é\n")]);
        StringAssert.Contains(await spec.Call("\"read\": \"data/a.txt\", \"parse\": \"lines\", \"write\": \"out/{row.line}.txt\""), "[\"é.txt\"]");
    }

    [TestMethod]
    public async Task A_value_is_no_pattern_unless_its_input_says_so()
    {
        const string fixedName = "\"read\": \"data/{name}\", \"parse\": \"lines\"";
        const string pattern = "\"read\": \"data/{glob}\", \"parse\": \"lines\"";
        using var spec = new FileSpec().Given("data/a.txt", "x\n").Given("data/b.txt", "x\n");
        StringAssert.StartsWith(await spec.Call(fixedName, "{\"name\":\"*.txt\"}"), "denied");
        StringAssert.StartsWith(await spec.Call(fixedName, "{\"name\":\"gone.txt\"}"), "not_found");
        StringAssert.StartsWith(await spec.Call(fixedName, "{\"name\":\"../out/x\"}"), "denied");
        StringAssert.Contains(await spec.Call(pattern, "{\"glob\":\"*.txt\"}"), "\"files\":2");
        StringAssert.Contains(await spec.Call(pattern, "{\"glob\":\"gone*\"}"), "\"files\":0");
    }
}
