using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Cli.Tests.Harness;

namespace ToolGen.Cli.Tests.Commands;

/// <summary>Real effects: a server on loopback, files below a folder, and what the grants of the current folder say.</summary>
[TestClass]
public sealed class GrantsTests
{
    private const string Secret = "s3cr3t/t0ken+value==";

    private const string Books = """
        { "name": "find_books", "description": "Find books.",
          "inputSchema": { "type": "object", "properties": { "title": { "type": "string" } }, "required": ["title"] },
          "outputSchema": { "type": "object", "properties": { "titles": { "type": "array", "items": { "type": "string" } } }, "required": ["titles"] },
          "implementation": { "kind": "http", "url": "http://books.example/v1/search", "query": { "q": "{title}" }, "auth": { "bearer": "books_token" },
            "response": { "docs": [{ "title": "string" }] }, "result": { "titles": "response.Docs.Select(d => d.Title)" } },
          "examples": [ { "input": { "title": "dune" }, "output": "?" } ] }
        """;

    [TestMethod]
    public async Task Unbound_names_are_refused_with_the_line_to_add_and_bound_ones_reach_the_world()
    {
        using var server = new Server();
        using var folder = new TestFolder();
        folder.Write("tools/find_books.tool.json", Books);

        var refused = await Toolgen.RunAsync(folder.Path, "call", "find_books", """{"title":"dune"}""", "--tools", "tools");
        Assert.AreEqual(1, refused.Code, refused.ToString());
        StringAssert.Contains(refused.Error, """add to toolgen.json {"http": {"allow": [{"origin": "http://books.example", "methods": ["GET"]}]}}""");
        StringAssert.Contains(refused.Error, """it needs the secret books_token too: add to toolgen.json {"secrets": {"books_token": {"env": "BOOKS_TOKEN", "origins": ["http://books.example"]}}}""");

        folder.Write("signs.json", server.Grants.Replace("""["http://books.example"]""", "[]", StringComparison.Ordinal));
        StringAssert.Contains((await Toolgen.RunAsync(folder.Path, "check", "tools", "--grants", "signs.json")).Out, "TG6031");
        folder.Write("other.json", "{}");
        var check = await Toolgen.RunAsync(folder.Path, "check", "tools", "--grants", "other.json");
        Assert.AreEqual(0, check.Code, check.ToString());
        StringAssert.Contains(check.Out, "TG6030");
        StringAssert.Contains(check.Out, "\"origin\": \"http://books.example\"");

        folder.Write("toolgen.json", server.Grants);
        Environment.SetEnvironmentVariable("TOOLGEN_TEST_BOOKS", Secret);
        var called = await Toolgen.RunAsync(folder.Path, "call", "find_books", """{"title":"dune & co"}""", "--tools", "tools");
        Assert.AreEqual(0, called.Code, called.ToString());
        Assert.AreEqual("{\"titles\":[\"Bearer ***\"]}\n", called.Out);
        Assert.AreEqual("/v1/search?q=dune%20%26%20co", server.Last);
        Assert.AreEqual("", (await Toolgen.RunAsync(folder.Path, "check", "tools")).Out);
    }

    [TestMethod]
    public async Task A_recording_replays_and_holds_no_secret_in_any_form()
    {
        using var server = new Server();
        using var folder = new TestFolder();
        folder.Write("tools/find_books.tool.json", Books);
        folder.Write("toolgen.json", server.Grants);
        Environment.SetEnvironmentVariable("TOOLGEN_TEST_BOOKS", Secret);

        var recorded = await Toolgen.RunAsync(folder.Path, "try", "tools", "--record");
        Assert.AreEqual(0, recorded.Code, recorded.ToString());
        var text = File.ReadAllText(Path.Combine(folder.Path, "tools", "find_books.tool.json"));
        StringAssert.Contains(text, "\"given\": {");
        foreach (var form in Forms())
            Assert.DoesNotContain(form, text + recorded.Out + recorded.Error, form);

        var tried = await Toolgen.RunAsync(folder.Path, "try", "tools", "--confirm");
        StringAssert.Contains(tried.Out, "\"output\": {\"titles\":[\"Bearer ***\"]}");
        StringAssert.Contains((await Toolgen.RunAsync(folder.Path, "try", "tools", "--record")).Error, "nothing to record");
    }

    [TestMethod]
    public async Task Guide_tells_what_is_bound_and_no_value_of_a_secret()
    {
        using var server = new Server();
        using var folder = new TestFolder();
        folder.Write("tools/find_books.tool.json", Books);
        folder.Write("toolgen.json", server.Grants);
        Environment.SetEnvironmentVariable("TOOLGEN_TEST_BOOKS", Secret);
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection("Data Source=" + Path.Combine(folder.Path, "shop.db") + ";Pooling=false"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE \"odd \"\"name\" (id INTEGER, customer TEXT); CREATE VIEW latest AS SELECT id FROM \"odd \"\"name\"; CREATE TABLE \"x\nSecrets\n  root  set\" (\"y\nTools\" TEXT)";
            command.ExecuteNonQuery();
        }

        var text = await Toolgen.RunAsync(folder.Path, "guide", "--here", "--tools", "tools");
        Assert.AreEqual(0, text.Code, text.ToString());
        foreach (var line in new[] { "odd \"name(id, customer)", "latest(id)", "books_token  set", "find_books@1.0.0", "connects to 127.0.0.1" }) StringAssert.Contains(text.Out, line);
        Assert.IsFalse(text.Out.Split('\n').Any(line => line.StartsWith("  root", StringComparison.Ordinal)), text.Out);
        var json = await Toolgen.RunAsync(folder.Path, "guide", "--here", "--json", "--tools", "tools");
        using var document = JsonDocument.Parse(json.Out);
        Assert.IsTrue(document.RootElement.GetProperty("secrets").GetProperty("books_token").GetProperty("set").GetBoolean());
        Assert.AreEqual("customer", document.RootElement.GetProperty("databases").GetProperty("shop").GetProperty("tables").GetProperty("odd \"name")[1].GetProperty("name").GetString());
        foreach (var form in Forms()) Assert.DoesNotContain(form, text.Out + json.Out);
    }

    [TestMethod]
    public async Task Grants_with_errors_run_nothing()
    {
        using var folder = new TestFolder();
        folder.Write("halve.tool.json", Texts.Halve());
        folder.Write("toolgen.json", """{ "folders": { "all": { "path": "/" } } }""");
        var run = await Toolgen.RunAsync(folder.Path, "call", "halve", """{"n":9,"by":3}""");
        Assert.AreEqual(2, run.Code, run.ToString());
        StringAssert.Contains(run.Error, "TG6007");
        Assert.AreEqual("", run.Out);
        Assert.AreEqual(2, (await Toolgen.RunAsync(folder.Path, "try", ".", "--record", "--grants", "gone.json")).Code);
    }

    private static string[] Forms() =>
    [
        Secret, Uri.EscapeDataString(Secret), Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)), Convert.ToHexString(Encoding.UTF8.GetBytes(Secret)),
        Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Secret)), JsonEncodedText.Encode(Secret).ToString(),
    ];

    /// <summary>Answers every request with what it was authorised by; on loopback, by whatever name it is called.</summary>
    private sealed class Server : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);

        public Server()
        {
            this.listener.Start();
            _ = this.Serve();
        }

        public string Last { get; private set; } = "";

        public string Grants => $$"""
            { "databases": { "shop": { "provider": "sqlite", "connection": "Data Source=shop.db" } },
              "secrets": { "books_token": { "env": "TOOLGEN_TEST_BOOKS", "origins": ["http://books.example"] } },
              "http": { "allow": [{ "origin": "http://books.example", "connectTo": "{{this.listener.LocalEndpoint}}" }] } }
            """;

        public void Dispose() => this.listener.Dispose();

        private async Task Serve()
        {
            try
            {
                while (true)
                {
                    using var client = await this.listener.AcceptTcpClientAsync();
                    await using var stream = client.GetStream();
                    using var reader = new StreamReader(stream, Encoding.ASCII);
                    this.Last = (await reader.ReadLineAsync())!.Split(' ')[1];
                    var authorization = "";
                    while (await reader.ReadLineAsync() is { Length: > 0 } header)
                        if (header.StartsWith("Authorization: ", StringComparison.OrdinalIgnoreCase)) authorization = header["Authorization: ".Length..];
                    var body = JsonSerializer.Serialize(new { docs = new[] { new { title = authorization } } });
                    await stream.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}"));
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
            {
                // The test is over.
            }
        }
    }
}
