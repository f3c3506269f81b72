using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Effects.Tests.Data;

[TestClass]
public sealed class PostgreSqlDataTests
{
    private static PostgreSqlServer? server;
    private static DataCall? reader;

    [ClassInitialize]
    public static async Task StartAsync(TestContext context)
    {
        server = await PostgreSqlServer.CreateAsync(
            "CREATE TYPE mood AS ENUM ('fine', 'bad')",
            "CREATE TABLE orders (id INTEGER PRIMARY KEY, status TEXT NOT NULL, total NUMERIC, ordered_on DATE, note TEXT, mood mood)",
            "INSERT INTO orders VALUES (1,'paid',10.5,'2025-01-05',NULL,'fine'),(2,'open',20,'2025-03-01','50% off_er','bad'),(3,'paid',7,'2025-03-02','it''s','fine')",
            "CREATE FUNCTION erase() RETURNS int LANGUAGE sql AS 'DELETE FROM orders; SELECT 1'");
        if (server is not null) reader = new(server.Grant with { Access = GrantAccess.Read });
    }

    [ClassCleanup]
    public static async Task StopAsync()
    {
        if (reader is not null) await reader.DisposeAsync();
        if (server is not null) await server.DisposeAsync();
    }

    [TestMethod]
    public async Task Values_are_parameters_whatever_they_say()
    {
        var call = Reader();
        foreach (var hostile in SqliteDataTests.Hostile.Where(text => !text.Contains('\0', StringComparison.Ordinal)))
        {
            Assert.IsEmpty((await call.RunAsync(new SqlStatement().Text("SELECT id FROM orders WHERE status = ").Value(hostile))).Rows);
            Assert.IsEmpty((await call.RunAsync(new SqlStatement().Text("SELECT id FROM orders WHERE status IN (").List([hostile]).Text(")"))).Rows);
            Assert.IsEmpty((await call.RunAsync(new SqlStatement().Text("SELECT id FROM orders WHERE status LIKE ").Contains(hostile))).Rows);
            Assert.IsEmpty((await call.RunAsync(new SqlStatement().Text("SELECT id FROM orders WHERE status LIKE ").Starts(hostile))).Rows);
            Assert.AreEqual(hostile, DataCall.First(await call.RunAsync(new SqlStatement().Text("SELECT ").Value(hostile).Text(" AS x"))));
        }

        await DataCall.FailsAsync(call.RunAsync(new SqlStatement().Text("SELECT ").Value("a\0b").Text(" AS x")), "bad_data");
    }

    [TestMethod]
    public async Task Wildcards_lists_and_nulls_mean_what_they_say()
    {
        var call = Reader();
        Assert.AreEqual("2", DataCall.First(await call.RunAsync(new SqlStatement().Text("SELECT id FROM orders WHERE note LIKE ").Contains("% off_"))));
        Assert.AreEqual("", DataCall.First(await call.RunAsync(new SqlStatement().Text("SELECT id FROM orders WHERE note LIKE ").Contains("o__"))));
        Assert.AreEqual("1,3", DataCall.First(await call.RunAsync(new SqlStatement().Text("SELECT id FROM orders WHERE id IN (").List([1, 3]).Text(") ORDER BY id"))));
        Assert.AreEqual("1,3", DataCall.First(await call.RunAsync(new SqlStatement().Text("SELECT id FROM orders WHERE mood IN (").List(["fine"]).Text(") ORDER BY id"))));
        Assert.AreEqual("", DataCall.First(await call.RunAsync(new SqlStatement().Text("SELECT id FROM orders WHERE id IN (").List<int>([]).Text(")"))));
        Assert.AreEqual("", DataCall.First(await call.RunAsync(new SqlStatement().Text("SELECT id FROM orders WHERE mood In (").List<int>([]).Text(")"))));
        Assert.AreEqual("1,2,3", DataCall.First(await call.RunAsync(new SqlStatement().Text("SELECT id FROM orders WHERE ordered_on NOT IN (").List<int>([]).Text(") ORDER BY id"))));
        Assert.AreEqual("1,2,3", DataCall.First(await call.RunAsync(new SqlStatement().Text("SELECT id FROM orders WHERE (").Value(null).Text(" IS NULL OR status = ").Value(null).Text(") ORDER BY id LIMIT ").Value(5))));
        Assert.AreEqual("2", DataCall.First(await call.RunAsync(new SqlStatement().Text("SELECT id FROM orders WHERE (").Value("open").Text(" IS NULL OR status = ").Value("open").Text(") AND ordered_on >= ").Value(new DateOnly(2025, 2, 1)))));
    }

    [TestMethod]
    public async Task Values_keep_their_type()
    {
        var call = Reader();
        (string Sql, object? Value)[] given =
        [
            ("NULL", null), ("'täxt'", "täxt"), ("5::smallint", 5L), ("6", 6L), ("7::bigint", 7L), ("2.5::real", 2.5), ("0.1::double precision", 0.1), ("12.30::numeric", 12.30m), ("true", true),
            ("DATE '2025-03-02'", new DateOnly(2025, 3, 2)), ("TIME '08:30'", new TimeOnly(8, 30)), ("TIMESTAMP '2025-03-02 13:45'", new DateTimeOffset(2025, 3, 2, 13, 45, 0, default)),
            ("TIMESTAMPTZ '2025-03-02 13:45+01'", new DateTimeOffset(2025, 3, 2, 12, 45, 0, default)), ("INTERVAL '1 day 2 hours'", TimeSpan.FromHours(26)),
            ("'4b1e7a30-8f43-4a3f-9d37-4c1f8a4a9a01'::uuid", new Guid("4b1e7a30-8f43-4a3f-9d37-4c1f8a4a9a01")), ("'{\"a\": 1}'::jsonb", "{\"a\": 1}"), ("'[1]'::json", "[1]"), ("'fine'::mood", "fine"),
            ("'x'::name", "x"), ("'y'::char(3)", "y  "), ("'z'::\"char\"", "z"), ("'<a/>'::xml", "<a/>"), ("8::oid", 8L),
        ];
        var faults = "";
        foreach (var (sql, value) in given)
        {
            try
            {
                Assert.AreEqual(value, (await call.ReadAsync($"SELECT {sql}, 1")).Rows[0][0]);
            }
            catch (Exception e)
            {
                faults += $"{sql}: {e.Message}\n";
            }
        }

        Assert.AreEqual("", faults);
        CollectionAssert.AreEqual(new byte[] { 1, 0, 2 }, (byte[])(await call.ReadAsync("SELECT '\\x010002'::bytea")).Rows[0][0]!);
        object?[] values = [null, "ä", 5, 6L, 2.5, true, new DateOnly(2025, 3, 2), new DateTimeOffset(2025, 3, 2, 13, 45, 0, TimeSpan.FromHours(1)), new TimeOnly(8, 30), TimeSpan.FromHours(3), 12.25m, Guid.Empty];
        var statement = new SqlStatement().Text("SELECT ");
        for (var i = 0; i < values.Length; i++) statement.Text(i == 0 ? "" : ", ").Value(values[i]);
        var back = (await call.RunAsync(statement)).Rows.Single();
        for (var i = 0; i < values.Length; i++) Assert.AreEqual(values[i] is int small ? (long)small : values[i], back[i]);
        foreach (var odd in (string[])["SELECT ARRAY[1,2] AS a", "SELECT 'infinity'::date AS a", "SELECT 'NaN'::numeric AS a", "SELECT '1 month'::interval AS a", "SELECT '127.0.0.1'::inet AS a"])
            await DataCall.FailsAsync(call.ReadAsync(odd), "bad_data");
        Assert.AreEqual("1", DataCall.First(await call.ReadAsync("SELECT 1")));
    }

    [TestMethod]
    [DataRow("SELECT pg_read_file('/etc/passwd')")]
    [DataRow("SELECT \"pg_read_file\"('/etc/passwd')")]
    [DataRow("SELECT pg_catalog.pg_read_file('/etc/passwd')")]
    [DataRow("SELECT \"pg_catalog\" . \"pg_read_file\" ('/etc/passwd')")]
    [DataRow("SELECT PG_READ_FILE/* */('/etc/passwd')")]
    [DataRow("SELECT U&\"pg\\005fread\\005ffile\"('/etc/passwd')")]
    [DataRow("SELECT u&\"!0070g_sleep\" UESCAPE '!' (10)")]
    [DataRow("SELECT * FROM pg_read_binary_file('/etc/passwd')")]
    [DataRow("SELECT pg_ls_dir('/')")]
    [DataRow("SELECT pg_stat_file('/etc/passwd')")]
    [DataRow("SELECT lo_import('/etc/passwd')")]
    [DataRow("SELECT lo_export(1, '/tmp/x')")]
    [DataRow("SELECT lo_get(1)")]
    [DataRow("SELECT lo_creat(-1)")]
    [DataRow("SELECT dblink('host=127.0.0.1', 'DROP TABLE orders')")]
    [DataRow("SELECT dblink_exec('host=127.0.0.1', 'x')")]
    [DataRow("SELECT pg_sleep(10)")]
    [DataRow("SELECT pg_sleep_for('10 s')")]
    [DataRow("SELECT pg_advisory_lock(1)")]
    [DataRow("SELECT pg_try_advisory_xact_lock(1)")]
    [DataRow("SELECT set_config('transaction_read_only', 'off', true)")]
    [DataRow("SELECT set_config('statement_timeout', '0', false)")]
    [DataRow("SELECT pg_terminate_backend(1)")]
    [DataRow("SELECT pg_cancel_backend(1)")]
    [DataRow("SELECT pg_reload_conf()")]
    [DataRow("SELECT pg_rotate_logfile()")]
    [DataRow("SELECT pg_notify('x', 'y')")]
    [DataRow("SELECT query_to_xml('SELECT pg_sleep(10)', true, true, '')")]
    [DataRow("SELECT ts_stat('SELECT 1')")]
    [DataRow("SELECT setval('s', 1)")]
    [DataRow("SELECT * FROM pg_shadow")]
    [DataRow("SELECT * FROM pg_catalog.pg_authid")]
    [DataRow("SELECT query FROM pg_stat_activity")]
    [DataRow("SELECT * FROM pg_settings")]
    [DataRow("SELECT * FROM pg_largeobject")]
    [DataRow("COPY orders TO '/tmp/toolgen-stolen'")]
    [DataRow("COPY (SELECT 1) TO PROGRAM 'touch /tmp/toolgen-stolen'")]
    [DataRow("COPY orders FROM '/etc/passwd'")]
    [DataRow("DO $$ BEGIN PERFORM 1; END $$")]
    [DataRow("SET ROLE postgres")]
    [DataRow("SET TRANSACTION READ WRITE")]
    [DataRow("RESET ALL")]
    [DataRow("LISTEN x")]
    [DataRow("NOTIFY x")]
    [DataRow("LOCK TABLE orders")]
    [DataRow("VACUUM")]
    [DataRow("LOAD 'x'")]
    [DataRow("CALL x()")]
    [DataRow("PREPARE p AS SELECT 1")]
    [DataRow("EXECUTE p")]
    [DataRow("DECLARE c CURSOR FOR SELECT 1")]
    [DataRow("SHOW data_directory")]
    [DataRow("EXPLAIN ANALYZE DELETE FROM orders")]
    [DataRow("CREATE TEMP TABLE t (x int)")]
    [DataRow("CREATE EXTENSION dblink")]
    [DataRow("ALTER SYSTEM SET log_min_messages = 'debug5'")]
    [DataRow("COMMIT")]
    [DataRow("ROLLBACK; DROP TABLE orders")]
    [DataRow("SELECT 1; COMMIT; DROP TABLE orders")]
    [DataRow("SELECT '\\'; DROP TABLE orders; --'")]
    [DataRow("SELECT E'\\'; DROP TABLE orders; --'")]
    [DataRow("SELECT E'x'\n'\\'; DROP TABLE orders; --'")]
    [DataRow("SELECT 1 -- x\r; DROP TABLE orders")]
    [DataRow("SELECT $a$ $b$ $a$; DROP TABLE orders; --$b$")]
    [DataRow("SELECT 1pg_sleep(10)")]
    [DataRow("SELECT id INTO stolen FROM orders")]
    [DataRow("INSERT INTO orders VALUES (9, 'x')")]
    [DataRow("UPDATE orders SET status = 'x'")]
    [DataRow("DELETE FROM orders")]
    [DataRow("MERGE INTO orders USING orders AS o ON false WHEN NOT MATCHED THEN INSERT VALUES (9, 'x')")]
    [DataRow("WITH gone AS (DELETE FROM orders RETURNING id) SELECT id FROM gone")]
    [DataRow("WITH x AS (INSERT INTO orders VALUES (9, 'x') RETURNING id) SELECT id FROM x")]
    [DataRow("SELECT id FROM orders FOR UPDATE")]
    [DataRow("SELECT erase()")]
    [DataRow("SELECT $1")]
    [DataRow("SELECT \uFFFC")]
    public async Task Attacks_in_the_text_are_refused_and_nothing_changes(string sql)
    {
        var clock = Stopwatch.StartNew();
        await DataCall.FailsAsync(Reader().ReadAsync(sql), "denied");
        Assert.AreEqual("1:paid 2:open 3:paid", await server!.ExecuteAsync("SELECT string_agg(id || ':' || status, ' ' ORDER BY id) FROM orders"));
        Assert.AreEqual(false, await server.ExecuteAsync("SELECT to_regclass('stolen') IS NOT NULL"));
        Assert.IsFalse(System.IO.File.Exists("/tmp/toolgen-stolen"));
        Assert.IsLessThan(8_000, clock.ElapsedMilliseconds);
    }

    [TestMethod]
    [DataRow("SELECT '; DROP TABLE orders' AS x")]
    [DataRow("SELECT 'it''s' AS x -- ; DROP TABLE orders")]
    [DataRow("SELECT $q$; DROP TABLE orders$q$ AS x")]
    [DataRow("SELECT \"status\" FROM \"orders\" /* ; /* nested */ ; */")]
    [DataRow("SELECT E'a\\nb' AS x")]
    [DataRow("SELECT 1 /* /* */ ; DROP TABLE orders; -- */")]
    [DataRow("WITH x AS (SELECT 1 AS y) SELECT y FROM x;")]
    [DataRow("VALUES (1), (2)")]
    [DataRow("(SELECT 1) UNION (SELECT 2)")]
    [DataRow("SELECT pg_typeof(1)::text")]
    [DataRow("SELECT relname::text FROM pg_catalog.pg_class LIMIT 1")]
    [DataRow("SELECT ('{\"a\": 1}'::jsonb ? 'a')::text")]
    public async Task What_only_looks_odd_runs(string sql)
    {
        var call = Reader();
        Assert.IsNotEmpty((await call.ReadAsync(sql)).Rows);
    }

    [TestMethod]
    public async Task Session_is_read_only_by_the_servers_own_means()
    {
        var call = Reader();
        Assert.AreEqual("on", DataCall.First(await call.ReadAsync("SELECT current_setting('transaction_read_only')")));
        Assert.AreEqual("on", DataCall.First(await call.ReadAsync("SELECT current_setting('standard_conforming_strings')")));
        Assert.AreNotEqual("0", DataCall.First(await call.ReadAsync("SELECT current_setting('statement_timeout')")));
        await using var writer = Writer();
        Assert.AreEqual("off", DataCall.First(await writer.RunAsync(new SqlStatement().Text("SELECT current_setting('transaction_read_only')"), writes: true)));
        Assert.AreEqual("on", DataCall.First(await writer.ReadAsync("SELECT current_setting('transaction_read_only')")));
    }

    [TestMethod]
    [DataRow("SELECT generate_series(1, 100000)")]
    [DataRow("SELECT repeat('x', 20000000)")]
    [DataRow("SELECT repeat('x', 6000000) FROM generate_series(1, 30)")]
    [DataRow("SELECT decode(repeat('00', 10000000), 'hex')")]
    public async Task Answers_have_caps(string sql)
    {
        await using var call = new DataCall(PostgreSqlServer.Require(server).Grant) { Limits = ToolLimits.Default with { Rows = 1_000 } };
        await DataCall.FailsAsync(call.ReadAsync(sql), "limit");
        Assert.AreEqual("1", DataCall.First(await call.ReadAsync("SELECT 1")));
    }

    [TestMethod]
    public async Task Statement_without_end_is_interrupted()
    {
        const string Forever = "SELECT count(*) FROM generate_series(1, 1000000) a, generate_series(1, 1000000) b";
        await using var call = new DataCall(PostgreSqlServer.Require(server).Grant) { Limits = ToolLimits.Default with { Timeout = TimeSpan.FromMilliseconds(400) } };
        var clock = Stopwatch.StartNew();
        await DataCall.FailsAsync(call.ReadAsync(Forever), "timeout");
        using var soon = new CancellationTokenSource(200);
        var patient = Reader();
        await Assert.ThrowsAsync<OperationCanceledException>(() => patient.RunAsync(new SqlStatement().Text(Forever), token: soon.Token));
        Assert.IsLessThan(8_000, clock.ElapsedMilliseconds);
        Assert.AreEqual("1", DataCall.First(await patient.ReadAsync("SELECT 1")));
    }

    [TestMethod]
    public async Task What_is_not_committed_is_rolled_back()
    {
        await PostgreSqlServer.Require(server).ExecuteAsync("CREATE TABLE parts (id int PRIMARY KEY)");
        try
        {
            await using var call = Writer();
            var insert = new SqlStatement().Text("INSERT INTO parts VALUES (").Value(1).Text("), (").Value(2).Text(")");
            Assert.AreEqual(2, (await call.RunAsync(insert, writes: true)).Affected);
            Assert.AreEqual(0L, await server!.ExecuteAsync("SELECT count(*) FROM parts"));
            Assert.AreEqual(2, (await call.RunAsync(insert, writes: true, commit: true)).Affected);
            Assert.AreEqual(2L, await server.ExecuteAsync("SELECT count(*) FROM parts"));
            await DataCall.FailsAsync(call.RunAsync(insert, writes: true), "bad_data");
            Assert.AreEqual("2", DataCall.First(await call.RunAsync(new SqlStatement().Text("DELETE FROM parts WHERE id > 1 RETURNING id"), writes: true)));
            foreach (var sql in (string[])["DROP TABLE parts", "SELECT id INTO stolen FROM parts", "INSERT INTO parts SELECT pg_sleep(1)", "COPY parts FROM '/etc/passwd'"])
                await DataCall.FailsAsync(call.RunAsync(new SqlStatement().Text(sql), writes: true), "denied");
        }
        finally
        {
            await server!.ExecuteAsync("DROP TABLE parts");
        }
    }

    [TestMethod]
    public async Task Session_sees_one_snapshot_and_leaves_nothing_behind()
    {
        var call = Reader();
        await using (var session = await call.Data.OpenAsync("shop"))
        {
            var count = new SqlStatement().Text("SELECT count(*) FROM orders WHERE note = 'new'");
            Assert.AreEqual("0", DataCall.First(await session.RunAsync(count)));
            await server!.ExecuteAsync("UPDATE orders SET note = 'new' WHERE id = 1");
            Assert.AreEqual("0", DataCall.First(await session.RunAsync(count)));
            Assert.AreEqual("1", DataCall.First(await call.RunAsync(count)));
        }

        await server.ExecuteAsync("UPDATE orders SET note = NULL WHERE id = 1");
        var data = call.Data;
        for (var i = 0; i < 20; i++)
        {
            await using var session = await data.OpenAsync("shop");
            await session.RunAsync(new SqlStatement().Text("SELECT 1"));
        }
    }

    [TestMethod]
    public async Task Server_that_is_not_there_is_unavailable_and_its_address_stays_unsaid()
    {
        await using var call = new DataCall(new("postgresql", "Host=127.0.0.1;Port=1;Username=someone;Password=hush"));
        var message = (await DataCall.FailsAsync(call.ReadAsync("SELECT 1"), "unavailable")).Message;
        Assert.DoesNotContain("127.0.0.1", message);
        Assert.DoesNotContain("someone", message);
    }

    private static DataCall Reader()
    {
        PostgreSqlServer.Require(server);
        return reader!;
    }

    private static DataCall Writer() => new(PostgreSqlServer.Require(server).Grant, "sql shop read", "sql shop write");
}
