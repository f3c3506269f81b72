using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Hosting.Tests;

/// <summary>What an application that listens to <see cref="ToolGenTelemetry.Name"/> is told.</summary>
[TestClass]
[DoNotParallelize]
public sealed class TelemetryTests
{
    [TestMethod]
    public async Task A_call_is_an_activity_by_the_conventions()
    {
        var ended = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener { ShouldListenTo = source => source.Name == ToolGenTelemetry.Name, Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded, ActivityStopped = ended.Enqueue };
        ActivitySource.AddActivityListener(listener);
        var recorder = new MemoryRecorder();
        await using var host = recorder.Host(null, null, new StubTool("tell_time", static (context, _) => context.Now > default(System.DateTimeOffset) ? new(StubTool.Done) : default, "1.2.0", "clock"), StubTool.Failing("broken", ToolErrorCodes.InvalidOutput));
        await host.CallAsync("tell_time@^1", default, new("agent", "c7"));
        await host.CallAsync("broken", default, new("agent"));

        var (good, bad) = (ended.ElementAt(0), ended.ElementAt(1));
        Assert.AreEqual("execute_tool tell_time", good.DisplayName);
        Assert.AreEqual(
            "execute_tool tell_time function c7 1.2.0 process " + recorder.Records[0].Id.ToString("n"),
            string.Join(' ', new[] { "gen_ai.operation.name", "gen_ai.tool.name", "gen_ai.tool.type", "gen_ai.conversation.id", "toolgen.tool.version", "toolgen.place", "gen_ai.tool.call.id" }.Select(good.GetTagItem)));
        Assert.AreEqual("clock", good.Events.Single().Tags.Single().Value);
        Assert.AreEqual((ActivityStatusCode.Error, "invalid_output", "tool"), (bad.Status, bad.GetTagItem("error.type"), bad.GetTagItem("toolgen.fault")));
    }

    [TestMethod]
    public async Task Calls_are_measured_and_names_that_no_tool_has_make_no_series()
    {
        var measured = new ConcurrentQueue<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, listener) => { if (instrument.Meter.Name == ToolGenTelemetry.Name) listener.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => measured.Enqueue(instrument.Name + " " + Text(tags)));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => measured.Enqueue($"{instrument.Name} {value}{Text(tags)}"));
        listener.Start();
        await using var host = new MemoryRecorder().Host(null, null, new StubTool("tell_time", static (context, _) => context.Now > default(System.DateTimeOffset) ? new(StubTool.Done) : default, "1.2.0", "clock"));
        await host.CallAsync("tell_time", default, new("agent"));
        await host.CallAsync("made up", default, new("agent"));
        CollectionAssert.AreEqual(
            new[]
            {
                "toolgen.calls.running 1", "toolgen.calls.running -1", "gen_ai.execute_tool.duration gen_ai.operation.name=execute_tool gen_ai.tool.name=tell_time gen_ai.tool.type=function",
                "toolgen.effects 1toolgen.capability.kind=clock", "gen_ai.execute_tool.duration gen_ai.operation.name=execute_tool gen_ai.tool.name=_unknown gen_ai.tool.type=function error.type=not_found toolgen.fault=caller",
            },
            measured.ToArray());
    }

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
}
