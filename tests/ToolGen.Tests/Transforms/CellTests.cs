using System;
using System.Globalization;
using System.Numerics;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Transforms;
using static ToolGen.Tests.Transforms.TransformTestRows;

namespace ToolGen.Tests.Transforms;

[TestClass]
public sealed class CellTests
{
    private delegate T Take<out T>(Cell cell);

    [TestMethod]
    [DataRow("7", 7L)]
    [DataRow(" -007 ", -7L)]
    [DataRow("+9223372036854775807", long.MaxValue)]
    [DataRow("1e3", 1000L)]
    [DataRow("5.0", 5L)]
    public void Integers_are_read_by_value(string text, long expected) => Assert.AreEqual(expected, Read(text, cell => cell.Int64()));

    [TestMethod]
    [DataRow("9223372036854775808")]
    [DataRow("1.5")]
    [DataRow("1,000")]
    [DataRow("٣")]
    [DataRow("0x10")]
    [DataRow("1 2")]
    [DataRow("--1")]
    [DataRow("")]
    public void What_is_no_integer_of_64_bits_is_bad(string text) => StringAssert.Contains(Fault(text, cell => cell.Int64()), "must be an integer of 64 bits, given");

    [TestMethod]
    [DataRow("1.5", 1.5)]
    [DataRow(".5", .5)]
    [DataRow("-1E-2", -.01)]
    public void Numbers_are_read_the_same_in_every_culture(string text, double expected)
    {
        var before = Thread.CurrentThread.CurrentCulture;
        foreach (var culture in new[] { "de-DE", "tr-TR", "ar-SA", "" })
        {
            Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.AreEqual(expected, Read(text, cell => cell.Double()));
        }

        Thread.CurrentThread.CurrentCulture = before;
    }

    [TestMethod]
    [DataRow("NaN")]
    [DataRow("Infinity")]
    [DataRow("1e999")]
    [DataRow(".")]
    [DataRow("e5")]
    [DataRow("1,5")]
    public void What_is_no_finite_number_is_bad(string text) => StringAssert.Contains(Fault(text, cell => cell.Double()), "must be a number");

    [TestMethod]
    public void Decimals_are_exact_or_bad()
    {
        Assert.AreEqual(0.1000000000000000000000000001m, Read("0.1000000000000000000000000001", cell => cell.Decimal()));
        StringAssert.Contains(Fault("0.10000000000000000000000000001", cell => cell.Decimal()), "28 digits");
        Assert.AreEqual(BigInteger.Pow(10, 40), Read("1e40", cell => cell.BigInteger()));
    }

    [TestMethod]
    public void Dates_and_times_are_ISO_and_keep_their_offset()
    {
        Assert.AreEqual(new DateOnly(2024, 2, 29), Read("2024-02-29", cell => cell.DateOnly()));
        StringAssert.Contains(Fault("2025-02-29", cell => cell.DateOnly()), "a date such as");
        StringAssert.Contains(Fault("31.03.2025", cell => cell.DateOnly()), "a date such as");
        Assert.AreEqual(new TimeOnly(9, 30, 0, 500), Read("09:30:00.5", cell => cell.TimeOnly()));
        Assert.AreEqual(new TimeOnly(9, 30), Read("09:30", cell => cell.TimeOnly()));
        var read = Read("2025-03-31 10:30:00+02:00", cell => cell.DateTimeOffset());
        Assert.AreEqual(TimeSpan.FromHours(2), read.Offset);
        StringAssert.Contains(Fault("2025-03-31T10:30:00", cell => cell.DateTimeOffset()), "with offset");
        StringAssert.Contains(Fault("Mon, 31 Mar 2025 08:00:00 GMT", cell => cell.DateTimeOffset()), "with offset", "feed dates are XML's alone");
        Assert.AreEqual(new TimeSpan(1, 2, 30, 0), Read("P1DT2H30M", cell => cell.TimeSpan()));
        Assert.AreEqual(Guid.Parse("123e4567-e89b-12d3-a456-426614174000"), Read("123E4567-e89b-12d3-a456-426614174000", cell => cell.Guid()));
    }

    [TestMethod]
    public void Long_values_are_shown_short_and_line_breaks_made_visible() =>
        Assert.AreEqual($"line 2: \"x\" must be true or false, given \"a\\n{new string('b', 98)}…\"", Fault("a\n" + new string('b', 5000), cell => cell.Boolean()));

    private static T Read<T>(string text, Take<T> take)
    {
        var quoted = "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
        return new TransformSource(new(), $"x\n{quoted}\n").Csv(new(',', '"'), [new("x")], cells => take(cells[0])).ToList()[0];
    }

    private static string Fault<T>(string text, Take<T> take) => Fails(() => Read(text, take));
}
