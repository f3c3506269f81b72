using System;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Effects.Data;

namespace ToolGen.Effects.Tests.Data;

/// <summary>Statements that only read, and take what is not theirs: the lock, the disk, the host's processor.</summary>
[TestClass]
public sealed class SqliteAttackTests
{
    [TestMethod]
    public async Task Session_that_nobody_ends_lets_others_write_when_its_time_is_over()
    {
        using var scratch = ScratchDatabase.Create(["CREATE TABLE t (x)"]);
        await using var call = new DataCall(scratch.Grant, "sql shop write") { Limits = ToolLimits.Default with { Timeout = TimeSpan.FromMilliseconds(300) } };
        var left = await call.Data.OpenAsync("shop", writes: true);
        await left.RunAsync(new SqlStatement().Text("INSERT INTO t VALUES (1)"));
        await using var other = new DataCall(scratch.Grant, "sql shop write");
        await other.RunAsync(new SqlStatement().Text("INSERT INTO t VALUES (2)"), writes: true, commit: true);
        Assert.AreEqual("2", DataCall.First(scratch.Query("SELECT x FROM t")));
        await DataCall.FailsAsync(left.RunAsync(new SqlStatement().Text("SELECT 1")).AsTask(), "timeout");
    }
}
