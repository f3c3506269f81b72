using System;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Transforms;
using static ToolGen.Tests.Transforms.TransformTestRows;

namespace ToolGen.Tests.Transforms;

[TestClass]
public sealed class CsvTests
{
    [TestMethod]
    [DataRow("a,b\n1,2\n", "1|2")]
    [DataRow("a,b\r\n1,2\r\n3,4", "1|2;3|4", DisplayName = "CR LF, and no line end behind the last record")]
    [DataRow("a,b\r1,2\r", "1|2", DisplayName = "a lone CR ends a line")]
    [DataRow("\uFEFFa,b\n1,2\n", "1|2", DisplayName = "a byte order mark is no part of the first column")]
    [DataRow("a,b\n\n1,2\n\n", "1|2", DisplayName = "empty lines are passed over")]
    [DataRow("a\n1\n\n2\n", "1;;2", DisplayName = "in a table of one column an empty line is an empty cell")]
    [DataRow("a,b\n\"x,\"\"y\"\"\",\"line\nbreak\"\n", "x,\"y\"|line\nbreak")]
    [DataRow("a,b\n\"p\r\nq\",\n", "p\r\nq|", DisplayName = "line ends inside a cell stay as written")]
    [DataRow("a,b\n,\n", "|")]
    public void Reads_tables_as_RFC_4180_says(string text, string expected) =>
        Assert.AreEqual(expected, string.Join(';', Csv(text).Select(row => string.Join('|', row))));

    [TestMethod]
    public void Reads_other_delimiters() => CollectionAssert.AreEqual(new[] { "1,5", "2;0" }, Csv("a;b\n1,5;\"2;0\"\n", ';')[0]);

    [TestMethod]
    [DataRow("a\n\"x \\\"y\\\" \\\\ z\"\n", "x \"y\" \\ z")]
    [DataRow("a\n\"C:\\temp\\n\"\n", "C:\\temp\\n", DisplayName = "before another character a backslash stands for itself")]
    [DataRow("a\nC:\\temp\n", "C:\\temp")]
    public void Reads_backslash_escapes_when_asked_to(string text, string expected) => Assert.AreEqual(expected, Csv(text, escape: '\\')[0][0]);

    [TestMethod]
    [DataRow("a,b\n1,2\n3\n", "line 3: the record has 1 cells where the header has 2 columns")]
    [DataRow("a,b\n\"x\ny\",2\n1,2,3\n", "line 4: the record has 3 cells", DisplayName = "lines inside cells count")]
    [DataRow("a,b\n1,x\"y\"\n", "line 2: cell 2 has a quote but does not begin with one")]
    [DataRow("a,b\n\"x\"y,2\n", "line 2: cell 1 has text behind its closing quote")]
    [DataRow("a,b\n1,2\n1,\"open\n", "line 3: the quote that opens cell 2 is not closed")]
    public void Names_the_line_of_a_bad_record(string text, string expected) => StringAssert.StartsWith(Fails(() => Csv(text)), expected);

    [TestMethod]
    public void Counts_skipped_records_and_goes_on_with_the_next_line()
    {
        var run = new TransformRun();
        var rows = Csv("a,b\n1,2\n3\nx\"y,4\n5,6\n", run: run, skipBad: true);
        Assert.AreEqual("1|2;5|6", string.Join(';', rows.Select(row => string.Join('|', row))));
        Assert.AreEqual(2, run.RowsRead);
        Assert.AreEqual(2, run.Skipped);
    }

    [TestMethod]
    public void Names_repeated_and_empty_columns_so_that_each_can_be_read()
    {
        var rows = new TransformSource(new(), "year,year,,year_2,year\n1,2,3,4,5\n").Csv(new(',', '"')).ToList();
        Assert.AreEqual("year year_3 column_3 year_2 year_4", string.Join(' ', rows[0].Keys));
        Assert.AreEqual("2", rows[0]["year_3"]);
        StringAssert.Contains(Fails(() => _ = rows[0]["yaer"]), "did you mean \"year\"?");
    }

    [TestMethod]
    public void Types_cells_and_says_which_does_not_fit()
    {
        var rows = Typed("region,amount,at\nNorth,+0012.50,2025-03-31\nSouth,,\n").ToList();
        Assert.AreEqual(("North", 12.5, (DateOnly?)new DateOnly(2025, 3, 31)), rows[0]);
        Assert.AreEqual(("South", null, null), rows[1]);
        Assert.AreEqual(
            "line 3: \"amount\" must be a number such as 12.5, given \"1,5\"",
            Fails(() => Typed("region,amount,at\na,1,\n\"b\",\"1,5\",\n").ToList()));
    }

    [TestMethod]
    public void Refuses_a_table_without_a_required_column_and_reads_one_without_an_optional_one()
    {
        var message = Fails(() => Typed("Region,amount\na,1\n").ToList());
        Assert.AreEqual("line 1: the table has no column \"region\"; it has \"Region\", \"amount\" (did you mean \"Region\"?)", message);
        StringAssert.Contains(Fails(() => Typed("").ToList()), "the text is empty");
        Assert.IsNull(Typed("region,amount\na,1\n").ToList()[0].At);
    }

    [TestMethod]
    public void Reads_a_stream_of_single_characters_alike()
    {
        using var drip = new OneCharacterReader("a,b\r\n\"x\"\"\r\ny\",2\r\n3,4");
        var rows = new TransformSource(new(), drip).Csv(new(',', '"')).ToList();
        Assert.AreEqual("x\"\r\ny|2;3|4", string.Join(';', rows.Select(row => string.Join('|', row.Values))));
    }

    private static Rows<(string Region, double? Amount, DateOnly? At)> Typed(string text) =>
        new TransformSource(new(), text).Csv(
            new(',', '"'),
            [new("region"), new("amount", false), new("at", false)],
            cells => (cells[0].String(), cells[1].DoubleOrNull(), cells[2].DateOnlyOrNull()));

    private sealed class OneCharacterReader(string text) : StringReader(text)
    {
        public override int Read(char[] buffer, int index, int count) => base.Read(buffer, index, Math.Min(1, count));
    }
}
