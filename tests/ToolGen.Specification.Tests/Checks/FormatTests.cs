using System;
using System.Globalization;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Checks;

namespace ToolGen.Specification.Tests.Checks;

/// <summary>What the official suite does not cover; that runs in OfficialSuiteTests.</summary>
[TestClass]
public sealed class FormatTests
{
    private static readonly string[] Groups = ["0", "1", "ffff", "abc", ":", "", "", "12345", "1.2.3.4", "g"];

    [TestMethod]
    public void Date_agrees_with_the_calendar_of_the_runtime() =>
        Gen.Select(Gen.Int[1, 9999], Gen.Int[0, 13], Gen.Int[0, 32]).Sample((year, month, day) =>
        {
            var text = $"{year:0000}-{month:00}-{day:00}";
            Assert.AreEqual(DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), DateTimeFormats.IsDate(text), text);
        });

    [TestMethod]
    public void Time_gives_ticks_and_offset()
    {
        Assert.IsTrue(DateTimeFormats.TryReadTime("09:30:15.12345678-02:30", out var ticks, out var offset, out var leap));
        Assert.AreEqual(new TimeSpan(9, 30, 15).Ticks + 1234567, ticks);
        Assert.AreEqual(-150, offset);
        Assert.IsFalse(leap);
        Assert.IsTrue(DateTimeFormats.TryReadTime("01:59:60.5+02:00", out ticks, out _, out leap));
        Assert.IsTrue(leap);
        Assert.AreEqual(new TimeSpan(2, 0, 0).Ticks - 1, ticks);
    }

    [TestMethod]
    [DataRow("PT36H", 36 * TimeSpan.TicksPerHour)]
    [DataRow("P1DT2H3M4S", 937840000000L)]
    [DataRow("P2W", 14 * TimeSpan.TicksPerDay)]
    [DataRow("P0Y1M0D", -1L)]
    [DataRow("P1Y", -1L)]
    [DataRow("P0Y", 0L)]
    [DataRow("P99999999999999999999D", -1L)]
    public void Duration_is_a_time_span_where_no_calendar_is_needed(string text, long ticks)
    {
        Assert.IsTrue(DateTimeFormats.IsDuration(text));
        Assert.AreEqual(ticks >= 0, DateTimeFormats.TryReadDuration(text, out var read));
        if (ticks >= 0) Assert.AreEqual(ticks, read);
    }

    [TestMethod]
    [DataRow("a/*.csv", true)]
    [DataRow("**/x?.csv", true)]
    [DataRow("...", true)]
    [DataRow("", false)]
    [DataRow("/etc/*", false)]
    [DataRow("a/../b", false)]
    [DataRow("./a", false)]
    [DataRow("a//b", false)]
    [DataRow("a/", false)]
    [DataRow("a**/b", false)]
    [DataRow("c:\\x", false)]
    [DataRow("a\\b", false)]
    [DataRow("a\u0000b", false)]
    public void Glob_stays_in_its_folder(string text, bool valid) => Assert.AreEqual(valid, TextFormats.IsGlob(text));

    [TestMethod]
    public void Base64_accepts_what_the_runtime_writes_and_no_other_spelling() =>
        Gen.Byte.Array[0, 30].Sample(bytes =>
        {
            var text = Convert.ToBase64String(bytes);
            Assert.IsTrue(TextFormats.IsBase64(text));
            Assert.IsFalse(TextFormats.IsBase64(text + "\n"));
            if (text.EndsWith('=')) Assert.IsFalse(TextFormats.IsBase64(text.TrimEnd('=')));
        });

    [TestMethod]
    [DataRow("AB==", false)]
    [DataRow("AAB=", false)]
    [DataRow("====", false)]
    [DataRow("A===", false)]
    [DataRow("A-_=", false)]
    public void Base64_has_one_text_for_one_content(string text, bool valid) => Assert.AreEqual(valid, TextFormats.IsBase64(text));

    [TestMethod]
    public void Ipv6_agrees_with_the_runtime_on_random_groups() =>
        Gen.Int[0, Groups.Length - 1].Array[1, 9].Sample(choices =>
        {
            var text = string.Join(':', Array.ConvertAll(choices, choice => Groups[choice]));
            var known = System.Net.IPAddress.TryParse(text, out var address) && address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6;
            Assert.AreEqual(known, HostFormats.IsIpv6(text), text);
        });

    [TestMethod]
    public void Length_counts_code_points() =>
        Gen.String.Sample(text =>
        {
            var runes = 0;
            foreach (var _ in text.EnumerateRunes()) runes++;
            Assert.AreEqual(runes, TextLength.CodePoints(text.AsSpan()));
        });

    [TestMethod]
    [DataRow("limt", "limit")]
    [DataRow("PageSize", "page_size")]
    [DataRow("lmiit", "limit")]
    [DataRow("x", null)]
    [DataRow("zebra", null)]
    public void Near_miss_names_what_was_clearly_meant(string given, string? expected) =>
        Assert.AreEqual(expected, NearMiss.Of(given, ["limit", "page_size", "query", "y"]));

    [TestMethod]
    public void Near_miss_is_silent_between_two() => Assert.IsNull(NearMiss.Of("cot", ["cat", "cut"]));
}
