using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Effects;
using ToolGen.Specification.Findings;
using ToolGen.TestSupport;

namespace ToolGen.OpenApi.Tests.RestBench;

/// <summary>Two large documents of real services: imported, compiled, and called through guarded HTTP against a server on loopback.</summary>
[TestClass]
public sealed class RestBenchTests
{
    private const string Secret = "sesame-open";

    [TestMethod]
    [DataRow("tmdb_oas.json", 54, 54)]
    [DataRow("spotify_oas.json", 40, 23)]
    public async Task Every_operation_compiles_and_each_GET_answers_and_sends_what_the_document_says(string file, int count, int gets)
    {
        var path = SharedData.Require("data", "restgpt", "specs", file);
        var document = new AnswerDocument(path);
        var server = new Uri(document.Server);
        var origin = "http://" + server.Host;
        var result = new OpenApiImporter { Server = new(origin + server.AbsolutePath) }.Import(path);
        Assert.HasCount(count, result.Tools, string.Join("\n", result.Findings.Where(finding => finding.Severity == FindingSeverity.Error)));
        using var compiled = Compiled.Of(result.Tools);

        var operations = document.Gets().ToList();
        Assert.HasCount(gets, operations);
        Operation? current = null;
        await using var loopback = new LoopbackServer(_ => new Reply(200, current!.Answer.ToJsonString(), ("Content-Type", "application/json")));
        await using var effects = new ToolEffects(
            new() { Http = [new(origin, ["GET"], loopback.Address)], Secrets = result.Tools.SelectMany(tool => tool.Secrets).Distinct().ToDictionary(secret => secret, secret => new SecretGrant("KEY", [origin])) },
            new() { Environment = _ => Secret });
        var expected = new List<string>();
        for (var i = 0; i < operations.Count; i++)
        {
            current = operations[i];
            var imported = result.Tools.Single(tool => tool.Method == "GET" && tool.Path == current.Path);
            var input = JsonNode.Parse(imported.Text)!["inputSchema"]!.AsObject();
            var tool = compiled[imported.Name];
            foreach (var all in new[] { true, false })
            {
                var (arguments, target) = OperationCall.Of(current, input, server.AbsolutePath, all, i);
                expected.Add(target);
                var answer = await tool.CallAsync(Encoding.UTF8.GetBytes(arguments.ToJsonString()), effects.For(tool));
                Assert.IsFalse(answer.IsError, $"{imported.Name} {arguments.ToJsonString()}: {string.Join("; ", answer.Errors)}");
                var output = JsonNode.Parse(answer.Output.Span);
                var part = current.Answer is JsonArray ? output!["result"] : output is JsonObject { Count: 1 } one && one["result"] is { } free && current.Answer["result"] is null ? free : output;
                Assert.IsTrue(OperationCall.IsPartOf(part, current.Answer), $"{imported.Name}\n{current.Answer.ToJsonString()}\n{output!.ToJsonString()}");
            }
        }

        CollectionAssert.AreEqual(expected, loopback.Seen.Select(request => request.Target.Replace("?api_key=" + Secret, "", StringComparison.Ordinal).Replace("&api_key=" + Secret, "", StringComparison.Ordinal)).ToList());
        Assert.IsTrue(loopback.Seen.All(request => request.Method == "GET" && request.Header("Host") == server.Host));
    }
}
