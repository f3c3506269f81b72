using System;
using System.Diagnostics;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Effects.Tests.Data;

/// <summary>Ways out of a session that writes, or that stays open. The account may all, as it often does where a host is new.</summary>
[TestClass]
public sealed class PostgreSqlAttackTests
{
    private static PostgreSqlServer? server;

    [ClassInitialize]
    public static async Task StartAsync(TestContext context)
    {
        _ = context;
        server = await PostgreSqlServer.CreateAsync("CREATE TABLE orders (id int, note text)", "INSERT INTO orders VALUES (1, 'a')");
    }

    [ClassCleanup]
    public static async Task StopAsync()
    {
        if (server is not null) await server.DisposeAsync();
    }

    [TestMethod]
    [DataRow("SELECT 1 AS ignore INTO stolen")]
    [DataRow("SELECT id replace INTO stolen FROM orders")]
    [DataRow("SELECT (id) insert INTO stolen FROM orders")]
    [DataRow("WITH insert AS (SELECT 1 AS x) SELECT x AS merge INTO stolen FROM insert")]
    [DataRow("UPDATE pg_operator SET oprcode = 'pg_catalog.int4mi'::regproc WHERE oprname = '+' AND oprleft = 'int4'::regtype AND oprright = 'int4'::regtype")]
    [DataRow("UPDATE pg_catalog.pg_database SET datallowconn = false WHERE datname = ''")]
    [DataRow("INSERT INTO pg_cast SELECT * FROM pg_cast LIMIT 0")]
    [DataRow("DELETE FROM \"pg_class\" WHERE relname = 'orders'")]
    public async Task Session_that_writes_changes_rows_and_no_catalog(string sql)
    {
        await using var call = new DataCall(PostgreSqlServer.Require(server).Grant, "sql shop write");
        await DataCall.FailsAsync(call.RunAsync(new SqlStatement().Text(sql), writes: true, commit: true), "denied");
        Assert.AreEqual(0L, await server!.ExecuteAsync("SELECT count(*) FROM pg_class WHERE relname = 'stolen'"));
        Assert.AreEqual(3, await server.ExecuteAsync("SELECT 1 + 2"));
    }

    [TestMethod]
    [DataRow("INSERT INTO orders VALUES (2, 'b')")]
    [DataRow("WITH x AS (SELECT 3 AS id) INSERT INTO orders SELECT id, 'c' FROM x")]
    [DataRow("WITH new AS (INSERT INTO orders VALUES (4, 'd') RETURNING id) SELECT id FROM new")]
    [DataRow("MERGE INTO orders AS o USING (SELECT 5 AS id) AS n ON o.id = n.id WHEN NOT MATCHED THEN INSERT VALUES (5, 'e')")]
    [DataRow("UPDATE orders SET note = replace(note, 'a', 'b') WHERE id = 1")]
    public async Task Session_that_writes_still_writes(string sql)
    {
        await using var call = new DataCall(PostgreSqlServer.Require(server).Grant, "sql shop write");
        await call.RunAsync(new SqlStatement().Text(sql), writes: true);
    }

    [TestMethod]
    [DataRow("SELECT option_value FROM information_schema.user_mapping_options")]
    [DataRow("SELECT umoptions FROM information_schema._pg_user_mappings")]
    [DataRow("SELECT option_value FROM information_schema.foreign_server_options")]
    public async Task Passwords_and_places_of_the_server_are_not_read(string sql)
    {
        await using var call = new DataCall(PostgreSqlServer.Require(server).Grant);
        await DataCall.FailsAsync(call.ReadAsync(sql), "denied");
    }

    [TestMethod]
    public async Task Session_that_nobody_ends_gives_its_connection_back_when_its_time_is_over()
    {
        var grant = PostgreSqlServer.Require(server).Grant;
        await using var call = new DataCall(grant with { Connection = grant.Connection + ";Maximum Pool Size=1;Timeout=1" }, "sql shop write") { Limits = ToolLimits.Default with { Timeout = TimeSpan.FromMilliseconds(300) } };
        var left = await call.Data.OpenAsync("shop", writes: true);
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await call.ReadAsync("SELECT 1");
                break;
            }
            catch (ToolException e) when (e.Code is ToolErrorCodes.Unavailable or ToolErrorCodes.Timeout)
            {
                Assert.IsLessThan(15_000, clock.ElapsedMilliseconds, "the host's only connection is still held");
            }
        }

        await DataCall.FailsAsync(left.RunAsync(new SqlStatement().Text("SELECT 1")).AsTask(), "timeout");
    }
}
