using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Testing.Tests.Replay;

[TestClass]
public sealed class ReplayDataTests
{
    private const string Orders = """ "given": { "sql": ["CREATE TABLE orders (id INTEGER PRIMARY KEY, status TEXT, total REAL)", "INSERT INTO orders VALUES (1, 'open', 10.5), (2, 'paid', NULL)"] } """;

    [TestMethod]
    public async Task Statements_really_run_and_queries_see_what_they_left()
    {
        Assert.AreEqual("Passed", await Samples.SayAsync(Changing("UPDATE orders SET status = 'shipped' WHERE id = 1", commits: true), $$"""
            [{ "input": {}, "output": 1, {{Orders}}, "expect": { "sql": [
              { "query": "SELECT status, total FROM orders ORDER BY id", "rows": [["shipped", 10.5], ["paid", null]] },
              { "query": "SELECT id, status FROM orders ORDER BY id", "rows": [{ "status": "shipped", "id": 1 }, { "id": 2, "status": "paid" }], "database": "shop" },
              { "query": "SELECT status FROM orders ORDER BY id", "rows": ["shipped", "paid"] },
              { "query": "SELECT id FROM orders WHERE id > 5", "rows": [] }] } }]
            """));
        Assert.AreEqual("Passed", await Samples.SayAsync(Changing("DELETE FROM orders", commits: false), $$"""
            [{ "input": {}, "output": 2, {{Orders}}, "expect": { "sql": [{ "query": "SELECT COUNT(*) FROM orders", "rows": [2] }] } }]
            """));
    }

    [TestMethod]
    [DataRow("SELECT status FROM orders ORDER BY id", """[["paid"], ["paid"]]""", "\"SELECT status FROM orders ORDER BY id\" gives row 1, status: expected \"paid\", got \"open\"")]
    [DataRow("SELECT id FROM orders", "[[1]]", "\"SELECT id FROM orders\" gives 2 rows where 1 are expected; row 2: expected nothing, got [2]")]
    public async Task Rows_that_differ_are_told_by_row_and_column(string query, string rows, string said) => Assert.AreEqual(
        "Failed: " + said, await Samples.SayAsync(Changing("SELECT 1", commits: true), $$"""[{ "input": {}, "output": 0, {{Orders}}, "expect": { "sql": [{ "query": "{{query}}", "rows": {{rows}} }] } }]"""));

    [TestMethod]
    [DataRow("SELECT nothing FROM orders", null)]
    [DataRow("DELETE FROM orders", null)]
    [DataRow("SELECT 1", "books")]
    public async Task A_query_that_fails_or_asks_nothing_fails_the_sample(string query, string? database)
    {
        var name = database is null ? "" : $", \"database\": \"{database}\"";
        StringAssert.StartsWith(
            await Samples.SayAsync(Changing("SELECT 1", commits: true), $$"""[{ "input": {}, "output": 0, {{Orders}}, "expect": { "sql": [{ "query": "{{query}}", "rows": []{{name}} }] } }]"""),
            database is null ? "Failed: the query " : "Failed: expect.sql asks books; there are shop");
    }

    [TestMethod]
    public async Task A_database_without_statements_is_unrecorded() => Assert.AreEqual(
        "Unrecorded: no recording: the database shop; add statements that make it to given.sql",
        await Samples.SayAsync(Changing("SELECT 1", commits: true), """[{ "input": {}, "output": 0 }]"""));

    [TestMethod]
    public async Task Each_database_has_its_own_statements()
    {
        var tool = Changing("SELECT 1", commits: true);
        Assert.AreEqual("Passed", await Samples.SayAsync(tool, """
            [{ "input": {}, "output": 0, "given": { "sql": { "shop": [], "books": ["CREATE TABLE b (x)"] } }, "expect": { "sql": [{ "query": "SELECT COUNT(*) FROM b", "rows": [0], "database": "books" }] } }]
            """));
        StringAssert.StartsWith(
            await Samples.SayAsync(tool, """[{ "input": {}, "output": 0, "given": { "sql": { "books": ["CREATE TABLE b (x)"] } } }]"""), "Unrecorded: no recording: the database shop");
    }

    [TestMethod]
    [DataRow("CREATE TABLE")]
    [DataRow("ATTACH DATABASE '/tmp/toolgen-evil.db' AS e")]
    public async Task A_statement_of_given_that_fails_fails_the_sample(string statement) => StringAssert.StartsWith(
        await Samples.SayAsync(Changing("SELECT 1", commits: true), $$"""[{ "input": {}, "output": 0, "given": { "sql": ["CREATE TABLE t (x)", "{{statement}}"] } }]"""),
        "Failed: statement 1 of given.sql fails");

    [TestMethod]
    public async Task A_tool_that_may_only_read_can_not_write() => Assert.AreEqual(
        "Failed: the tool used sql shop write, which its capabilities do not list",
        await Samples.SayAsync(Changing("DELETE FROM orders", commits: true, "sql shop read"), $$"""[{ "input": {}, "output": 0, {{Orders}} }]"""));

    private static HandMadeTool Changing(string sql, bool commits, string capability = "sql shop write") => new(
        (_, context) =>
        {
            var session = context.Data.OpenAsync("shop", writes: true).AsTask().GetAwaiter().GetResult();
            var rows = session.RunAsync(new SqlStatement().Text(sql)).AsTask().GetAwaiter().GetResult();
            if (commits) session.CommitAsync().AsTask().GetAwaiter().GetResult();
            session.DisposeAsync().AsTask().GetAwaiter().GetResult();
            return HandMadeTool.Output($"{rows.Affected}");
        },
        capability);
}
