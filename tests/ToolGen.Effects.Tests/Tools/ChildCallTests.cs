using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.Effects.Tests.Tools;

[TestClass]
public sealed class ChildCallTests
{
    private static readonly byte[] Nothing = "{}"u8.ToArray();

    [TestMethod]
    [DataRow("other", "denied")]
    [DataRow("query@^2", "denied")]
    [DataRow("query@^1", null)]
    [DataRow("query@~1.2", null)]
    [DataRow("query@2", "not_found")]
    [DataRow("gone", "not_found")]
    [DataRow("../query", "not_found")]
    [DataRow("query\0", "not_found")]
    [DataRow("", "not_found")]
    public async Task Only_what_the_caller_may_call_in_a_version_that_fits(string reference, string? code)
    {
        var query = new ScriptTool("query", "1.2.7");
        var caller = new ScriptTool("caller", "1.0.0", "tool query@^1", "tool query@~1.2", "tool query@2", "tool gone")
        {
            Body = (context, token) => context.Tools.CallAsync(reference, Nothing, cancellationToken: token),
        };

        var result = await CallAsync(caller, query);
        Assert.AreEqual(code, result.IsError ? result.Errors[0].Code : null);
        Assert.AreEqual(code is null ? 1 : 0, query.Calls);
    }

    [TestMethod]
    public async Task Callee_has_its_own_capabilities_and_not_those_of_its_caller()
    {
        var child = new ScriptTool("child", "1.0.0", "random") { Body = (context, _) => Answer(context.Now.Year) };
        var caller = new ScriptTool("caller", "1.0.0", "clock", "tool child") { Body = (context, token) => context.Tools.CallAsync("child", Nothing, "first", token) };

        Assert.AreEqual("denied", (await CallAsync(caller, child)).Errors[0].Code);
    }

    [TestMethod]
    public async Task What_callees_used_is_kept_apart()
    {
        var child = new ScriptTool("child", "3.1.0", "random") { Body = (context, _) => Answer(context.Random.Next(1)) };
        var caller = new ScriptTool("caller", "1.0.0", "clock", "tool child")
        {
            Body = async (context, token) =>
            {
                _ = context.Now;
                return await context.Tools.CallAsync("child", Nothing, "draw", token);
            },
        };
        var context = Effects(child).For(caller);
        await caller.CallAsync(Nothing, context);

        CollectionAssert.AreEqual(new[] { "clock", "tool child" }, context.Used.ToArray());
        var call = context.Calls.Single();
        Assert.AreEqual(("child", "3.1.0", "draw", "random", (string?)null), (call.Tool, call.Version, call.Step, string.Join(",", call.Used), call.Error));
    }

    [TestMethod]
    public async Task Cycle_ends_and_names_the_way_round()
    {
        var a = new ScriptTool("a", "1.0.0", "tool b") { Body = (context, token) => context.Tools.CallAsync("b", Nothing, cancellationToken: token) };
        var b = new ScriptTool("b", "1.0.0", "tool a") { Body = (context, token) => context.Tools.CallAsync("A", Nothing, cancellationToken: token) };

        var result = await CallAsync(a, a, b);
        Assert.AreEqual("limit", result.Errors[0].Code);
        StringAssert.Contains(result.Errors[0].Message, "a → b → a");
        Assert.AreEqual((1, 1), (a.Calls, b.Calls));
    }

    [TestMethod]
    public async Task Tools_call_tools_eight_deep_and_no_deeper()
    {
        var chain = Enumerable.Range(0, 12).Select(i => new ScriptTool($"t{i}", "1.0.0", $"tool t{i + 1}")
        {
            Body = i == 11 ? null : (context, token) => context.Tools.CallAsync($"t{i + 1}", Nothing, cancellationToken: token),
        }).ToArray();

        var result = await CallAsync(chain[0], chain);
        Assert.AreEqual("limit", result.Errors[0].Code);
        CollectionAssert.AreEqual(new[] { 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0 }, chain.Select(tool => tool.Calls).ToArray());
    }

    [TestMethod]
    public async Task Calls_of_one_tool_and_of_the_whole_tree_are_capped()
    {
        var leaf = new ScriptTool("leaf", "1.0.0");
        ScriptTool Many(string name, string callee) => new(name, "1.0.0", "tool " + callee)
        {
            Caps = ToolLimits.Default with { Tools = 10 },
            Body = async (context, token) =>
            {
                for (var i = 0; i < 10; i++)
                    if (await context.Tools.CallAsync(callee, Nothing, cancellationToken: token) is { IsError: true } failed) return failed;
                return await context.Tools.CallAsync(callee, Nothing, cancellationToken: token);
            },
        };

        Assert.AreEqual("limit", (await CallAsync(Many("one", "leaf"), leaf)).Errors[0].Code);
        Assert.AreEqual(10, leaf.Calls);

        leaf = new ScriptTool("leaf", "1.0.0");
        var (middle, top) = (Many("middle", "leaf"), Many("top", "middle"));
        await using var effects = new ToolEffects(Grants.None, new() { FindTool = Find(leaf, middle), MaximumCalls = 7 });
        var result = await top.CallAsync(Nothing, effects.For(top));
        StringAssert.Contains(result.Errors[0].Message, "more than 7");
        Assert.AreEqual(6, leaf.Calls);
    }

    [TestMethod]
    [DataRow("read")]
    [DataRow("written")]
    [DataRow("outputs")]
    [DataRow("statements")]
    public async Task What_the_host_caps_is_not_multiplied_by_calling_tools(string what)
    {
        using var folder = new Files.FileWorld();
        using var scratch = ToolGen.Effects.Data.ScratchDatabase.Create([]);
        File.WriteAllBytes(Path.Combine(folder.Root, "in.txt"), new byte[600]);
        var child = new ScriptTool("child", "1.0.0", "read data/**", "write data/**", "sql shop read")
        {
            Body = async (context, token) =>
            {
                if (what == "read") context.Files.OpenRead("data/in.txt").CopyTo(Stream.Null);
                if (what is "written" or "outputs")
                {
                    using var outputs = context.Files.BeginWrite();
                    outputs.Create("data/out.txt").Write(new byte[what == "written" ? 600 : 1]);
                    outputs.Commit();
                }

                if (what == "statements")
                {
                    await using var session = await context.Data.OpenAsync("shop", cancellationToken: token);
                    await session.RunAsync(new SqlStatement().Text("SELECT 1"), token);
                }

                return ToolResult.Success(Nothing);
            },
        };
        var caller = new ScriptTool("caller", "1.0.0", "tool child")
        {
            Body = async (context, token) =>
            {
                for (var i = 0; i < 2; i++)
                    if (await context.Tools.CallAsync("child", Nothing, cancellationToken: token) is { IsError: true } failed) return failed;
                return ToolResult.Success(Nothing);
            },
        };
        var grants = new Grants
        {
            Folders = new Dictionary<string, FolderGrant> { ["data"] = new(folder.Root, GrantAccess.ReadWrite) },
            Databases = new Dictionary<string, DatabaseGrant> { ["shop"] = scratch.Grant },
        };
        await using var effects = new ToolEffects(grants, new() { FindTool = Find(child), MaximumReadBytes = 1_000, MaximumWrittenBytes = 1_000, MaximumOutputs = 1, MaximumStatements = 1 });
        var result = await caller.CallAsync(Nothing, effects.For(caller));
        Assert.AreEqual((true, "limit", 2), (result.IsError, result.IsError ? result.Errors[0].Code : null, child.Calls));
    }

    [TestMethod]
    public async Task Callee_that_throws_is_an_error_of_its_own()
    {
        var child = new ScriptTool("child", "1.0.0") { Throws = new InvalidOperationException("password=hunter2") };
        var caller = new ScriptTool("caller", "1.0.0", "tool child") { Body = (context, token) => context.Tools.CallAsync("child", Nothing, cancellationToken: token) };

        var result = await CallAsync(caller, child);
        Assert.AreEqual("internal", result.Errors[0].Code);
        Assert.DoesNotContain("hunter2", result.Errors[0].Message);
    }

    private static Task<ToolResult> CallAsync(Tool caller, params Tool[] others) => ScriptTool.CallAsync(caller, others);

    private static ToolEffects Effects(params Tool[] tools) => ScriptTool.Effects(tools);

    private static Func<string, Tool?> Find(params Tool[] tools) => ToolEffectsOptions.ToolsOf(new ToolCatalog(tools));

    private static ValueTask<ToolResult> Answer(int value) => new(ToolResult.Success(System.Text.Encoding.UTF8.GetBytes($"{{\"value\":{value}}}")));
}
