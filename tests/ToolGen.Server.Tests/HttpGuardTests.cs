using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ModelContextProtocol.Client;
using ToolGen.Server.Http;

namespace ToolGen.Server.Tests;

[TestClass]
public sealed class HttpGuardTests
{
    private const string Initialize = """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}""";

    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false });

    [TestMethod]
    public async Task A_request_without_a_token_or_with_a_wrong_one_is_told_so_before_its_body_is_read()
    {
        await using var open = await OpenServer.HttpAsync(["alice"]);
        Assert.AreEqual(HttpStatusCode.OK, (await Http.SendAsync(open.Request(HttpMethod.Post, "alice", Initialize))).StatusCode);
        using var none = await Http.SendAsync(open.Request(HttpMethod.Post, null, Initialize));
        Assert.AreEqual(HttpStatusCode.Unauthorized, none.StatusCode);
        Assert.AreEqual("Bearer", none.Headers.WwwAuthenticate.ToString());
        foreach (var wrong in new[] { "", "x", open.TokenOf("alice") + "x", open.TokenOf("alice")[..^1], new string('a', 100_000)[..5_000] })
        {
            var request = open.Request(HttpMethod.Post, null, Initialize);
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + wrong);
            using var answer = await Http.SendAsync(request);
            Assert.AreEqual(HttpStatusCode.Unauthorized, answer.StatusCode, wrong);
        }

        var basic = open.Request(HttpMethod.Post, null, Initialize);
        basic.Headers.TryAddWithoutValidation("Authorization", "Basic " + open.TokenOf("alice"));
        Assert.AreEqual(HttpStatusCode.Unauthorized, (await Http.SendAsync(basic)).StatusCode);
    }

    [TestMethod]
    [DataRow("Host", "evil.example", HttpStatusCode.Forbidden)]
    [DataRow("Host", "localhost.evil.example", HttpStatusCode.Forbidden)]
    [DataRow("Host", "tools.example", HttpStatusCode.OK)]
    [DataRow("Host", "localhost", HttpStatusCode.OK)]
    [DataRow("Origin", "http://evil.example", HttpStatusCode.Forbidden)]
    [DataRow("Origin", "null", HttpStatusCode.Forbidden)]
    [DataRow("Origin", "http://localhost:1", HttpStatusCode.Forbidden)]
    [DataRow("Origin", "https://agents.example", HttpStatusCode.OK)]
    [DataRow("Origin", "http://localhost:{port}", HttpStatusCode.OK)]
    public async Task A_page_of_a_stranger_reaches_nothing_whatever_name_it_came_by(string header, string value, HttpStatusCode expected)
    {
        await using var open = await OpenServer.HttpAsync(["alice"], http: options => options with { Hosts = ["tools.example"], Origins = ["https://agents.example"] });
        var request = open.Request(HttpMethod.Post, "alice", Initialize);
        request.Headers.TryAddWithoutValidation(header, value.Replace("{port}", open.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        using var answer = await Http.SendAsync(request);
        Assert.AreEqual(expected, answer.StatusCode);
        Assert.IsFalse(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [TestMethod]
    [DataRow("localhost", "http://localhost:{port}", HttpStatusCode.Forbidden)]
    [DataRow("localhost", "http://localhost:8080", HttpStatusCode.Forbidden)]
    [DataRow("tools.example", "https://tools.example:1", HttpStatusCode.Forbidden)]
    [DataRow("tools.example", "https://tools.example", HttpStatusCode.OK)]
    [DataRow("localhost", "http://localhost", HttpStatusCode.OK)]
    public async Task A_name_without_a_port_lets_no_page_of_another_port_through(string host, string origin, HttpStatusCode expected)
    {
        await using var open = await OpenServer.HttpAsync(["alice"], http: options => options with { Hosts = ["tools.example"] });
        var request = open.Request(HttpMethod.Post, "alice", Initialize);
        request.Headers.Host = host;
        request.Headers.TryAddWithoutValidation("Origin", origin.Replace("{port}", open.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        using var answer = await Http.SendAsync(request);
        Assert.AreEqual(expected, answer.StatusCode);
    }

    [TestMethod]
    public async Task Without_tokens_it_listens_on_loopback_alone_and_makes_no_tools()
    {
        await using var open = await OpenServer.HttpAsync([]);
        var client = await open.ClientAsync();
        var refused = await client.MakeAsync(Specs.CountWords);
        Assert.IsTrue(refused.IsError);
        StringAssert.Contains(refused.Text(), "--tokens");
        Assert.IsTrue((await client.AskAsync("propose_tool", ("handle", "session:x"))).IsError);
        Assert.IsTrue(open.Registry.Log().Any(record => record is { Kind: "denied", By: "anonymous" }));
        Assert.AreNotEqual(true, (await client.AskAsync("check_spec", ("spec", Specs.CountWords))).IsError);
        await Assert.ThrowsExactlyAsync<ArgumentException>(() => HttpFront.StartAsync(open.Server, new() { EndPoint = new(IPAddress.Any, 0) }));
    }

    [TestMethod]
    public async Task A_session_of_one_principal_is_not_another_ones()
    {
        await using var open = await OpenServer.HttpAsync(["alice", "bob"]);
        using var begun = await Http.SendAsync(open.Request(HttpMethod.Post, "alice", Initialize));
        var session = begun.Headers.GetValues("Mcp-Session-Id").Single();
        var request = open.Request(HttpMethod.Post, "bob", """{"jsonrpc":"2.0","id":2,"method":"tools/list"}""");
        request.Headers.Add("Mcp-Session-Id", session);
        using var answer = await Http.SendAsync(request);
        Assert.AreEqual(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [TestMethod]
    public async Task What_is_too_large_is_refused_and_the_server_goes_on()
    {
        await using var open = await OpenServer.HttpAsync(["alice"]);
        using var large = await Http.SendAsync(open.Request(HttpMethod.Post, "alice", $"{{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{{\"name\":\"find_tools\",\"arguments\":{{\"need\":\"{new string('a', 3 << 20)}\"}}}}}}"));
        Assert.IsFalse(large.IsSuccessStatusCode, large.StatusCode.ToString());
        Assert.AreEqual(HttpStatusCode.OK, (await Http.SendAsync(open.Request(HttpMethod.Post, "alice", Initialize))).StatusCode);
    }

    [TestMethod]
    public async Task A_caller_that_asks_too_much_at_a_time_is_told_to_come_again_and_others_go_on()
    {
        await using var open = await OpenServer.HttpAsync(["alice", "bob"], http: options => options with { Rate = 5 });
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(async _ =>
        {
            using var answer = await Http.SendAsync(open.Request(HttpMethod.Post, "alice", Initialize));
            return answer.StatusCode;
        }));
        Assert.IsTrue(answers.Contains(HttpStatusCode.TooManyRequests), string.Join(' ', answers));
        Assert.AreEqual(HttpStatusCode.OK, (await Http.SendAsync(open.Request(HttpMethod.Post, "bob", Initialize))).StatusCode);
    }

    [TestMethod]
    public async Task Who_sends_a_head_slowly_is_cut_off()
    {
        await using var open = await OpenServer.HttpAsync(["alice"], http: options => options with { HeadTime = TimeSpan.FromSeconds(1) });
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, open.Address.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes("POST /mcp HTTP/1.1\r\nHost: localhost\r\n"));
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var said = await new StreamReader(stream).ReadToEndAsync(late.Token);
        Assert.IsTrue(said.Length == 0 || said.StartsWith("HTTP/1.1 408", StringComparison.Ordinal), said);
    }

    [TestMethod]
    public async Task There_is_nothing_beside_the_protocol()
    {
        await using var open = await OpenServer.HttpAsync(["alice"]);
        foreach (var path in new[] { "/", "/sse", "/message", "/mcp/sse", "/../mcp", "/mcpx" })
        {
            var request = open.Request(HttpMethod.Get, "alice");
            request.RequestUri = new(open.Address, path);
            using var answer = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            Assert.IsFalse(answer.IsSuccessStatusCode, path);
        }
    }
}
