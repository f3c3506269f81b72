using System;
using System.Globalization;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Checks;
using ToolGen.Transforms;

namespace ToolGen.Tests.Transforms;

[TestClass]
public sealed class MailDateTests
{
    [TestMethod]
    [DataRow("Mon, 31 Mar 2025 08:00:00 GMT", "2025-03-31T08:00:00+00:00")]
    [DataRow("Mon, 31 Mar 2025 10:30:00 +0200", "2025-03-31T10:30:00+02:00")]
    [DataRow("31 Mar 2025 08:00 EST", "2025-03-31T08:00:00-05:00")]
    [DataRow("1 jan 99 00:00:00 UT", "1999-01-01T00:00:00+00:00")]
    [DataRow(" Sat,\n 01 Jan 05 23:59:59 -0800 ", "2005-01-01T23:59:59-08:00")]
    [DataRow("2025-03-31T08:00:00Z", "2025-03-31T08:00:00+00:00")]
    public void Feed_dates_are_read_in_XML(string text, string expected) =>
        Assert.AreEqual(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), Read(text));

    [TestMethod]
    [DataRow("Mon, 31 Feb 2025 08:00:00 GMT")]
    [DataRow("Mon, 31 Mar 2025 24:00:00 GMT")]
    [DataRow("Mon, 31 Mar 2025 08:00:00")]
    [DataRow("Mon, 31 Mar 2025 08:00:00 LMT")]
    [DataRow("Mon, 31 März 2025 08:00:00 GMT")]
    [DataRow("31 Mar 2025")]
    [DataRow(",")]
    public void What_is_no_date_is_bad(string text) =>
        StringAssert.Contains(TransformTestRows.Fails(() => Read(text)), "Mon, 31 Mar 2025 09:30:00 GMT");

    private static DateTimeOffset Read(string text)
    {
        Assert.IsTrue(XmlPath.TryParseAbsolute("/d", new System.Collections.Generic.Dictionary<string, string>(), out var path, out _));
        Assert.IsTrue(XmlPath.TryParse(".", new System.Collections.Generic.Dictionary<string, string>(), out var self, out _));
        return new TransformSource(new(), $"<d>{text}</d>").Xml(path, item => item.Find("at", self).Cell.DateTimeOffset()).ToList()[0];
    }
}
