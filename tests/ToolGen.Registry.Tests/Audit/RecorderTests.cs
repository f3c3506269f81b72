using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Hosting;
using ToolGen.TestSupport;

namespace ToolGen.Registry.Tests.Audit;

[TestClass]
public class RecorderTests : RegistryTests
{
    [TestMethod]
    public async Task A_call_is_recorded_by_its_version_its_fault_and_the_shape_of_its_arguments()
    {
        await using var opened = await this.MakeAsync();
        var version = await opened.ApprovedAsync();
        var recorder = new RegistryRecorder(opened.Registry);
        Assert.AreEqual(ArgumentDetail.Shape, recorder.Arguments);
        await recorder.RecordAsync(Record(version) with { Input = new("{n:number}", "abc", null) });
        await recorder.RecordAsync(Record(version) with { Fault = CallFault.Tool, Errors = ["internal"], Caller = "other" });
        await recorder.RecordAsync(Record(version) with { Fault = CallFault.Host, Errors = ["denied"] });
        var records = opened.Registry.Log().TakeLast(3).ToArray();
        CollectionAssert.AreEqual(new[] { "called", "called", "refused" }, records.Select(record => record.Kind).ToArray());
        var body = JsonDocument.Parse(records[0].Body).RootElement;
        Assert.AreEqual(version.Id, body.GetProperty("id").GetString());
        Assert.AreEqual("{n:number}", body.GetProperty("shape").GetString());
        Assert.AreEqual(1_500, body.GetProperty("us").GetInt64());
        Assert.IsFalse(body.TryGetProperty("values", out _));
        var usage = opened.Registry.Usage("halve").Single();
        Assert.AreEqual((1L, 1L, 1L, 2), (usage.Answered, usage.ToolFaults, usage.Refused, usage.Callers));
        Assert.IsTrue(opened.Verify().IsClean);
    }

    [TestMethod]
    public async Task What_was_refused_and_what_nobody_has_leaves_a_record_too()
    {
        await using var opened = await this.MakeAsync();
        var recorder = new RegistryRecorder(opened.Registry, ArgumentDetail.Values);
        await recorder.RecordAsync(Record(null) with { Reference = "rm\u202E -rf\n\ud800", Caller = new string('x', 500), Input = new("{}", "abc", """{"a":1.0}""") });
        var record = opened.Registry.Log().Last();
        Assert.AreEqual("refused", record.Kind);
        Assert.AreEqual(200, record.By.Length);
        var body = JsonDocument.Parse(record.Body).RootElement;
        Assert.AreEqual("rm? -rf?\uFFFD", body.GetProperty("reference").GetString());
        Assert.AreEqual("""{"a":1}""", body.GetProperty("values").GetRawText());
        Assert.IsTrue(opened.Verify().IsClean);
        Assert.AreEqual(0, opened.Registry.Usage().Count);
    }

    [TestMethod]
    public async Task However_long_what_a_caller_gives_gets_the_record_of_its_call_is_kept()
    {
        await using var opened = await this.MakeAsync();
        var version = await opened.ApprovedAsync();
        var recorder = new RegistryRecorder(opened.Registry, ArgumentDetail.Values);
        var quotes = new string('"', 20_000);
        foreach (var values in new[] { $"[{string.Join(',', Enumerable.Repeat("1e39", 3_000))}]", quotes, $"\"{new string('é', 16_000)}\"", $"[\"{string.Concat(Enumerable.Repeat("\\u0001", 2_500))}\"]" })
        {
            await recorder.RecordAsync(Record(version) with
            {
                Input = new(quotes, "abc", values),
                Errors = [.. Enumerable.Repeat(quotes, 60)],
                Used = [.. Enumerable.Repeat(quotes, 60)],
                Place = quotes,
                Conversation = quotes,
                Reference = quotes,
            });
            Assert.IsNull(recorder.Fault);
        }

        Assert.AreEqual(4, opened.Registry.Log().Count(record => record.Kind == "called"));
        Assert.AreEqual("too long", JsonDocument.Parse(opened.Registry.Log().First(record => record.Kind == "called").Body).RootElement.GetProperty("values").GetString());
        Assert.IsTrue(opened.Verify().IsClean);
    }

    [TestMethod]
    public async Task A_recorder_that_cant_write_says_so_and_its_host_calls_nothing()
    {
        await using var opened = await this.MakeAsync();
        var recorder = new RegistryRecorder(opened.Registry);
        await opened.Registry.DisposeAsync();
        await Assert.ThrowsExactlyAsync<RegistryException>(() => recorder.RecordAsync(Record(null)).AsTask());
        Assert.IsNotNull(recorder.Fault);
    }

    [TestMethod]
    public async Task A_recorder_that_can_write_again_says_so_and_how_many_records_are_missing()
    {
        await using var opened = await this.MakeAsync();
        var version = await opened.ApprovedAsync();
        var recorder = new RegistryRecorder(opened.Registry);
        for (var i = 0; i < 2; i++) await Assert.ThrowsExactlyAsync<RegistryException>(() => recorder.RecordAsync(Record(version) with { VersionId = new string('0', 64) }).AsTask());
        Assert.IsNotNull(recorder.Fault);
        await recorder.RecordAsync(Record(version));
        Assert.IsNull(recorder.Fault);
        var last = opened.Registry.Log().Last();
        Assert.AreEqual(("missing", "host", """{"calls":2}"""), (last.Kind, last.By, last.Body));
        Assert.IsTrue(opened.Verify().IsClean);
    }

    private static CallRecord Record(StoredVersion? version) => new()
    {
        Id = Guid.NewGuid(),
        At = DateTimeOffset.UtcNow,
        Reference = version?.Name ?? "none",
        Tool = version?.Name,
        Version = version?.Version,
        SpecHash = version?.Evidence.Identity.Spec,
        Caller = "agent",
        Duration = TimeSpan.FromMicroseconds(1_500),
        Fault = version is null ? CallFault.Caller : CallFault.None,
        InputBytes = 7,
        OutputBytes = 11,
    };
}

/// <summary>The same over rows in memory.</summary>
[TestClass]
public sealed class RecorderInMemoryTests : RecorderTests
{
    protected override bool IsInMemory => true;
}
