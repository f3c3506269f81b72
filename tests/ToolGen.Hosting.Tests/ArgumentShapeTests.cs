using System;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Hosting.Tests;

[TestClass]
public sealed class ArgumentShapeTests
{
    private const string Schema = """
        { "type": "object",
          "properties": { "name": { "type": "string" }, "tags": { "type": "array", "items": { "type": "string" } }, "where": { "$ref": "#/$defs/place" }, "more": { "anyOf": [ { "type": "null" }, { "$ref": "#/$defs/place" } ] } },
          "$defs": { "place": { "type": "object", "properties": { "city": { "type": "string" }, "inner": { "$ref": "#/$defs/place" } } } } }
        """;

    [TestMethod]
    [DataRow("""{"name":"Anna","tags":["a","b"]}""", "{name:string,tags:[string]}")]
    [DataRow("""{"where":{"city":"Bonn","inner":{"city":null}}}""", "{where:{city:string,inner:{city:null}}}")]
    [DataRow("""{"more":{"city":1}}""", "{more:{city:number}}")]
    [DataRow("""{"anna@example.org":true,"where":{"4111 1111":1}}""", "{?:boolean,where:{?:number}}")]
    [DataRow("""{"tags":[1,"a",[],{}]}""", "{tags:[number|string|[]|{}]}")]
    [DataRow("""{"x":{"x":{"x":{"x":{"x":{"x":{"x":{"x":{"x":1}}}}}}}}}""", "{?:{?:{?:{?:{?:{?:{?:{?:{…}}}}}}}}}")]
    [DataRow("", "{}")]
    [DataRow("{", "no JSON")]
    public async Task Of_arguments_stand_kinds_and_names_that_the_schema_has(string arguments, string shape)
    {
        var recorder = new MemoryRecorder { Arguments = ArgumentDetail.Shape };
        await using var host = recorder.Host(tools: new ShapedTool());
        var bytes = Encoding.UTF8.GetBytes(arguments);
        await host.CallAsync("shaped", bytes, ToolCaller.Application);
        var input = recorder.Last.Input!;
        Assert.AreEqual(shape, input.Shape);
        Assert.AreEqual(Convert.ToHexStringLower(SHA256.HashData(bytes.Length == 0 ? "{}"u8 : bytes)), input.Sha256);
        Assert.IsNull(input.Values);
    }

    [TestMethod]
    public async Task Values_stand_there_where_somebody_asked_and_nothing_where_nobody_did()
    {
        var recorder = new MemoryRecorder { Arguments = ArgumentDetail.Values };
        await using var host = recorder.Host(tools: new ShapedTool());
        await host.CallAsync("shaped", """{"name":"Anna"}"""u8.ToArray(), ToolCaller.Application);
        Assert.AreEqual("""{"name":"Anna"}""", recorder.Last.Input!.Values);
        await host.CallAsync("nobody", """{"name":"Anna"}"""u8.ToArray(), ToolCaller.Application);
        Assert.AreEqual("{?:string}", recorder.Last.Input!.Shape);
        recorder.Arguments = ArgumentDetail.None;
        await host.CallAsync("shaped", default, ToolCaller.Application);
        Assert.IsNull(recorder.Last.Input);
    }

    private sealed class ShapedTool : Tool
    {
        public override ToolDescriptor Descriptor { get; } = new()
        {
            Name = "shaped",
            Description = "Takes shapes.",
            Version = "1.0.0",
            Kind = "declared",
            InputSchema = Encoding.UTF8.GetBytes(Schema),
            OutputSchema = "{}"u8.ToArray(),
            McpTool = "{}"u8.ToArray(),
            Annotations = default,
            Capabilities = [],
            SpecHash = new('0', 64),
        };

        public override ValueTask<ToolResult> CallAsync(ReadOnlyMemory<byte> arguments, ToolContext context, System.Threading.CancellationToken cancellationToken = default) => new(StubTool.Done);
    }
}
