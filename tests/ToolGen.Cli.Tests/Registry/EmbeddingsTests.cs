using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Cli.Servers;
using ToolGen.Cli.Tests.Harness;
using ToolGen.Registry.Retrieval;
using ToolGen.TestSupport;

namespace ToolGen.Cli.Tests.Registry;

/// <summary>A model of embeddings over HTTP: found by meaning, and what a hostile one does not get.</summary>
[TestClass]
public sealed class EmbeddingsTests
{
    private static readonly string[] Flags = ["--embeddings-model", "words", "--state", "candidate", "--registry", "registry"];

    [TestMethod]
    [DataRow(false)]
    [DataRow(true, DisplayName = "numbers in base64")]
    public async Task Find_finds_by_meaning_and_asks_for_a_tool_once(bool isBase64)
    {
        using var folder = new TestFolder();
        folder.Write("tools/halve.tool.json", Texts.Halve(output: Texts.TwoSamples));
        Assert.AreEqual(0, (await Toolgen.RunAsync(folder.Path, "add", "tools", "--registry", "registry")).Code);
        await using var server = new LoopbackServer(request => Answer(request, isBase64));
        string[] find = ["find", "moiety", "--explain", "--json", "--embeddings", $"http://{server.Address}/v1", .. Flags];
        var first = await Toolgen.RunAsync(folder.Path, find);
        Assert.AreEqual((0, ""), (first.Code, first.Error), first.ToString());
        var found = JsonElement.Parse(first.Out);
        Assert.AreEqual(0.5, found.GetProperty("weights").GetProperty("dense").GetDouble());
        var tool = found.GetProperty("tools")[0];
        Assert.AreEqual("halve", tool.GetProperty("name").GetString());
        Assert.AreEqual(1, tool.GetProperty("arms").EnumerateArray().Single(arm => arm.GetProperty("arm").GetString() == "dense").GetProperty("rank").GetInt32());
        Assert.IsTrue(server.Seen.All(request => request.Target == "/v1/embeddings" && request.Header("Authorization") is null && request.Text.Contains("\"words\"", StringComparison.Ordinal)));
        Assert.IsTrue(server.Seen.Any(request => request.Text.Contains("Divide.", StringComparison.Ordinal)));
        var asked = server.Seen.Count;
        var shown = await Toolgen.RunAsync(folder.Path, [.. find.Where(word => word != "--json")]);
        StringAssert.Contains(shown.Out, "dense rank 1");
        Assert.IsFalse(server.Seen.Skip(asked).Any(request => request.Text.Contains("Divide.", StringComparison.Ordinal)), "it is kept in the index");

        // Who names no model is answered by words.
        StringAssert.Contains((await Toolgen.RunAsync(folder.Path, "find", "moiety", "--state", "candidate", "--registry", "registry")).Out, "nothing fits");
    }

    [TestMethod]
    public async Task Where_nobody_answers_words_do_and_that_is_told_once()
    {
        using var folder = new TestFolder();
        folder.Write("tools/halve.tool.json", Texts.Halve(output: Texts.TwoSamples));
        Assert.AreEqual(0, (await Toolgen.RunAsync(folder.Path, "add", "tools", "--registry", "registry")).Code);
        string address;
        await using (var server = new LoopbackServer(_ => new Reply(500))) address = server.Address;
        var run = await Toolgen.RunAsync(folder.Path, ["find", "divide", "--embeddings", $"http://{address}/v1", .. Flags]);
        Assert.AreEqual(0, run.Code, run.ToString());
        StringAssert.Contains(run.Out, "halve 1.0.0");
        Assert.AreEqual(1, run.Error.Split("the model of embeddings").Length - 1, run.ToString());
        StringAssert.Contains(run.Error, "found by words alone");
        StringAssert.Contains(run.Error, "can't be reached");
    }

    [TestMethod]
    [DataRow("", "go together")]
    [DataRow("http://models.example/v1", "no address")]
    [DataRow("https://who:secret@models.example/v1", "no address")]
    [DataRow("https://models.example/v1?key=secret", "no address")]
    [DataRow("file:///v1", "no address")]
    public async Task An_address_that_would_tell_secrets_to_others_is_refused(string url, string says)
    {
        using var folder = new TestFolder();
        foreach (var command in new[] { "find", "serve" })
        {
            string[] words = command == "find" ? ["find", "x"] : ["serve"];
            var run = await Toolgen.RunAsync(folder.Path, [.. words, .. url.Length == 0 ? Array.Empty<string>() : ["--embeddings", url], "--embeddings-model", "words", "--registry", "registry"]);
            Assert.AreEqual(2, run.Code, run.ToString());
            StringAssert.Contains(run.Error, says);
        }
    }

    [TestMethod]
    [DataRow("redirect", "status 302")]
    [DataRow("status", "status 401")]
    [DataRow("no JSON", "failed")]
    [DataRow("deep", "failed")]
    [DataRow("flood", "failed")]
    [DataRow("endless", "failed")]
    [DataRow("too many numbers", "5000 numbers")]
    [DataRow("no finite numbers", "finite")]
    [DataRow("other lengths", "as many as in the others")]
    [DataRow("too few", "gave 0 vectors")]
    [DataRow("one text twice", "not one for each")]
    [DataRow("hang", "did not answer within")]
    public async Task A_hostile_model_takes_neither_the_key_nor_the_words(string what, string told)
    {
        using var folder = new TestFolder();
        var elsewhere = 0;
        await using var other = new LoopbackServer(_ =>
        {
            elsewhere++;
            return new Reply(200);
        });
        await using var server = new LoopbackServer(async request =>
        {
            if (what == "hang") await Task.Delay(System.Threading.Timeout.Infinite);
            return Hostile(what, request, other.Address);
        });
        using var endpoint = new EmbeddingEndpoint(new($"http://{server.Address}/v1"), "words", "very-secret");
        var log = new List<string>();
        await using var index = await ToolIndex.OpenAsync(Path.Combine(folder.Path, "index.db"), endpoint.Model with { Log = log.Add, BatchTime = TimeSpan.FromSeconds(what == "hang" ? 0.5 : 30) });
        ToolDocument[] tools = [new() { Id = "1", Name = "soup_recipe" }, new() { Id = "2", Name = "automobile_price" }];
        await index.UpdateAsync(tools, 1);
        for (var i = 0; i < 3; i++) Assert.AreEqual("soup_recipe", (await index.SearchAsync(new("soup"))).Hits.Single().Name);
        StringAssert.Contains(log.Single(), told);
        Assert.IsFalse(log[0].Contains("very-secret", StringComparison.Ordinal));
        Assert.AreEqual(0, elsewhere);
        Assert.AreEqual("Bearer very-secret", server.Seen[0].Header("Authorization"));
    }

    private static Reply Hostile(string what, SeenRequest request, string elsewhere)
    {
        var count = JsonElement.Parse(request.Text).GetProperty("input") is { ValueKind: JsonValueKind.Array } input ? input.GetArrayLength() : 1;
        string Vectors(string numbers) => List(Enumerable.Range(0, count).Select(i => $$"""{"object":"embedding","index":{{i}},"embedding":[{{numbers}}]}"""));
        return what switch
        {
            "redirect" => new(302, "", ("Location", $"http://{elsewhere}/v1/embeddings")),
            "status" => new(401, $$$"""{"error":{"message":"no such key: {{{request.Header("Authorization")}}}"}}"""),
            "no JSON" => new(200, "<html>"),
            "deep" => new(200, new string('[', 100_000)),
            "flood" => new(200, Vectors(string.Join(',', Enumerable.Repeat("0", 6 << 20)))),
            "endless" => new(200) { Raw = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + string.Concat(Enumerable.Repeat("100000\r\n" + new string(' ', 1 << 20) + "\r\n", 12))) },
            "too many numbers" => new(200, Vectors(string.Join(',', Enumerable.Repeat("0.5", 5_000)))),
            "one text twice" => new(200, List(Enumerable.Range(0, count).Select(i => """{"object":"embedding","index":0,"embedding":[1,0]}""").Prepend("""{"object":"embedding","index":0,"embedding":[1,0]}""").Take(Math.Max(count, 2)))),
            "no finite numbers" => new(200, Vectors("1e39,1")),
            "other lengths" => new(200, Vectors(request.Text.Contains("\"toolgen\"", StringComparison.Ordinal) ? "1,0" : "1,0,0")),
            _ => new(200, request.Text.Contains("\"toolgen\"", StringComparison.Ordinal) ? Vectors("1,0") : List([])),
        };
    }

    private static string List(IEnumerable<string> data) => $$$"""{"object":"list","data":[{{{string.Join(',', data)}}}],"model":"words","usage":{"prompt_tokens":1,"total_tokens":1}}""";

    /// <summary>A model that knows words by their hash, and that a moiety is what is divided.</summary>
    private static Reply Answer(SeenRequest request, bool isBase64)
    {
        var input = JsonElement.Parse(request.Text).GetProperty("input");
        string[] texts = input.ValueKind == JsonValueKind.Array ? [.. input.EnumerateArray().Select(text => text.GetString()!)] : [input.GetString()!];
        var data = texts.Select((text, at) =>
        {
            var vector = new float[64];
            foreach (var word in text.ToLowerInvariant().Split([' ', '.', ':', '\n', '_'], StringSplitOptions.RemoveEmptyEntries))
                vector[(word == "moiety" ? "divide" : word).Aggregate(7, (hash, c) => ((hash * 31) + c) & 0xFFFF) % vector.Length] += 1;
            var numbers = isBase64 ? JsonSerializer.Serialize(Convert.ToBase64String(vector.SelectMany(BitConverter.GetBytes).ToArray())) : JsonSerializer.Serialize(vector);
            return $$"""{"object":"embedding","index":{{at}},"embedding":{{numbers}}}""";
        });
        // In whatever order: each says of which text it is.
        return new(200, List(data.Reverse()), ("Content-Type", "application/json"));
    }
}
