using System;
using System.Linq;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Transforms;
using static ToolGen.Tests.Transforms.TransformTestRows;

namespace ToolGen.Tests.Transforms;

[TestClass]
public sealed class StepTests
{
    [TestMethod]
    public void Null_in_where_keeps_nothing() =>
        Assert.AreEqual("3", Join(Numbers(new(), 4).Where(n => n == 3 ? true : n == 4 ? null : (bool?)false)));

    [TestMethod]
    public void Select_can_look_at_the_row_before() =>
        Assert.AreEqual("1 1 1", Join(Numbers(new(), 3).Select(n => new { N = n }).Select((row, prev) => prev is null ? 1 : row.N - prev.N)));

    [TestMethod]
    public void Distinct_keeps_the_first_the_last_or_the_first_in_an_order()
    {
        Assert.AreEqual("1 2", Join(Numbers(new(), 6).Distinct(n => n % 2)));
        Assert.AreEqual("5 6", Join(Numbers(new(), 6).DistinctLast(n => n % 2)));
        Assert.AreEqual("3 4", Join(Numbers(new(), 6).Order().By(n => Math.Abs(n - 3), false).By(n => n, true).Distinct(n => n % 2)));
    }

    [TestMethod]
    public void Order_is_stable_with_nulls_first_both_ways()
    {
        var rows = Numbers(new(), 6).Select(n => new { N = n, Key = n % 3 == 0 ? (int?)null : n % 3 });
        Assert.AreEqual("3 6 1 4 2 5", Join(rows.Order().By(row => row.Key).Sort().Select(row => row.N)));
        rows = Numbers(new(), 6).Select(n => new { N = n, Key = n % 3 == 0 ? (int?)null : n % 3 });
        Assert.AreEqual("3 6 2 5 1 4", Join(rows.Order().By(row => row.Key, descending: true).Sort().Select(row => row.N)));
    }

    [TestMethod]
    public void Text_orders_by_its_units_in_every_culture()
    {
        var rows = new TransformSource(new(), "b\nä\nA\na\nI\nı\n").Lines();
        Assert.AreEqual("A I a b ä ı", Join(rows.Order().By(row => row.Line).Sort().Select(row => row.Line)));
    }

    [TestMethod]
    public void The_top_of_an_order_is_the_beginning_of_the_whole_order()
    {
        var random = new Random(7);
        var keys = Enumerable.Range(0, 20_000).Select(_ => random.Next(50)).ToArray();
        foreach (var count in new[] { 0, 1, 3, 700, 3000, 20_000 })
        {
            var expected = Enumerable.Range(1, keys.Length).OrderByDescending(n => keys[n - 1]).Take(count);
            var top = Numbers(new(), keys.Length).Order().By(n => keys[n - 1], descending: true).Top(count).ToList();
            Assert.IsTrue(expected.SequenceEqual(top), $"{count}");
        }
    }

    [TestMethod]
    public void Take_reads_no_further_unless_figures_before_it_count_the_rest()
    {
        var run = new TransformRun();
        Assert.AreEqual("1 2", Join(Numbers(run, 9).Take(2)));
        Assert.AreEqual(2, run.RowsRead);

        run = new();
        var tap = Numbers(run, 9).Tap();
        var count = tap.Figures.Count();
        Assert.AreEqual("1 2", Join(tap.Rows.Take(2, drain: true)));
        Assert.AreEqual(9, count[0]);
    }

    [TestMethod]
    public void Counts_below_zero_are_zero()
    {
        Assert.AreEqual("", Join(Numbers(new(), 3).Take(-1)));
        Assert.AreEqual("1 2 3", Join(Numbers(new(), 3).Skip(-1)));
        Assert.AreEqual("", Join(Numbers(new(), 3).Skip(long.MaxValue)));
        Assert.AreEqual("", Join(Numbers(new(), 3).Order().By(n => n).Top(-1)));
    }

    [TestMethod]
    public void Flatten_makes_a_row_of_each_element_and_of_null_none()
    {
        Assert.AreEqual("1 1 2 3", Join(Numbers(new(), 3).Flatten(n => n == 2 ? null : Enumerable.Range(1, n))));
        Assert.AreEqual("2a 2b", Join(Numbers(new(), 2).Flatten(n => n == 2 ? "ab" : "", (n, c) => $"{n}{c}")));
    }

    [TestMethod]
    public void Caps_end_the_run_with_limit()
    {
        TransformRun Capped() => new(rowsLimit: 10, groupsLimit: 3);
        StringAssert.Contains(Fails(() => Numbers(Capped(), 11).ToList(), ToolErrorCodes.Limit), "limits.rows");
        StringAssert.Contains(Fails(() => Numbers(Capped(), 11).Order().By(n => n).Sort().ToList(), ToolErrorCodes.Limit), "order holds more than 10 rows");
        StringAssert.Contains(Fails(() => Numbers(Capped(), 11).Distinct(n => n).ToList(), ToolErrorCodes.Limit), "limits.groups");
        StringAssert.Contains(Fails(() => Numbers(Capped(), 4).Group(n => n).Select((key, _) => key).ToList(), ToolErrorCodes.Limit), "group has more than 3 different keys");
        Assert.AreEqual(10, Numbers(Capped(), 10).ToList().Count);
        Assert.AreEqual(3, Numbers(Capped(), 9).Distinct(n => n % 3).ToList().Count);
        Assert.AreEqual(5, Numbers(Capped(), 5_000).Order().By(n => n).Top(5).ToList().Count);
        Assert.AreEqual(4, Numbers(Capped(), 4).Order().By(n => n).Top(1_000).ToList().Count);
    }

    [TestMethod]
    public void A_canceled_run_ends_between_rows()
    {
        using var source = new CancellationTokenSource();
        var run = new TransformRun(cancellationToken: source.Token);
        var endless = Numbers(run, 1).Flatten(_ => Enumerable.Range(0, int.MaxValue)).Where(n =>
        {
            if (n == 1_000) source.Cancel();
            return false;
        });
        Assert.ThrowsExactly<OperationCanceledException>(endless.Drain);
    }

    private static string Join<T>(Rows<T> rows) => string.Join(' ', rows.ToList());
}
