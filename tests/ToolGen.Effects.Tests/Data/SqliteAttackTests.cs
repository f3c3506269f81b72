using System;
using System.Threading.Tasks;
using CsCheck;
using Microsoft.Data.Sqlite;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Effects.Data;
using ToolGen.Effects.Data.Sqlite;

namespace ToolGen.Effects.Tests.Data;

/// <summary>Statements that only read, and take what is not theirs: the lock, the disk, the host's processor.</summary>
[TestClass]
public sealed class SqliteAttackTests
{
    private static readonly string[] Guarded = ["instr(@a, @b)", "replace(@a, @b, @c)", "trim(@a)", "ltrim(@a, @b)", "rtrim(@a, @b)", "trim(@a, @b)"];

    private const string Letters = "printf('%.*c', 6000000, 'a')";

    [TestMethod]
    [DataRow($"SELECT instr({Letters}, printf('%.*c', 3000000, 'a') || 'b')")]
    [DataRow($"SELECT length(replace({Letters}, printf('%.*c', 3000000, 'a') || 'b', 'x'))")]
    [DataRow($"SELECT trim({Letters}, printf('%.*c', 600000, 'b') || 'a')")]
    [DataRow($"SELECT ltrim({Letters}, printf('%.*c', 600000, 'b') || 'a')")]
    [DataRow($"SELECT rtrim({Letters}, printf('%.*c', 600000, 'b') || 'a')")]
    [DataRow($"SELECT {Letters} LIKE '%' || printf('%.*c', 4000, 'a') || 'b%'")]
    [DataRow("SELECT json_patch('{}', '{}')")]
    [DataRow("SELECT unhex(printf('%.*c', 6000000, 'x'), printf('%.*c', 3000000, 'y') || 'x')")]
    [DataRow($"SELECT {Letters} GLOB '*' || printf('%.*c', 4000, 'a') || 'b*'")]
    public async Task One_function_takes_no_longer_than_the_call(string sql)
    {
        using var scratch = ScratchDatabase.Create([]);
        await using var call = new DataCall(scratch.Grant) { Limits = ToolLimits.Default with { Timeout = TimeSpan.FromSeconds(1) } };
        var run = Task.Run(() => call.ReadAsync(sql));
        Assert.AreSame(run, await Task.WhenAny(run, Task.Delay(8_000)), "it is still running");
        if (run.IsFaulted) await DataCall.FailsAsync(run, "limit", "timeout", "denied", "bad_data");
    }

    [TestMethod]
    public void Functions_with_an_eye_on_the_clock_answer_as_SQLites_own()
    {
        using var bare = new SqliteConnection("Data Source=:memory:");
        using var guarded = new SqliteConnection("Data Source=:memory:");
        bare.Open();
        guarded.Open();
        new SqliteFunctions(() => false).AddTo(guarded.Handle!);
        var text = Gen.OneOf(Gen.String[Gen.Char["ab äé"], 0, 8].Select(object (value) => value), Gen.Int[-200, 200].Select(object (value) => value), Gen.Double[-9, 9].Select(object (value) => value),
            Gen.Byte[97, 99].Array[0, 5].Select(object (value) => value), Gen.Const<object>(DBNull.Value));
        Gen.Select(Gen.Int[0, Guarded.Length - 1].Select(index => Guarded[index]), text, text, text).Sample((function, a, b, c) =>
            Assert.AreEqual(Answer(bare, function, a, b, c), Answer(guarded, function, a, b, c), $"{function} of {a}, {b}, {c}"), iter: 3_000, threads: 1);
    }

    private static string Answer(SqliteConnection connection, string function, params object[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT typeof({function}) || ' ' || quote({function})";
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue("@" + (char)('a' + i), values[i]);
        return command.ExecuteScalar() as string ?? "null";
    }

    [TestMethod]
    public async Task Sorting_what_is_made_up_fills_neither_disk_nor_memory()
    {
        using var scratch = ScratchDatabase.Create([]);
        await using var call = new DataCall(scratch.Grant) { Limits = ToolLimits.Default with { Timeout = TimeSpan.FromSeconds(40) } };
        var error = await DataCall.FailsAsync(call.ReadAsync("WITH RECURSIVE n(x, b) AS (SELECT 1, zeroblob(4000000) UNION ALL SELECT x + 1, zeroblob(4000000) FROM n LIMIT 2000) SELECT x FROM (SELECT x, b FROM n ORDER BY x DESC, b LIMIT -1) WHERE length(b) = 0"), "limit");
        StringAssert.Contains(error.Message, "shop");
    }

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
