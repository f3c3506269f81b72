using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Forge.Compilation;
using ToolGen.Generator;
using ToolGen.Specification.Specs;
using ToolGen.TestSupport;
using SourceText = ToolGen.Specification.Json.SourceText;

namespace ToolGen.Effects.Tests.Operations;

/// <summary>The GET operations of two real services as tools: generated, compiled, and called through guarded HTTP against a server on loopback.</summary>
[TestClass]
public sealed class RestBenchTests
{
    [TestMethod]
    [DataRow("tmdb_oas.json", 54)]
    [DataRow("spotify_oas.json", 23)]
    public async Task Every_operation_compiles_and_answers_and_sends_what_it_says(string file, int count)
    {
        var document = new OpenApiDocument(SharedData.Require("data", "restgpt", "specs", file));
        var server = new Uri(document.Server);
        var origin = "http://" + server.Host;
        var operations = document.Gets().Select(operation => new OperationSpec(origin, server.AbsolutePath, operation)).ToList();
        Assert.HasCount(count, operations);

        var compiled = ToolCompiler.Compile(operations.Select(Unit).ToArray());
        foreach (var tool in compiled.Tools) Assert.IsTrue(tool.IsCompiled, $"{tool.Unit.Name}\n{string.Join("\n", tool.Findings)}");
        using var loaded = new LoadedTools(compiled.Image.AsSpan());

        OperationSpec? current = null;
        await using var loopback = new LoopbackServer(_ => new Reply(200, current!.Operation.Answer.ToJsonString(), ("Content-Type", "application/json")));
        await using var effects = new ToolEffects(new() { Http = [new(origin, ["GET"], loopback.Address)] });
        var expected = new List<string>();
        for (var i = 0; i < operations.Count; i++)
        {
            current = operations[i];
            var tool = loaded.Find(compiled.Tools[i].Unit.TypeName)!;
            foreach (var all in new[] { true, false })
            {
                var (arguments, target) = current.Call(all, i);
                expected.Add(target);
                var context = effects.For(tool);
                var result = await tool.CallAsync(Encoding.UTF8.GetBytes(arguments.ToJsonString()), context);
                Assert.IsFalse(result.IsError, $"{current.Name} {arguments.ToJsonString()}: {string.Join("; ", result.Errors)}");
                var output = JsonNode.Parse(result.Output.Span);
                Assert.IsTrue(JsonNode.DeepEquals(current.Output, output), $"{current.Name}\n{current.Output.ToJsonString()}\n{output!.ToJsonString()}");
            }
        }

        CollectionAssert.AreEqual(expected, loopback.Seen.Select(request => request.Target).ToList());
        Assert.IsTrue(loopback.Seen.All(request => request.Method == "GET" && request.Header("Host") == server.Host));
    }

    private static ToolUnit Unit(OperationSpec operation)
    {
        var reading = SpecReader.Read(new SourceText(operation.Name + ".tool.json", operation.Text()));
        Assert.IsNotNull(reading.Spec, $"{operation.Text()}\n{string.Join("\n", reading.Findings)}");
        var generated = ToolSource.Generate(reading.Spec, new GenerationOptions());
        Assert.IsFalse(generated.IsFallback, $"{operation.Text()}\n{string.Join("\n", generated.Findings)}");
        return new ToolUnit(operation.Name, "Tools", generated.ClassName, "#nullable enable\n" + generated.Source, reading.Spec.Source, reading.Spec.Root);
    }
}
