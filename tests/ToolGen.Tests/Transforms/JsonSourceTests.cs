using System;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Transforms;
using static ToolGen.Tests.Transforms.TransformTestRows;

namespace ToolGen.Tests.Transforms;

[TestClass]
public sealed class JsonSourceTests
{
    private static readonly ToolShape Shape = new(UnknownMembers.Ignored, "id!");

    [TestMethod]
    [DataRow("[{\"id\":1},{\"id\":2,\"more\":[1]}]", "", "1 2")]
    [DataRow("[]", "", "")]
    [DataRow("{\"id\":7}", "", "7", DisplayName = "a value that is no array is one record")]
    [DataRow("{\"skip\":{\"items\":[0]},\"data\":{\"items\":[{\"id\":3}]},\"tail\":[[{}]]}", "data items", "3")]
    [DataRow("[[{\"id\":1}],[{\"id\":2}]]", "1", "2")]
    [DataRow("\uFEFF [ {\"id\":1} ] ", "", "1")]
    public void Records_are_the_elements_at_the_pointer(string text, string pointer, string expected) =>
        Assert.AreEqual(expected, string.Join(' ', Json(text, pointer).ToList()));

    [TestMethod]
    [DataRow("{\"data\":1}", "items", "nothing at /items")]
    [DataRow("[1]", "4", "nothing at /4")]
    [DataRow("3", "a", "nothing at /a")]
    [DataRow("[{\"id\":1},\n{\"id\":\"x\"}]", "", "line 2, record 2: /id: must be an integer, given \"x\"")]
    [DataRow("[{\"id\":1},\n{}]", "", "line 2, record 2: /id: is required")]
    [DataRow("[{\"id\":1},\n{\"id\":2}", "", "line 2: not JSON")]
    [DataRow("[{\"id\":1}] x", "", "line 1: not JSON")]
    [DataRow("", "", "line 1: not JSON")]
    [DataRow("{\"a\":", "a", "line 1: not JSON")]
    public void What_is_wrong_has_its_place(string text, string pointer, string expected) =>
        StringAssert.Contains(Fails(() => Json(text, pointer).ToList()), expected);

    [TestMethod]
    public void Records_wider_than_every_buffer_are_read()
    {
        var text = new StringBuilder("{\"before\":\"").Append('é', 200_000).Append("\",\"rows\":[");
        for (var i = 0; i < 50; i++) text.Append(i == 0 ? "" : ",\n").Append("{\"x\":\"").Append('ü', i * 3_000).Append("\",\"id\":").Append(i).Append('}');
        text.Append("]}");
        CollectionAssert.AreEqual(Enumerable.Range(0, 50).Select(i => (long)i).ToArray(), Json(text.ToString(), "rows").ToList().ToArray());
    }

    [TestMethod]
    public void Json_lines_name_the_line_and_can_be_skipped()
    {
        const string text = "{\"id\":1}\n\nnot json\n{\"id\":2}\r\n{\"id\":1.5}\n";
        StringAssert.StartsWith(Fails(() => Lines(text).ToList()), "line 3: not JSON");
        var run = new TransformRun();
        CollectionAssert.AreEqual(new[] { 1L, 2L }, Lines(text, run, skipBad: true).ToList().ToArray());
        Assert.AreEqual((2L, 2L), (run.RowsRead, run.Skipped));
    }

    [TestMethod]
    public void Nesting_beyond_128_levels_is_refused() =>
        StringAssert.Contains(Fails(() => Json(new string('[', 10_000), "").ToList()), "not JSON");

    private static Rows<long> Json(string text, string pointer) =>
        new TransformSource(new(), text).Json(pointer.Split(' ', StringSplitOptions.RemoveEmptyEntries), ReadId);

    private static Rows<long> Lines(string text, TransformRun? run = null, bool skipBad = false) =>
        new TransformSource(run ?? new(), text, skipBad).JsonLines(ReadId);

    private static long ReadId(ref ToolReader reader)
    {
        var id = 0L;
        var members = reader.Object(Shape);
        while (reader.Next(ref members)) id = reader.Int64();
        return id;
    }
}
