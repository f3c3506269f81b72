using System;
using System.IO;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Effects.Data;

namespace ToolGen.Effects.Tests.Data;

[TestClass]
public sealed class ScratchDatabaseTests
{
    [TestMethod]
    public async Task Tool_writes_and_the_sample_sees_it()
    {
        using var scratch = ScratchDatabase.Create(["CREATE TABLE t (x INTEGER); INSERT INTO t VALUES (1)", "INSERT INTO t VALUES (2);"]);
        await using var call = new DataCall(scratch.Grant, "sql shop write");
        await call.RunAsync(new SqlStatement().Text("UPDATE t SET x = x + 10"), writes: true, commit: true);
        Assert.AreEqual("11,12", DataCall.First(scratch.Query("SELECT x FROM t ORDER BY x")));
        Assert.AreEqual("denied", Assert.ThrowsExactly<ToolException>(() => scratch.Query("DELETE FROM t")).Code);
    }

    [TestMethod]
    public async Task Neither_seed_nor_tool_makes_it_larger_than_its_cap()
    {
        using var scratch = ScratchDatabase.Create(["CREATE TABLE t (x)"]);
        await using var call = new DataCall(scratch.Grant, "sql shop write");
        await DataCall.FailsAsync(call.RunAsync(new SqlStatement().Text("INSERT INTO t WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 40) SELECT zeroblob(1000000) FROM n"), writes: true), "limit");
    }

    [TestMethod]
    public async Task Two_are_apart()
    {
        using var one = ScratchDatabase.Create(["CREATE TABLE t (x)"]);
        using var other = ScratchDatabase.Create([]);
        await using var call = new DataCall(other.Grant);
        await DataCall.FailsAsync(call.ReadAsync("SELECT * FROM t"), "bad_data");
    }

    [TestMethod]
    [DataRow("ATTACH '{0}' AS x", "denied")]
    [DataRow("VACUUM INTO '{0}'", "denied")]
    [DataRow("PRAGMA temp_store_directory = '{0}'", "denied")]
    [DataRow("PRAGMA max_page_count = 1000000000", "denied")]
    [DataRow("SELECT load_extension('{0}')", "denied")]
    [DataRow("CREATE VIRTUAL TABLE t USING dbstat", "denied")]
    [DataRow("CREATE TABLE t (x); SELECT nothing", "bad_data")]
    [DataRow("CREATE TABLE t (", "bad_data")]
    [DataRow("CREATE TABLE t (x); INSERT INTO t WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 40) SELECT zeroblob(1000000) FROM n", "limit")]
    [DataRow("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n", "timeout")]
    public void Seed_reaches_nothing_and_ends(string statement, string code)
    {
        var path = Path.Combine(Path.GetTempPath(), "toolgen-seed-" + Guid.NewGuid().ToString("N"));
        var error = Assert.ThrowsExactly<ToolException>(() => ScratchDatabase.Create(["SELECT 1", string.Format(System.Globalization.CultureInfo.InvariantCulture, statement, path)], TimeSpan.FromSeconds(code == "timeout" ? 0.3 : 20)));
        Assert.AreEqual(code, error.Code, error.Message);
        StringAssert.Contains(error.Message, "statement 1 of given.sql");
        Assert.IsFalse(File.Exists(path));
    }
}
