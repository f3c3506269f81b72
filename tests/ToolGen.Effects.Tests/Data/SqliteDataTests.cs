using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Effects.Data;

namespace ToolGen.Effects.Tests.Data;

[TestClass]
public sealed class SqliteDataTests
{
    private static readonly string[] Shop =
    [
        "CREATE TABLE orders (id INTEGER PRIMARY KEY, status TEXT NOT NULL, total NUMERIC, ordered_on TEXT, note TEXT)",
        "INSERT INTO orders VALUES (1,'paid',10.5,'2025-01-05',NULL),(2,'open',20,'2025-03-01','50% off_er'),(3,'paid',7,'2025-03-02','it''s')",
    ];

    [TestMethod]
    public async Task Values_are_parameters_whatever_they_say()
    {
        using var scratch = ScratchDatabase.Create(Shop);
        await using var call = new DataCall(scratch.Grant);
        foreach (var hostile in Hostile)
        {
            Assert.IsEmpty((await call.RunAsync(new SqlStatement().Text("SELECT id FROM orders WHERE status = ").Value(hostile))).Rows);
            Assert.IsEmpty((await call.RunAsync(new SqlStatement().Text("SELECT id FROM orders WHERE status IN (").List([hostile]).Text(")"))).Rows);
            Assert.IsEmpty((await call.RunAsync(new SqlStatement().Text("SELECT id FROM orders WHERE status LIKE ").Contains(hostile))).Rows);
            Assert.IsEmpty((await call.RunAsync(new SqlStatement().Text("SELECT id FROM orders WHERE status LIKE ").Starts(hostile))).Rows);
            Assert.AreEqual(hostile, DataCall.First(await call.RunAsync(new SqlStatement().Text("SELECT ").Value(hostile).Text(" LIMIT 1"))));
        }

        Assert.AreEqual("3", DataCall.First(scratch.Query("SELECT COUNT(*) FROM orders")));
    }

    public static string[] Hostile { get; } =
    [
        "' OR '1'='1", "'; DROP TABLE orders; --", "\" OR 1=1 --", "\\' OR 1=1 --", "1); DELETE FROM orders; --", "%' OR status LIKE '%", "x' UNION SELECT name FROM sqlite_master --",
        "?1", ":p", "$1", "@p1", "{status}", "\uFFFC", "!", "!%", "a\0b' OR 1=1", "ʼ OR 1=1", "＇ OR 1=1", "$$ OR 1=1 $$", "E'\\''", "/* x */", "-- x",
    ];

    [TestMethod]
    public async Task Wildcards_in_values_are_letters()
    {
        using var scratch = ScratchDatabase.Create(Shop);
        await using var call = new DataCall(scratch.Grant);
        Assert.AreEqual("2", DataCall.First(await call.RunAsync(new SqlStatement().Text("SELECT id FROM orders WHERE note LIKE ").Contains("% OFF_"))));
        Assert.AreEqual("", DataCall.First(await call.RunAsync(new SqlStatement().Text("SELECT id FROM orders WHERE note LIKE ").Contains("o__"))));
        Assert.AreEqual("3", DataCall.First(await call.RunAsync(new SqlStatement().Text("SELECT id FROM orders WHERE note LIKE ").Starts("it'").Text(" AND 1 = 1"))));
    }

    [TestMethod]
    public async Task Lists_expand_and_an_empty_one_matches_nothing()
    {
        using var scratch = ScratchDatabase.Create(Shop);
        await using var call = new DataCall(scratch.Grant);
        Assert.AreEqual("1,3", DataCall.First(await call.RunAsync(new SqlStatement().Text("SELECT id FROM orders WHERE id IN (").List([1, 3]).Text(") ORDER BY id"))));
        Assert.AreEqual("", DataCall.First(await call.RunAsync(new SqlStatement().Text("SELECT id FROM orders WHERE id IN (").List<int>([]).Text(")"))));
        Assert.AreEqual("1,2,3", DataCall.First(await call.RunAsync(new SqlStatement().Text("SELECT id FROM orders WHERE id NOT IN (").List<int>(null).Text(") ORDER BY id"))));
        await DataCall.FailsAsync(call.RunAsync(new SqlStatement().Text("SELECT ").List([1, 2])), "denied");
        await DataCall.FailsAsync(call.RunAsync(new SqlStatement().Text("SELECT 1 WHERE 1 IN (").List(Enumerable.Range(0, 40_000)).Text(")")), "limit");
    }

    [TestMethod]
    public async Task Values_keep_their_type()
    {
        using var scratch = ScratchDatabase.Create([]);
        await using var call = new DataCall(scratch.Grant);
        object?[] values = [null, "täxt\0x", 5L, 2.5, true, new DateOnly(2025, 3, 2), new DateTimeOffset(2025, 3, 2, 13, 45, 0, TimeSpan.FromHours(1)), new TimeOnly(8, 30), new byte[] { 1, 0, 2 }, 12.25m, 3m];
        var statement = new SqlStatement().Text("SELECT ");
        for (var i = 0; i < values.Length; i++) statement.Text(i == 0 ? "" : ", ").Value(values[i]);
        var row = (await call.RunAsync(statement)).Rows.Single();
        CollectionAssert.AreEqual(new object?[] { null, "täxt\0x", 5L, 2.5, 1L, "2025-03-02", "2025-03-02 12:45:00", "08:30:00", 12.25, 3L }, row.Where(value => value is not byte[]).ToArray());
        CollectionAssert.AreEqual(new byte[] { 1, 0, 2 }, (byte[])row[8]!);
        await DataCall.FailsAsync(call.RunAsync(new SqlStatement().Text("SELECT ").Value(new object())), "bad_data");
    }

    [TestMethod]
    [DataRow("ATTACH DATABASE '/etc/passwd' AS x")]
    [DataRow("ATTACH ':memory:' AS x")]
    [DataRow("DETACH main")]
    [DataRow("PRAGMA query_only = 0")]
    [DataRow("PRAGMA user_version = 7")]
    [DataRow("SELECT * FROM pragma_table_info('orders')")]
    [DataRow("SELECT * FROM pragma_database_list")]
    [DataRow("VACUUM INTO '/tmp/stolen.db'")]
    [DataRow("SELECT load_extension('/tmp/x.so')")]
    [DataRow("SELECT \"load_extension\"('/tmp/x.so')")]
    [DataRow("SELECT writefile('/tmp/x', 'y')")]
    [DataRow("SELECT readfile('/etc/passwd')")]
    [DataRow("SELECT fts3_tokenizer('simple')")]
    [DataRow("SELECT * FROM sqlite_dbpage")]
    [DataRow("SELECT 1; DROP TABLE orders")]
    [DataRow("SELECT 1; SELECT 2")]
    [DataRow(";;")]
    [DataRow("")]
    [DataRow("-- nothing")]
    [DataRow("INSERT INTO orders VALUES (9,'x',1,'','')")]
    [DataRow("UPDATE orders SET status = 'x'")]
    [DataRow("DELETE FROM orders")]
    [DataRow("REPLACE INTO orders VALUES (1,'x',1,'','')")]
    [DataRow("WITH x AS (SELECT 1) DELETE FROM orders")]
    [DataRow("WITH x AS (SELECT 1) INSERT INTO orders SELECT 9,'x',1,'',''")]
    [DataRow("CREATE TABLE t (x)")]
    [DataRow("CREATE TEMP TABLE t (x)")]
    [DataRow("CREATE VIRTUAL TABLE t USING fts5(x)")]
    [DataRow("DROP TABLE orders")]
    [DataRow("ALTER TABLE orders ADD COLUMN x")]
    [DataRow("REINDEX")]
    [DataRow("ANALYZE")]
    [DataRow("BEGIN")]
    [DataRow("COMMIT")]
    [DataRow("ROLLBACK")]
    [DataRow("SAVEPOINT x")]
    [DataRow("EXPLAIN SELECT 1")]
    [DataRow("SELECT id INTO t FROM orders")]
    [DataRow("SELECT id FROM orders WHERE status = ?1")]
    [DataRow("SELECT id FROM orders WHERE status = :x")]
    [DataRow("SELECT id FROM orders WHERE status = '")]
    [DataRow("SELECT /* 1")]
    [DataRow("SELECT \uFFFC")]
    [DataRow("SELECT 1\0; DROP TABLE orders")]
    public async Task Attacks_in_the_text_are_refused_and_the_file_stays_as_it_is(string sql)
    {
        using var folder = new DataFolder(Shop);
        var before = folder.Hash();
        await using (var call = new DataCall(folder.Grant)) await DataCall.FailsAsync(call.ReadAsync(sql), "denied");
        await using (var both = new DataCall(folder.Grant with { Access = GrantAccess.ReadWrite }, "sql shop write", "sql shop read")) await DataCall.FailsAsync(both.ReadAsync(sql), "denied");
        Assert.AreEqual(before, folder.Hash());
        Assert.HasCount(1, folder.Files());
    }

    [TestMethod]
    public async Task Double_quotes_are_names_never_texts()
    {
        using var scratch = ScratchDatabase.Create(Shop);
        await using var call = new DataCall(scratch.Grant);
        StringAssert.Contains((await DataCall.FailsAsync(call.ReadAsync("SELECT id FROM orders WHERE status = \"paid\""), "bad_data")).Message, "no such column");
    }

    [TestMethod]
    [DataRow("SELECT printf('%.*c', 100000000, 'x')")]
    [DataRow("SELECT zeroblob(100000000)")]
    [DataRow("SELECT hex(randomblob(8000000))")]
    [DataRow("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n")]
    [DataRow("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 30) SELECT zeroblob(6000000) FROM n")]
    public async Task Answers_have_caps(string sql)
    {
        using var scratch = ScratchDatabase.Create([]);
        await using var call = new DataCall(scratch.Grant) { Limits = ToolLimits.Default with { Rows = 1_000 } };
        await DataCall.FailsAsync(call.ReadAsync(sql), "limit");
    }

    [TestMethod]
    public async Task Statement_without_end_is_interrupted()
    {
        const string Forever = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT COUNT(*) FROM n";
        using var scratch = ScratchDatabase.Create([]);
        await using var call = new DataCall(scratch.Grant) { Limits = ToolLimits.Default with { Timeout = TimeSpan.FromMilliseconds(300) } };
        var clock = Stopwatch.StartNew();
        await DataCall.FailsAsync(call.ReadAsync(Forever), "timeout");
        using var soon = new CancellationTokenSource(100);
        await using var patient = new DataCall(scratch.Grant);
        await Assert.ThrowsExactlyAsync<OperationCanceledException>(() => patient.RunAsync(new SqlStatement().Text(Forever), token: soon.Token));
        Assert.IsLessThan(5_000, clock.ElapsedMilliseconds);
        Assert.AreEqual("1", DataCall.First(await call.ReadAsync("SELECT 1")));
    }

    [TestMethod]
    public async Task Statements_are_counted()
    {
        using var scratch = ScratchDatabase.Create([]);
        await using var call = new DataCall(scratch.Grant) { Limits = ToolLimits.Default with { Sql = 2 } };
        await using var session = await call.Data.OpenAsync("shop");
        await session.RunAsync(new SqlStatement().Text("SELECT 1"));
        await session.RunAsync(new SqlStatement().Text("SELECT 1"));
        await DataCall.FailsAsync(session.RunAsync(new SqlStatement().Text("SELECT 1")).AsTask(), "limit");
    }

    [TestMethod]
    public async Task Capability_then_grant_then_access()
    {
        using var scratch = ScratchDatabase.Create(Shop);
        await using var reader = new DataCall(scratch.Grant);
        await DataCall.FailsAsync(reader.Data.OpenAsync("shop", writes: true).AsTask(), "denied");
        await DataCall.FailsAsync(reader.Data.OpenAsync("other").AsTask(), "denied");
        await using var unbound = new DataCall(scratch.Grant, "sql other read");
        StringAssert.Contains((await DataCall.FailsAsync(unbound.Data.OpenAsync("other").AsTask(), "denied")).Message, "\"databases\": {\"other\": {\"provider\": \"sqlite\"");
        await using var readOnly = new DataCall(scratch.Grant with { Access = GrantAccess.Read }, "sql shop write");
        StringAssert.Contains((await DataCall.FailsAsync(readOnly.Data.OpenAsync("shop", writes: true).AsTask(), "denied")).Message, "readwrite");
        await using var gone = new DataCall(new("sqlite", "Data Source=/nowhere/at/all.db"));
        Assert.DoesNotContain("/nowhere", (await DataCall.FailsAsync(gone.ReadAsync("SELECT 1"), "unavailable")).Message);
        await using var strange = new DataCall(new("oracle", "Data Source=x"));
        await DataCall.FailsAsync(strange.ReadAsync("SELECT 1"), "denied");
        await using var secret = new DataCall(new("sqlite", "Data Source=${TOOLGEN_TEST_NOT_SET}"));
        await DataCall.FailsAsync(secret.ReadAsync("SELECT 1"), "missing_secret");
    }

    [TestMethod]
    public async Task What_is_not_committed_is_rolled_back()
    {
        using var folder = new DataFolder(Shop);
        await using var call = new DataCall(folder.Grant with { Access = GrantAccess.ReadWrite }, "sql shop write", "sql shop read");
        var before = folder.Hash();
        var update = new SqlStatement().Text("UPDATE orders SET status = ").Value("shipped").Text(" WHERE id = ").Value(1L);
        Assert.AreEqual(1, (await call.RunAsync(update, writes: true)).Affected);
        Assert.AreEqual("paid", DataCall.First(await call.ReadAsync("SELECT status FROM orders WHERE id = 1")));
        await DataCall.FailsAsync(call.RunAsync(new SqlStatement().Text("INSERT INTO orders VALUES (1,NULL,1,'','')"), writes: true), "bad_data");
        Assert.AreEqual(before, folder.Hash());

        Assert.AreEqual(1, (await call.RunAsync(update, writes: true, commit: true)).Affected);
        Assert.AreEqual("shipped", DataCall.First(await call.ReadAsync("SELECT status FROM orders WHERE id = 1")));
        foreach (var sql in (string[])["DROP TABLE orders", "UPDATE sqlite_master SET sql = ''", "ATTACH ':memory:' AS x", "PRAGMA user_version = 1", "CREATE TABLE t (x)", "INSERT INTO orders SELECT load_extension('x')", "COMMIT"])
            await DataCall.FailsAsync(call.RunAsync(new SqlStatement().Text(sql), writes: true), "denied", "bad_data");
    }

    [TestMethod]
    public async Task Session_sees_one_snapshot()
    {
        using var folder = new DataFolder(Shop);
        using (var bare = folder.Open()) new SqliteCommand("PRAGMA journal_mode = wal", bare).ExecuteNonQuery();
        await using var call = new DataCall(folder.Grant);
        await using var session = await call.Data.OpenAsync("shop");
        var count = new SqlStatement().Text("SELECT COUNT(*) FROM orders");
        Assert.AreEqual("3", DataCall.First(await session.RunAsync(count)));
        using (var bare = folder.Open()) new SqliteCommand("DELETE FROM orders", bare).ExecuteNonQuery();
        Assert.AreEqual("3", DataCall.First(await session.RunAsync(count)));
        await session.DisposeAsync();
        Assert.AreEqual("0", DataCall.First(await call.RunAsync(count)));
        await DataCall.FailsAsync(session.RunAsync(count).AsTask(), "denied");
    }

    [TestMethod]
    public async Task Sessions_left_open_come_to_an_end()
    {
        using var scratch = ScratchDatabase.Create([]);
        await using var call = new DataCall(scratch.Grant);
        var data = call.Data;
        for (var i = 0; i < 8; i++) await data.OpenAsync("shop");
        await DataCall.FailsAsync(data.OpenAsync("shop").AsTask(), "limit");
    }

    /// <summary>A database in a file of its own.</summary>
    private sealed class DataFolder : IDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("toolgen-data-").FullName;

        public DataFolder(string[] statements)
        {
            using var connection = this.Open();
            foreach (var statement in statements) new SqliteCommand(statement, connection).ExecuteNonQuery();
        }

        public DatabaseGrant Grant => new("sqlite", $"Data Source={this.Path}");

        private string Path => System.IO.Path.Combine(this.folder, "shop.db");

        public SqliteConnection Open()
        {
            var connection = new SqliteConnection($"Data Source={this.Path};Pooling=False");
            connection.Open();
            return connection;
        }

        public string Hash() => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(this.Path)));

        public string[] Files() => Directory.GetFiles(this.folder);

        public void Dispose() => Directory.Delete(this.folder, recursive: true);
    }
}
