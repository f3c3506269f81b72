using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.Forge.Tests;

/// <summary>What an application that listens to <see cref="ToolGenTelemetry.Name"/> is told of the stations.</summary>
[TestClass]
public sealed class TelemetryTests
{
    [TestMethod]
    public async Task Each_station_is_an_activity_that_ends_with_what_was_found()
    {
        using var heard = new HeardActivities();
        await SpecTexts.TryAsync(SpecTexts.Halve(expected: "3"));
        await SpecTexts.TryAsync(SpecTexts.Halve(body: "return new Output(input.Nope / input.By);"));
        await SpecTexts.TryAsync(new ToolGen.Forge.Specs.SpecInput("broken.tool.json", "{"u8.ToArray()));
        Assert.AreEqual(
            """
            forge read: toolgen.tool.name=halve
            forge generate: toolgen.tool.name=halve
            forge compile: toolgen.tools=1
            forge inspect: toolgen.tools=1
            forge try: toolgen.tools=1 error.type=TG5050 Error
            forge read: toolgen.tool.name=halve
            forge generate: toolgen.tool.name=halve
            forge compile: toolgen.tools=1 error.type=TG2050 Error
            forge inspect: toolgen.tools=0
            forge try: toolgen.tools=0
            forge read: toolgen.tool.name=broken error.type=TG0005 Error
            forge compile: toolgen.tools=0
            forge inspect: toolgen.tools=0
            forge try: toolgen.tools=0
            """,
            heard.Text);
    }

    [TestMethod]
    public async Task Listener_that_throws_ends_no_work()
    {
        var mine = new AsyncLocal<bool> { Value = true };
        void Throw(Activity activity)
        {
            if (mine.Value) throw new InvalidOperationException("a listener's own");
        }

        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == ToolGenTelemetry.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Throw,
        };
        ActivitySource.AddActivityListener(listener);
        Assert.IsFalse((await SpecTexts.TryAsync(SpecTexts.Halve())).HasErrors);
        Assert.AreNotEqual(ToolGenTelemetry.Name, Activity.Current?.Source.Name);
    }

    [TestMethod]
    public async Task Samples_are_counted_by_what_came_of_them()
    {
        // Other tests of this program forge beside this one.
        var mine = new AsyncLocal<bool> { Value = true };
        var heard = new ConcurrentQueue<string>();
        using var listener = new MeterListener { InstrumentPublished = static (instrument, listener) => { if (instrument.Meter.Name == ToolGenTelemetry.Name) listener.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => { if (mine.Value) heard.Enqueue($"{instrument.Name} {tags[0].Value}"); });
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => { if (mine.Value) heard.Enqueue($"{instrument.Name} {tags[0].Value}"); });
        listener.Start();
        await SpecTexts.TryAsync(SpecTexts.Halve(expected: "3"));
        Assert.AreEqual(
            "toolgen.forge.duration read, toolgen.forge.duration generate, toolgen.forge.duration compile, toolgen.forge.duration inspect, toolgen.forge.duration try, toolgen.forge.samples failed",
            string.Join(", ", heard));
    }
}
