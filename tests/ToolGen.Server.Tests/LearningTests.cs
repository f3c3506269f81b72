using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.AI;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ModelContextProtocol.Client;
using ToolGen.Registry;
using ToolGen.Registry.Retrieval;
using ToolGen.Server.Callers;
using ToolGen.Server.Calling;
using ToolGen.Server.Listing;

namespace ToolGen.Server.Tests;

/// <summary>Needs of callers as requests that tools are found by; and a model that finds by meaning.</summary>
[TestClass]
public sealed class LearningTests
{
    private const string Text = """{"text":"a b"}""";

    [TestMethod]
    public async Task What_one_caller_called_a_tool_for_another_finds_it_by_and_a_call_that_fails_teaches_nothing()
    {
        await using var open = await OpenServer.HttpAsync(["alice", "bob"], options => options with { Learns = true });
        var (alice, bob) = (await open.ClientAsync("alice"), await open.ClientAsync("bob"));
        await open.KeepAsync(alice, "count_words", Specs.CountWords);
        await FindsAsync(alice, "count quibbles");
        Assert.IsTrue((await alice.CallAsync("count_words", """{"text":5}""")).IsError);

        // Nor does what somebody else looked for.
        Assert.AreNotEqual(true, (await bob.CallAsync("count_words", Text)).IsError);
        Assert.AreEqual(0, await FoundAsync(bob, "verbosity of an essay"));
        await FindsAsync(alice, "count the verbosity of an essay");
        Assert.AreNotEqual(true, (await alice.CallAsync("count_words", Text)).IsError);
        Assert.IsTrue(await Eventually(async () => await FoundAsync(bob, "verbosity of an essay") == 1));
        CollectionAssert.AreEqual(new[] { "count the verbosity of an essay" }, Heard(open));

        // The need before is still there, and teaches once.
        await alice.CallAsync("count_words", Text);
        await alice.CallAsync("count_words", Text);
        Assert.IsTrue(await Eventually(async () => await FoundAsync(bob, "quibbles") == 1));
        Assert.HasCount(2, Heard(open));
    }

    [TestMethod]
    public async Task Unless_somebody_asks_for_it_nothing_is_kept()
    {
        await using var open = await OpenServer.ProcessAsync();
        var client = await open.ClientAsync();
        await open.KeepAsync(client, "count_words", Specs.CountWords);
        await FindsAsync(client, "count the verbosity of an essay");
        Assert.AreNotEqual(true, (await client.CallAsync("count_words", Text)).IsError);
        Assert.IsNull(open.Server.Needs);
        Assert.IsEmpty(Heard(open));
    }

    [TestMethod]
    public async Task Who_wants_to_fill_a_tool_with_words_meets_a_bound()
    {
        await using var open = await OpenServer.ProcessAsync();
        var version = await open.KeepAsync(await open.ClientAsync(), "count_words", Specs.CountWords);
        var (clock, finder) = (new Clock(), new Finder());
        var needs = new HeardNeeds(clock, finder, _ => { });
        using var end = new CancellationTokenSource();
        var running = needs.RunAsync(end.Token);
        var mallory = new ServerCaller("mallory");
        void Teach(ServerCaller caller, string need, StoredVersion tool)
        {
            needs.Answered(caller, need, [tool.Id]);
            needs.Called(caller, tool);
        }

        for (var i = 0; i < 10; i++) Teach(mallory, $"need {i}", version);

        // Another number of the same tool is the same tool; what is too long, from nobody, too late, or of a tool that nobody approved is not learned.
        Teach(mallory, "next", version with { Id = "next", Version = "1.0.1" });
        Teach(new("other"), new string('w', 400), version);
        Teach(new("nobody", MakesTools: false), "anonymous", version);
        Teach(new("other"), "candidate", version with { State = ToolState.Candidate });
        needs.Answered(new("slow"), "too late", [version.Id]);
        clock.Past += TimeSpan.FromMinutes(11);
        needs.Called(new("slow"), version);
        for (var i = 0; i < 30; i++) needs.Answered(new("many"), $"many {i}", [version.Id]);
        Teach(new("last"), "last", version);
        while (finder.Learned.LastOrDefault() != "last") await Task.Delay(10);
        CollectionAssert.AreEqual(new[] { "need 0", "need 1", "need 2", "last" }, finder.Learned);

        // Of many needs the last ones are remembered.
        for (var i = 0; i < 3; i++) needs.Called(new("many"), version with { Name = $"tool_{i}" });
        while (finder.Learned.Count < 7) await Task.Delay(10);
        CollectionAssert.AreEqual(new[] { "many 29", "many 28", "many 27" }, finder.Learned.Skip(4).ToArray());
        await end.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    [TestMethod]
    public async Task A_server_with_a_model_finds_by_meaning_and_by_words_alone_where_it_is_gone()
    {
        using var model = new Meaning();
        await using var open = await OpenServer.ProcessAsync(model: new(model, "meaning") { RestTime = TimeSpan.Zero });
        var client = await open.ClientAsync();
        await open.KeepAsync(client, "count_words", Specs.CountWords);
        Assert.IsTrue(await Eventually(async () => await FoundAsync(client, "logorrhoea") == 1));

        // What nobody proposed goes to no model.
        Assert.AreNotEqual(true, (await client.MakeAsync(Specs.CountWords.Replace("count_words", "privately_count", StringComparison.Ordinal))).IsError);
        Assert.IsFalse(model.Texts.Any(text => text.Contains("privately_count", StringComparison.Ordinal)));
        model.IsGone = true;
        Assert.AreEqual(1, await FoundAsync(client, "logorrhoea"), "its vector is known");
        Assert.AreEqual(0, await FoundAsync(client, "prolixity"));
        for (var i = 0; i < 3; i++) Assert.AreEqual(1, await FoundAsync(client, "count words"));
        string[] told;
        lock (open.Log) told = [.. open.Log.Where(line => line.Contains("found by words alone", StringComparison.Ordinal))];
        Assert.HasCount(1, told);
        StringAssert.Contains(told[0], "it is gone");
    }

    [TestMethod]
    public void One_caller_has_a_model_for_a_few_needs_at_a_time_and_all_together_for_some_more()
    {
        using var shares = new ModelShares();
        var mine = Enumerable.Range(0, 5).Select(_ => shares.Enter("alice")).ToArray();
        CollectionAssert.AreEqual(new[] { true, true, true, true, false }, mine.Select(lease => lease.IsAcquired).ToArray());
        var others = Enumerable.Range(0, 13).Select(i => shares.Enter($"other{i}")).ToArray();
        Assert.AreEqual(12, others.Count(lease => lease.IsAcquired));
        foreach (var lease in mine.Concat(others)) lease.Dispose();
        var left = 0;
        for (var acquired = true; acquired && left < 1_000; left++)
        {
            using var lease = shares.Enter("alice");
            acquired = lease.IsAcquired;
        }

        Assert.IsTrue(left is > 100 and < 200, $"{left} a minute");
    }

    [TestMethod]
    public async Task By_meaning_alone_nothing_is_learned()
    {
        using var model = new Meaning();
        await using var open = await OpenServer.ProcessAsync(options => options with { Learns = true }, model: new(model, "meaning") { RestTime = TimeSpan.Zero });
        var client = await open.ClientAsync();
        await open.KeepAsync(client, "count_words", Specs.CountWords);
        Assert.IsTrue(await Eventually(async () => await FoundAsync(client, "logorrhoea") == 1));
        await client.CallAsync("count_words", Text);
        await FindsAsync(client, "count words and verbosity");
        await client.CallAsync("count_words", Text);
        Assert.IsTrue(await Eventually(() => Task.FromResult(Heard(open).Length > 0)));
        CollectionAssert.AreEqual(new[] { "count words and verbosity" }, Heard(open));
    }

    private static async Task FindsAsync(McpClient client, string need) => Assert.IsTrue(await Eventually(async () => await FoundAsync(client, need) == 1), need);

    private static async Task<int> FoundAsync(McpClient client, string need) => (await client.AskAsync("find_tools", ("need", need))).StructuredContent!.Value.GetProperty("tools").GetArrayLength();

    private static string[] Heard(OpenServer open)
    {
        using var connection = new SqliteConnection($"Data Source={open.Index};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT ask FROM heard ORDER BY ask";
        using var reader = command.ExecuteReader();
        var heard = new List<string>();
        while (reader.Read()) heard.Add(reader.GetString(0));
        return [.. heard];
    }

    private static async Task<bool> Eventually(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 200; i++)
        {
            if (await holds()) return true;
            await Task.Delay(50);
        }

        return false;
    }

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Past { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => this.Past.Ticks;
    }

    private sealed class Finder : IToolFinder
    {
        public ConcurrentQueue<string> Learned { get; } = [];

        public ValueTask<IReadOnlyList<FoundTool>> FindAsync(string need, int most, bool isByWords = false, CancellationToken cancellationToken = default) => new([]);

        public ValueTask LearnAsync(string id, string need, CancellationToken cancellationToken = default)
        {
            this.Learned.Enqueue(need);
            return default;
        }
    }

    /// <summary>Knows that logorrhoea is about words.</summary>
    private sealed class Meaning : IEmbeddingGenerator<string, Embedding<float>>
    {
        public bool IsGone { get; set; }

        public List<string> Texts { get; } = [];

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            if (this.IsGone) throw new InvalidOperationException("it is gone");
            lock (this.Texts) this.Texts.AddRange(values);
            return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(text => new Embedding<float>(text.Contains("words", StringComparison.Ordinal) || text == "logorrhoea" ? new[] { 1f, 0 } : [0f, 1]))));
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
