using System;
using System.IO;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Transforms;

namespace ToolGen.Tests.Transforms;

[TestClass]
[DoNotParallelize]
public sealed class MemoryTests
{
    private const long Size = 64L << 20;

    [TestMethod]
    public void A_table_of_64_MiB_is_grouped_and_its_top_taken_in_less_than_8_MiB()
    {
        using var table = new EndlessTable(Size);
        var run = new TransformRun();
        var rows = new TransformSource(run, table).Csv(new(',', '"'), [new("id"), new("region"), new("amount")], cells => new { Id = cells[0].Int64(), Region = cells[1].String(), Amount = cells[2].Double() });
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var highest = before;
        var tap = rows.Where(row => row.Amount >= 0).Check(row =>
        {
            if (row.Id % 100_000 == 0) highest = Math.Max(highest, GC.GetTotalMemory(forceFullCollection: true));
        }).Tap();
        var count = tap.Figures.Count();
        var top = tap.Rows.Order().By(row => row.Amount, descending: true).Top(10).ToList();

        Assert.AreEqual(10, top.Count);
        Assert.AreEqual(run.RowsRead, count[0]);
        Assert.IsTrue(run.RowsRead > 1_500_000, $"{run.RowsRead} rows");
        Assert.IsTrue(highest - before < 8 << 20, $"held {(highest - before) / 1024} KiB");
    }

    /// <summary>Makes its text as it is read, so that no copy of it counts.</summary>
    private sealed class EndlessTable(long size) : TextReader
    {
        private string line = "id,region,amount\n";
        private int at;
        private long made;
        private long id;

        public override int Read(char[] buffer, int index, int count)
        {
            var written = 0;
            while (written < count)
            {
                if (this.at == this.line.Length)
                {
                    if (this.made >= size) break;
                    this.id++;
                    this.line = $"{this.id},\"region \"\"{this.id % 17}\"\" of many\",{this.id * 7919 % 100_003}.25\n";
                    this.at = 0;
                }

                var part = Math.Min(count - written, this.line.Length - this.at);
                this.line.CopyTo(this.at, buffer, index + written, part);
                this.at += part;
                written += part;
                this.made += part;
            }

            return written;
        }
    }
}
