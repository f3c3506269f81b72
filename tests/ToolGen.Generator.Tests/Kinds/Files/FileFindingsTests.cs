using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Generator.Tests.Kinds.Files;

[TestClass]
public sealed class FileFindingsTests
{
    private const string Csv = "\"parse\": \"csv\", \"record\": {\"k\": \"string\", \"n\": \"integer\"}";

    [TestMethod]
    [DataRow("\"read\": \"data/a.csv\", \"source\": \"input.Name\", " + Csv, "TG2220 \"source\"")]
    [DataRow("\"read\": \"data/{row.k}.csv\", " + Csv, "TG2221 {row.k}")]
    [DataRow("\"read\": \"data/{file.name}\", " + Csv, "TG2221 {file.name}")]
    [DataRow("\"read\": \"data/*\", " + Csv + ", \"steps\": [{\"order\": \"row.K\"}], \"write\": \"out/{file.name}\"", "TG2222 {file.name}")]
    [DataRow("\"read\": \"data/*\", " + Csv + ", \"steps\": [{\"order\": \"row.K\"}, {\"set\": {\"s\": \"file.Name\"}}]", "TG2222 file")]
    [DataRow("\"read\": \"data/*\", " + Csv + ", \"steps\": [{\"distinct\": \"row.K\", \"keep\": \"last\"}, {\"where\": \"file.Name == row.K\"}]", "TG2222 file")]
    [DataRow("\"read\": \"data/{any}\", " + Csv, "TG2223 {any}")]
    [DataRow("\"read\": \"data/a.csv\", " + Csv + ", \"write\": \"out/*.csv\"", "TG2224 out/*.csv")]
    [DataRow("\"read\": \"data/a.xml\", \"parse\": \"xml\", \"records\": \"/a/b\", \"record\": {\"k\": \"string\"}, \"write\": \"out/{name}\"", "TG2225 \"out/{name}\"")]
    [DataRow("\"read\": \"data/a\", \"parse\": \"lines\", \"write\": {\"path\": \"out/a.csv\", \"value\": \"row.Line\"}", "TG2226 \"row.Line\"")]
    [DataRow("\"read\": \"data/a\", " + Csv + ", \"write\": {\"path\": \"out/a.txt\", \"value\": {\"k\": \"row.K\"}}", "TG2226 {\"k\": \"row.K\"}")]
    [DataRow("\"read\": \"data/a\", " + Csv + ", \"write\": {\"path\": \"out/a.txt\"}", "TG2226 {\"path\": \"out/a.txt\"}")]
    [DataRow("\"read\": \"data/a\", " + Csv + ", \"write\": {\"path\": \"out/a.jsonl\", \"value\": \"new { row.K }\"}", "TG2226 \"new { row.K }\"")]
    [DataRow("\"read\": \"data/a\", \"parse\": \"lines\", \"steps\": [{\"flatten\": \"row.Line.Split(' ')\"}], \"write\": \"out/a.csv\"", "TG2227 \"out/a.csv\"")]
    [DataRow("\"read\": \"data/{nam}.csv\", " + Csv, "TG2122 {nam}")]
    [DataRow("\"read\": \"data/a.csv\", " + Csv + ", \"write\": \"out/{file.nam}\"", "TG2122 {file.nam}")]
    [DataRow("\"read\": \"data/a.csv\", " + Csv + ", \"write\": \"out/{row.kk}\"", "TG2122 {row.kk}")]
    [DataRow("\"read\": \"data/a.csv\", " + Csv + ", \"write\": \"out/{row[colum]}\"", "TG2122 {row[colum]}")]
    public void What_cannot_be_meant_is_found_at_its_place(string implementation, string expected)
    {
        var found = FileSpec.Findings(implementation);
        Assert.AreEqual(expected, found);
    }

    [TestMethod]
    public void Written_capabilities_cover_what_is_derived() =>
        Assert.AreEqual("TG6040 [\"read data/b/*\"]; TG6040 [\"read data/b/*\"]; TG6041 \"read data/b/*\"", FileSpec.Findings("\"read\": \"data/{name}.csv\", " + Csv + ", \"write\": \"out/a.csv\"", "\"capabilities\": [\"read data/b/*\"], "));

    [TestMethod]
    [DataRow("data/a.csv", "out/b.csv", "read data/a.csv, write out/b.csv")]
    [DataRow("data/{name}/*.csv", "out/{name}", "read data/**/*.csv, write out/**")]
    [DataRow("data/{name}/{glob}", "out/x-{row.k}.csv", "read data/**, write out/x-*.csv")]
    [DataRow("data/**/my file?.csv", "out/{name}/{row[column]}.csv", "read data/**/*, write out/**/*.csv")]
    [DataRow("data/[ab].csv", "out/{file.path}", "read data/*, write out/**")]
    [DataRow("data/my file.csv", "out/{file.stem}.csv", "read data/my*file.csv, write out/*.csv")]
    public void Capabilities_cover_every_path_and_no_more_than_they_must(string read, string write, string expected) =>
        Assert.AreEqual(expected, string.Join(", ", FileSpec.Capabilities($"\"read\": \"{read}\", {Csv}, \"write\": \"{write}\"").Order(System.StringComparer.Ordinal)));
}
