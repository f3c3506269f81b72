using System;
using System.Linq;
using System.Numerics;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Transforms;
using static ToolGen.Tests.Transforms.TransformTestRows;

namespace ToolGen.Tests.Transforms;

[TestClass]
public sealed class FigureTests
{
    [TestMethod]
    public void Groups_come_in_the_order_of_their_first_row_with_typed_figures()
    {
        var groups = Numbers(new(), 7).Select(n => new { N = n, Half = n / 2.0, Maybe = n % 2 == 0 ? (int?)n : null, Name = $"n{n}" }).Group(row => new { Odd = row.N % 2 == 1 });
        var (count, evens, sum) = (groups.Figures.Count(), groups.Figures.Count(row => row.N > 3), groups.Figures.Sum(row => row.N));
        var (half, maybe, first) = (groups.Figures.Sum(row => row.Half), groups.Figures.Sum(row => row.Maybe), groups.Figures.First(row => row.Name));
        var (least, most, average) = (groups.Figures.Min(row => row.N), groups.Figures.Max(row => row.Name), groups.Figures.Average(row => row.N));
        var rows = groups.Select((key, g) => new { key.Odd, Count = count[g], Over3 = evens[g], Sum = sum[g], Half = half[g], Maybe = maybe[g], First = first[g], Least = least[g], Most = most[g], Average = average[g] }).ToList();
        Assert.AreEqual(2, rows.Count);
        Assert.AreEqual(new { Odd = true, Count = 4L, Over3 = 2L, Sum = 16L, Half = 8.0, Maybe = 0L, First = "n1", Least = 1, Most = "n7", Average = 4.0 }, rows[0]);
        Assert.AreEqual(new { Odd = false, Count = 3L, Over3 = 2L, Sum = 12L, Half = 6.0, Maybe = 12L, First = "n2", Least = 2, Most = "n6", Average = 4.0 }, rows[1]);
    }

    [TestMethod]
    public void Over_nothing_sums_and_counts_are_0_and_the_others_null()
    {
        var tap = Numbers(new(), 0).Select(n => new { N = n, Text = $"{n}", Date = (DateOnly?)null, Money = 1m }).Tap();
        var f = tap.Figures;
        long count = Value(f.Count()), sum = Value(f.Sum(row => row.N));
        int? least = Value(f.Min(row => row.N));
        string? text = Value(f.Max(row => row.Text));
        DateOnly? date = Value(f.First(row => row.Date));
        decimal? money = Value(f.Average(row => row.Money));
        double? average = Value(f.Average(row => row.N));
        int? last = Value(f.Last(row => row.N));
        Assert.AreEqual((0L, 0L, null, null, null, null, null, null), (count, sum, least, text, date, money, average, last));

        TValue Value<TRow, TValue>(Figure<TRow, TValue> figure) => figure[0];
    }

    [TestMethod]
    public void Nulls_are_no_values()
    {
        var groups = Numbers(new(), 5).Select(n => new { N = n is 1 or 4 ? (int?)null : n, Text = n == 1 ? null : $"t{n}" }).Group(_ => 0);
        var f = groups.Figures;
        var figures = (Count: f.Count(row => row.N), Min: f.Min(row => row.N), Average: f.Average(row => row.N), First: f.First(row => row.Text), Last: f.Last(row => row.N), All: f.Count());
        _ = groups.Select((key, _) => key).ToList();
        Assert.AreEqual((3L, 2, 10 / 3.0, "t2", 5, 5L), (figures.Count[0], figures.Min[0], figures.Average[0], figures.First[0], figures.Last[0], figures.All[0]));
    }

    [TestMethod]
    public void A_group_whose_values_are_all_null_has_null_and_a_sum_of_0()
    {
        var groups = Numbers(new(), 2).Select(_ => new { N = (int?)null, Text = (string?)null }).Group(_ => 0);
        var (min, sum, first) = (groups.Figures.Min(row => row.N), groups.Figures.Sum(row => row.N), groups.Figures.First(row => row.Text));
        _ = groups.Select((key, _) => key).ToList();
        Assert.AreEqual((null, 0L, null), (min[0], sum[0], first[0]));
    }

    [TestMethod]
    public void Sums_are_wide_and_checked()
    {
        var tap = Numbers(new(), 3).Tap();
        var wide = tap.Figures.Sum(_ => int.MaxValue);
        var big = tap.Figures.Sum(_ => BigInteger.Pow(2, 100));
        var average = tap.Figures.Average(_ => long.MaxValue);
        tap.Rows.Drain();
        Assert.AreEqual(3L * int.MaxValue, wide[0]);
        Assert.AreEqual(3 * BigInteger.Pow(2, 100), big[0]);
        Assert.AreEqual((double)long.MaxValue, average[0]);

        var over = Numbers(new(), 3).Tap();
        _ = over.Figures.Sum(_ => long.MaxValue);
        Assert.ThrowsExactly<OverflowException>(over.Rows.Drain);
    }

    [TestMethod]
    public void Functions_read_dates_and_cut_instants_in_UTC()
    {
        Assert.AreEqual(new DateOnly(2025, 3, 31), TransformFunctions.Date("31 March 2025", "yyyy-MM-dd", "d.M.yyyy", "d MMMM yyyy"));
        Assert.IsNull(TransformFunctions.Date("31.02.2025", "d.M.yyyy"));
        Assert.IsNull(TransformFunctions.Date(null));
        var at = new DateTimeOffset(2025, 4, 1, 0, 40, 0, TimeSpan.FromHours(2));
        Assert.AreEqual(new DateTimeOffset(2025, 3, 31, 22, 0, 0, TimeSpan.Zero), TransformFunctions.Hour(at));
        Assert.AreEqual(new DateOnly(2025, 3, 31), TransformFunctions.Day(at));
        Assert.AreEqual(new DateOnly(2025, 3, 1), TransformFunctions.Month(at));
        Assert.IsNull(TransformFunctions.Hour((DateTimeOffset?)null));
    }
}
