using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Checks;
using ToolGen.Transforms;
using static ToolGen.Tests.Transforms.TransformTestRows;

namespace ToolGen.Tests.Transforms;

[TestClass]
public sealed class XmlSourceTests
{
    private static readonly Dictionary<string, string> Namespaces = new() { ["dc"] = "urn:dc" };

    [TestMethod]
    public void Records_stand_at_the_path_and_nowhere_else()
    {
        const string text = "<r><a><i>1</i><x><i>no</i></x></a><i>no</i><a/><a><i>2</i></a></r>";
        Assert.AreEqual("1 2", Texts(text, "/r/a/i"));
        Assert.AreEqual("1 no no 2", Texts(text, "//i"));
    }

    [TestMethod]
    public void Values_come_from_attributes_then_elements_then_paths()
    {
        const string text = "<r xmlns:d='urn:dc'><o id='7' total='3'><total>9</total><d:by>Ada</d:by><line sku='a'><q>1</q></line><line sku='b'><q>2</q></line><t>x<b>y</b>z</t></o></r>";
        var row = Rows(text, "/r/o", o => new
        {
            Id = o.Find("id").Cell.Int64(),
            Total = o.Find("total").Cell.Int64(),
            By = o.Find("by", Path("dc:by")).Cell.StringOrNull(),
            Other = o.Find("other").Cell.StringOrNull(),
            Lines = o.List("lines", Path("line"), line => line.Find("sku", Path("@sku")).Cell.String() + line.Find("q").Cell.Int32()),
            Skus = o.List("skus", Path("line/@sku"), sku => sku.Cell.String()),
            Text = o.Find("t").Cell.String(),
        }).Single();
        Assert.AreEqual((7L, 3L, "Ada", null, "xyz"), (row.Id, row.Total, row.By, row.Other, row.Text));
        Assert.AreEqual("a1 b2", string.Join(' ', row.Lines));
        Assert.AreEqual("a b", string.Join(' ', row.Skus));
    }

    [TestMethod]
    [DataRow("<r><a>", "not well-formed XML")]
    [DataRow("", "not well-formed XML")]
    [DataRow("<r><a id='1'/>\n<a/></r>", "line 2, record 2: \"id\" is missing; it must be an integer of 64 bits")]
    [DataRow("<r><a id='x'/></r>", "line 1, record 1: \"id\" must be an integer of 64 bits, given \"x\"")]
    [DataRow("<!DOCTYPE r [<!ENTITY a 'b'>]><r/>", "document type declaration (DTD), which is refused")]
    [DataRow("<r>&x;</r>", "not well-formed XML")]
    public void What_is_wrong_has_its_place(string text, string expected) =>
        StringAssert.Contains(Fails(() => Rows(text, "/r/a", a => a.Find("id").Cell.Int64())), expected);

    [TestMethod]
    public void Depth_is_capped_inside_and_outside_of_records()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 5_000));
        StringAssert.Contains(Fails(() => Texts("<r>" + deep, "/r/a")), "deeper than 128 levels");
        StringAssert.Contains(Fails(() => Texts("<r>" + deep, "//i")), "deeper than 128 levels");
    }

    [TestMethod]
    [DataRow("a[1]")]
    [DataRow("../a")]
    [DataRow("a//b")]
    [DataRow("x:a")]
    [DataRow("@a/b")]
    [DataRow("count(a)")]
    [DataRow("child::a")]
    [DataRow("")]
    public void Paths_are_steps_and_nothing_else(string path) => Assert.IsFalse(XmlPath.TryParse(path, Namespaces, out _, out _));

    private static string Texts(string text, string path) => string.Join(' ', Rows(text, path, item => item.Cell.String()));

    private static IReadOnlyList<T> Rows<T>(string text, string path, System.Func<XmlValue, T> read)
    {
        Assert.IsTrue(XmlPath.TryParseAbsolute(path, Namespaces, out var records, out var error), error);
        return new TransformSource(new(), text).Xml(records, read).ToList();
    }

    private static XmlPath Path(string text)
    {
        Assert.IsTrue(XmlPath.TryParse(text, Namespaces, out var path, out var error), error);
        return path;
    }
}
