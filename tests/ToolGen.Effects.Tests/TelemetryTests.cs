using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Effects.Data;
using ToolGen.Effects.Tests.Data;
using ToolGen.Effects.Tests.Http;
using ToolGen.Effects.Tests.Tools;
using ToolGen.TestSupport;

namespace ToolGen.Effects.Tests;

/// <summary>What an application that listens to <see cref="ToolGenTelemetry.Name"/> is told of effects.</summary>
[TestClass]
public sealed class TelemetryTests
{
    [TestMethod]
    public async Task Each_message_is_an_activity_without_query_and_secrets()
    {
        await using var server = new LoopbackServer(request => request.Target.StartsWith("/moved", StringComparison.Ordinal) ? new(302, "", ("Location", "/v1/there?of=me")) : new(request.Target.Contains("gone", StringComparison.Ordinal) ? 404 : 200, "{}"));
        await using var world = new HttpWorld().Secret("key", "hunter2hunter2", "http://api.example").Allow("http://api.example", server);
        using var heard = new HeardActivities();
        await world.SendAsync(new("GET", "http://api.example/moved/hunter2hunter2?of=me") { Auth = new("bearer", "key") });
        await world.SendAsync(new("POST", "http://api.example/gone") { Body = "mine"u8.ToArray() });
        Assert.AreEqual(
            $"""
            GET: http.request.method=GET server.address=api.example server.port=80 url.full=http://api.example/moved/*** http.response.status_code=302
            GET: http.request.method=GET server.address=api.example server.port=80 url.full=http://api.example/v1/there http.response.status_code=200
            POST: http.request.method=POST server.address=api.example server.port=80 url.full=http://api.example/gone http.response.status_code=404 error.type=404 Error
            """,
            heard.Text);
        Assert.IsTrue(heard.Ended.All(activity => activity.Kind == ActivityKind.Client));
    }

    [TestMethod]
    public async Task Message_without_an_answer_says_why()
    {
        await using var world = new HttpWorld().Allow("http://public.example").Allow("http://private.example");
        world.Names["public.example"] = () => [HttpWorld.Public];
        world.Names["private.example"] = () => [IPAddress.Parse("10.0.0.1")];
        using var heard = new HeardActivities();
        foreach (var (name, code) in new[] { ("public", "unavailable"), ("private", "denied") })
        {
            Assert.AreEqual(code, await world.CodeAsync($"http://{name}.example/"));
            Assert.AreEqual((ActivityStatusCode.Error, code), (heard.Ended[^1].Status, heard.Ended[^1].GetTagItem("error.type")));
        }
    }

    [TestMethod]
    public async Task Each_statement_is_an_activity_without_its_values()
    {
        using var scratch = ScratchDatabase.Create(["CREATE TABLE orders (id INTEGER PRIMARY KEY)", "INSERT INTO orders VALUES (1), (2)"]);
        await using var call = new DataCall(scratch.Grant);
        using var heard = new HeardActivities();
        await call.RunAsync(new SqlStatement().Text("SELECT id FROM orders WHERE id < ").Value(7));
        await DataCall.FailsAsync(call.ReadAsync("DELETE FROM orders"), "denied");
        Assert.AreEqual(
            """
            shop: db.system.name=sqlite db.namespace=shop db.response.returned_rows=2
            shop: db.system.name=sqlite db.namespace=shop error.type=denied Error
            """,
            heard.Text);
    }

    [TestMethod]
    public async Task Call_of_another_tool_is_an_activity_below_its_callers()
    {
        var inner = new ScriptTool("inner", "3.1.0") { Body = (_, _) => new(ToolResult.Failure(new ToolError("bad_data", "no"))) };
        var outer = new ScriptTool("outer", "1.0.0", "tool inner") { Body = (context, token) => context.Tools.CallAsync("inner", "{}"u8.ToArray(), "look", token) };
        var first = new ScriptTool("first", "1.0.0", "tool outer") { Body = (context, token) => context.Tools.CallAsync("outer", "{}"u8.ToArray(), cancellationToken: token) };
        using var heard = new HeardActivities();
        await ScriptTool.CallAsync(first, outer, inner);
        Assert.AreEqual(
            """
            execute_tool inner: gen_ai.operation.name=execute_tool gen_ai.tool.name=inner gen_ai.tool.type=function toolgen.tool.version=3.1.0 toolgen.step=look error.type=bad_data Error
            execute_tool outer: gen_ai.operation.name=execute_tool gen_ai.tool.name=outer gen_ai.tool.type=function toolgen.tool.version=1.0.0 error.type=bad_data Error
            """,
            heard.Text);
        Assert.AreEqual(heard.Ended[1].SpanId, heard.Ended[0].ParentSpanId);
    }

    [TestMethod]
    public async Task Effects_are_measured_by_kind()
    {
        // The names of these two are no other test's.
        var measured = new ConcurrentQueue<(string Kind, string? Error)>();
        using var listener = new MeterListener { InstrumentPublished = static (instrument, listener) => { if (instrument is { Name: "toolgen.effect.duration", Meter.Name: ToolGenTelemetry.Name }) listener.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) =>
        {
            var all = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value?.ToString());
            if (seconds > 0) measured.Enqueue((all["toolgen.capability.kind"]!, all.GetValueOrDefault("error.type")));
        });
        listener.Start();
        var inner = new ScriptTool("inner", "1.0.0") { Body = (_, _) => new(ToolResult.Failure(new ToolError("only_of_this_test", "no"))) };
        await ScriptTool.CallAsync(new ScriptTool("outer", "1.0.0", "tool inner") { Body = (context, token) => context.Tools.CallAsync("inner", "{}"u8.ToArray(), cancellationToken: token) }, inner);
        CollectionAssert.Contains(measured.ToArray(), ("tool", "only_of_this_test"));
    }

    [TestMethod]
    public async Task Listener_that_throws_ends_no_effect()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == ToolGenTelemetry.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = static activity => { if (activity.GetTagItem("gen_ai.tool.name") is null && activity.OperationName == "execute_tool thrower") throw new InvalidOperationException("a listener's own"); },
            ActivityStopped = static activity => { if (activity.OperationName.StartsWith("execute_tool throw", StringComparison.Ordinal)) throw new InvalidOperationException("a listener's own"); },
        };
        ActivitySource.AddActivityListener(listener);
        foreach (var name in new[] { "thrower", "throws_at_end" })
        {
            var inner = new ScriptTool(name, "1.0.0");
            var result = await ScriptTool.CallAsync(new ScriptTool("outer", "1.0.0", "tool " + name) { Body = (context, token) => context.Tools.CallAsync(name, "{}"u8.ToArray(), cancellationToken: token) }, inner);
            Assert.IsFalse(result.IsError, string.Join("\n", result.Errors));
        }
    }
}
