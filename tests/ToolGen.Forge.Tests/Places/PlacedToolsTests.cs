using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Effects;
using ToolGen.Forge.Specs;
using ToolGen.Hosting;
using ToolGen.Sandbox;

namespace ToolGen.Forge.Tests.Places;

/// <summary>A host runs what was just made beside what is compiled in, each in its place, whoever of them calls the other.</summary>
[TestClass]
public sealed class PlacedToolsTests
{
    private static readonly ToolCaller Agent = new("agent");

    [TestMethod]
    public async Task A_made_tool_calls_a_compiled_one_in_process_and_a_made_one_in_the_sandbox()
    {
        var records = new ConcurrentQueue<CallRecord>();
        await using var host = Host(records, await MadeAsync(
            Asking("twice", "tool compiled", Once("compiled")),
            Asking("over", "tool twice", Once("twice"))));

        Assert.AreEqual("""{"length":13}""", Text(await host.CallAsync("twice", Arguments, Agent)));
        Assert.AreEqual("""{"length":13}""", Text(await host.CallAsync("over", Arguments, Agent)));

        var record = records.Last();
        Assert.AreEqual("sandbox", record.Place);
        Assert.AreEqual("twice", record.Calls.Single().Tool);
        Assert.AreEqual("compiled", record.Calls.Single().Calls.Single().Tool);
    }

    [TestMethod]
    public async Task How_often_a_tool_may_call_others_holds_across_places()
    {
        const string body = """
            var length = 0;
            for (var i = 0; i < input.Text.Length; i++) length += (await context.Tools.CallAsync("compiled", Encoding.UTF8.GetBytes("{\"text\":\"a\"}"))).Output.Length;
            return new Output(length);
            """;
        await using var host = Host([], await MadeAsync(Asking("often", "tool compiled", body, """ "limits": { "tools": 2 },""")));

        Assert.AreEqual("""{"length":26}""", Text(await host.CallAsync("often", """{ "text": "xx" }"""u8.ToArray(), Agent)));
        Assert.AreEqual("limit", (await host.CallAsync("often", """{ "text": "xxx" }"""u8.ToArray(), Agent)).Errors[0].Code);
    }

    private static byte[] Arguments => """{ "text": "x" }"""u8.ToArray();

    private static string Once(string tool) => $$"""return new Output((await context.Tools.CallAsync("{{tool}}", Encoding.UTF8.GetBytes("{\"text\":\"a\"}"))).Output.Length);""";

    private static string Text(ToolResult result) => result.IsError ? string.Join('\n', result.Errors) : Encoding.UTF8.GetString(result.Output.Span);

    private static async Task<IReadOnlyList<Tool>> MadeAsync(params SpecInput[] inputs)
    {
        var forge = new Forge();
        var set = await forge.TryAsync(forge.Make(inputs), Children.Sandbox);
        Assert.IsTrue(set.Tools.All(tool => tool.IsRunnable), string.Join('\n', set.Tools.SelectMany(tool => tool.Findings)));
        return Forge.ToolsIn(set, Children.Sandbox.Sandbox, Agent.Name);
    }

    private static ToolHost Host(ConcurrentQueue<CallRecord> records, IReadOnlyList<Tool> made)
    {
        var host = new ToolHost(Grants.None, null, new() { Places = [new SandboxPlace(Children.Sandbox.Sandbox)], Recorder = new Recorder(records) });
        host.Add(new ToolCatalog([.. made, new Compiled()]));
        return host;
    }

    private static SpecInput Asking(string name, string capability, string body, string limits = "") => new(
        name + ".tool.json",
        Encoding.UTF8.GetBytes($$"""
            { "name": "{{name}}", "description": "Ask another tool.", "capabilities": ["{{capability}}"], {{limits}}
              "inputSchema": { "type": "object", "properties": { "text": { "type": "string", "maxLength": 100 } }, "required": ["text"] },
              "outputSchema": { "type": "object", "properties": { "length": { "type": "integer" } }, "required": ["length"] },
              "implementation": { "kind": "code", "body": {{System.Text.Json.JsonSerializer.Serialize(body)}} },
              "examples": [ { "input": { "text": "x" }, "given": { "tools": [{{$$"""{ "tool": "{{capability[5..]}}", "input": { "text": "a" }, "output": {{(capability == "tool twice" ? """{ "length": 13 }""" : """{ "text": "aa" }""")}} }"""}}] }, "output": "?" } ] }
            """));

    /// <summary>A tool of the application itself.</summary>
    private sealed class Compiled : Tool
    {
        private static readonly byte[] Anything = "{}"u8.ToArray();

        public override ToolDescriptor Descriptor { get; } = new()
        {
            Name = "compiled",
            Description = "A tool of the application.",
            Version = "1.0.0",
            Kind = "declared",
            InputSchema = Anything,
            OutputSchema = Anything,
            McpTool = Anything,
            Annotations = default,
            Capabilities = [],
            SpecHash = "",
        };

        public override ValueTask<ToolResult> CallAsync(ReadOnlyMemory<byte> arguments, ToolContext context, CancellationToken cancellationToken = default) => new(ToolResult.Success("""{"text":"aa"}"""u8.ToArray()));
    }

    private sealed class Recorder(ConcurrentQueue<CallRecord> records) : ICallRecorder
    {
        public string? Fault => null;

        public ValueTask RecordAsync(CallRecord record)
        {
            records.Enqueue(record);
            return default;
        }
    }
}
