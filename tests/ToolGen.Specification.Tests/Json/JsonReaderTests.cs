using System;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Tests.Json;

[TestClass]
public sealed class JsonReaderTests
{
    // text, then each finding as ID(line,column)
    [TestMethod]
    [DataRow("", "TG0004(1,1)")]
    [DataRow("  \n ", "TG0004(2,2)")]
    [DataRow("{", "TG0005(1,1)")]
    [DataRow("[1, 2", "TG0005(1,1)")]
    [DataRow("{\"a\"", "TG0005(1,5)")]
    [DataRow("{\"a\": ", "TG0005(1,7)")]
    [DataRow("{\"a\": \"b", "TG0005(1,7)")]
    [DataRow("\"a\\", "TG0005(1,1) TG0016(1,3)")]
    [DataRow("{\"a\"; 1}", "TG0006(1,5)")]
    [DataRow("[1 2]", "TG0006(1,4)")]
    [DataRow("[,]", "TG0006(1,2)")]
    [DataRow("{1: 2}", "TG0006(1,2)")]
    [DataRow("// c\n{}", "TG0007(1,1)")]
    [DataRow("{ /* c", "TG0005(1,1) TG0007(1,3)")]
    [DataRow("[1,]", "TG0008(1,3)")]
    [DataRow("{\"a\": 1,\n}", "TG0008(1,8)")]
    [DataRow("{\"a\": 1 \"b\": 2}", "TG0009(1,8)")]
    [DataRow("[\"a\"\n\"b\"]", "TG0009(1,5)")]
    [DataRow("{\"a\": 1, \"\\u0061\": 2}", "TG0010(1,10)")]
    [DataRow("{'a': 'it''s'}", "TG0011(1,2) TG0011(1,7) TG0006(1,11)")]
    [DataRow("{a: 1}", "TG0012(1,2)")]
    [DataRow("[True, None, yes]", "TG0013(1,2) TG0013(1,8) TG0013(1,14)")]
    [DataRow("[01, +1, .5, 1., 1e, 0x1F, --1, -, NaN, -Infinity]", "TG0014(1,2) TG0014(1,6) TG0014(1,10) TG0014(1,14) TG0014(1,18) TG0014(1,22) TG0014(1,28) TG0014(1,33) TG0013(1,36) TG0014(1,41)")]
    [DataRow("[1e99999, 1e-00000000001]", "TG0015(1,2)")]
    [DataRow("\"\\d\\x41\\u12g4\\u\"", "TG0016(1,2) TG0016(1,4) TG0016(1,8) TG0016(1,14)")]
    [DataRow("\"a\tb\n\"", "TG0017(1,3)")]
    [DataRow("\"\\ud83d\"", "TG0018(1,2)")]
    [DataRow("\"\\ude00\\ud83d\\u0041\"", "TG0018(1,2) TG0018(1,8)")]
    [DataRow("\"a\u202eb\u2028\"", "TG0019(1,3) TG0019(1,5)")]
    [DataRow("\"\U000E0041\"", "TG0019(1,2)")]
    [DataRow("{}\u00a0", "TG0021(1,3)")]
    [DataRow("{\u200b}", "TG0019(1,2)")]
    [DataRow("\uFEFF{}", "TG0003(1,1)")]
    [DataRow("{} {}", "TG0021(1,4)")]
    [DataRow("]", "TG0006(1,1)")]
    [DataRow("\0", "TG0006(1,1)")]
    [DataRow("{\"a\":\0}", "TG0006(1,6)")]
    public void Reports_what_is_wrong_at_its_place(string text, string expected) =>
        Assert.AreEqual(expected, Found(JsonReader.Read(new("a.tool.json", text))));

    [TestMethod]
    [DataRow("{}")]
    [DataRow(" [ ] ")]
    [DataRow("[0, -0, 1.5, 1E+2, -1.5e-3, 123456789012345678901234567890]")]
    [DataRow("{\"a\": [true, false, null, \"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00😀❤️\"]}")]
    [DataRow("\"\\u202e\"")]
    public void Accepts(string text) => Assert.AreEqual("", Found(JsonReader.Read(new("a.tool.json", text))));

    [TestMethod]
    public void All_slips_come_at_once_and_the_rest_is_read()
    {
        var document = JsonReader.Read(new("a.tool.json", "{ // first\n  \"a\": [1, 2,],\n  \"a\": 3,\n  'b': True,\n}"));
        Assert.AreEqual("TG0007(1,3) TG0008(2,13) TG0010(3,3) TG0011(4,3) TG0013(4,8) TG0008(4,12)", Found(document));
        Assert.AreEqual("{\"a\":[1,2],\"b\":true}", document.Root!.ToString());
    }

    [TestMethod]
    public void Mechanical_remedies_make_a_clean_text()
    {
        var text = "{ // first\n  \"a\": [1, 2,],\n  'b': True \"c\": \"x\ty\", d: \"\\d\"\n}";
        foreach (var edit in JsonReader.Read(new("a", text)).Findings.SelectMany(f => f.Fix!.Edits).OrderByDescending(e => e.Span.Start))
            text = text.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.NewText);
        var mended = JsonReader.Read(new("a", text));
        Assert.AreEqual("", Found(mended), text);
        Assert.AreEqual("{\"a\":[1,2],\"b\":true,\"c\":\"x\\ty\",\"d\":\"\\\\d\"}", mended.Root!.ToString());
    }

    [TestMethod]
    [DataRow(128, "")]
    [DataRow(129, "TG0020(1,129)")]
    [DataRow(10_000, "TG0020(1,129)")]
    [DataRow(4_000_000, "TG0020(1,129)")]
    public void Depth_beyond_128_is_refused_and_never_crashes(int depth, string expected)
    {
        Assert.AreEqual(expected, Found(JsonReader.Read(new("a", new string('[', depth) + new string(']', depth)))));
        if (depth < 1_000_000)
            Assert.AreEqual(expected.Replace(",129", "," + ((128 * 5) + 1)), Found(JsonReader.Read(new("a", string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth)))));
    }

    [TestMethod]
    public void Refuses_100_MB_before_it_parses_anything()
    {
        var bytes = new byte[100_000_000];
        bytes.AsSpan().Fill((byte)'[');
        var text = new SourceText("a", new string('[', 20_000_000));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.AreEqual("TG0001(1,1)", Found(JsonReader.Read("a", bytes)));
        Assert.AreEqual("TG0001(1,1)", Found(JsonReader.Read(text)));
        Assert.IsLessThan(1_000_000, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [TestMethod]
    public void Half_a_surrogate_pair_in_the_text_itself_is_a_finding() =>
        Assert.AreEqual("TG0018(1,3) TG0018(1,4)", Found(JsonReader.Read(new("a", "\"a" + '\ude00' + '\ud83d' + "\""))));

    [TestMethod]
    public void Size_counts_bytes_of_utf8()
    {
        Assert.AreEqual("", Found(JsonReader.Read(new("a", '"' + new string('a', JsonReader.MaximumBytes - 2) + '"'))));
        Assert.AreEqual("TG0001(1,1)", Found(JsonReader.Read(new("a", '"' + new string('ä', (JsonReader.MaximumBytes / 2) - 1) + "a\""))));
    }

    [TestMethod]
    public void Eight_megabytes_of_slips_end_in_a_bounded_list()
    {
        var document = JsonReader.Read(new("a", '[' + string.Concat(Enumerable.Repeat("x,", 4_000_000)) + ']'));
        Assert.IsLessThanOrEqualTo(1_000, document.Findings.Count);
    }

    [TestMethod]
    public void Refuses_other_encodings()
    {
        Assert.AreEqual("TG0002(1,1)", Found(JsonReader.Read("a", Encoding.Unicode.GetBytes("{}"))));
        Assert.AreEqual("TG0002(1,1)", Found(JsonReader.Read("a", Encoding.BigEndianUnicode.GetBytes("{}"))));
        Assert.AreEqual("TG0002(1,1)", Found(JsonReader.Read("a", [0xFF, 0xFE, (byte)'{', 0])));
        Assert.AreEqual("TG0002(2,4)", Found(JsonReader.Read("a", [.. "{\n\"a\u00e9"u8, 0xC3, .. "\": 1 }"u8])));
        Assert.AreEqual("TG0002(1,2)", Found(JsonReader.Read("a", [(byte)'"', 0xED, 0xA0, 0x80, (byte)'"'])));
        Assert.AreEqual("TG0003(1,1)", Found(JsonReader.Read("a", [0xEF, 0xBB, 0xBF, .. "{}"u8])));
        Assert.AreEqual("TG0004(1,1)", Found(JsonReader.Read("a", [])));
    }

    [TestMethod]
    public void A_unit_of_a_string_has_its_exact_place_behind_escapes()
    {
        var text = (JsonString)JsonReader.Read(new("a", "\"a\\n\\u00e9\\ud83d\\ude00z\"")).Root!;
        Assert.AreEqual("a\né😀z", text.Value);
        CollectionAssert.AreEqual(new[] { 1, 2, 4, 10, 16, 22, 23 }, Enumerable.Range(0, 7).Select(text.OffsetOf).ToArray());
    }

    private static string Found(JsonDocument document) =>
        string.Join(' ', document.Findings.Select(f => $"{f.Id}({f.Place.Start.Line + 1},{f.Place.Start.Column + 1})"));
}
