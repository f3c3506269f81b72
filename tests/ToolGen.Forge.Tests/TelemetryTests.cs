using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Linq;
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
        Assert.AreEqual(
            """
            forge read: toolgen.tool.name=halve
            forge generate: toolgen.tool.name=halve
            forge compile: toolgen.tools=1
            forge try: toolgen.tools=1 error.type=TG5050 Error
            forge read: toolgen.tool.name=halve
            forge generate: toolgen.tool.name=halve
            forge compile: toolgen.tools=1 error.type=TG2050 Error
            forge try: toolgen.tools=1 error.type=TG2050 Error
            """,
            heard.Text);
    }

    [TestMethod]
    public async Task Samples_are_counted_by_what_came_of_them()
    {
        var (counted, stations) = (new ConcurrentQueue<string?>(), new ConcurrentQueue<string?>());
        using var listener = new MeterListener { InstrumentPublished = static (instrument, listener) => { if (instrument.Meter.Name == ToolGenTelemetry.Name) listener.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => { if (instrument.Name == "toolgen.forge.samples") counted.Enqueue(tags[0].Value?.ToString()); });
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => { if (instrument.Name == "toolgen.forge.duration") stations.Enqueue(tags[0].Value?.ToString()); });
        listener.Start();
        await SpecTexts.TryAsync(SpecTexts.Halve(expected: "3"));

        // Other tests of this program forge beside this one.
        CollectionAssert.Contains(counted.ToArray(), "failed");
        foreach (var station in new[] { "read", "generate", "compile", "try" }) CollectionAssert.Contains(stations.ToArray(), station);
    }
}
