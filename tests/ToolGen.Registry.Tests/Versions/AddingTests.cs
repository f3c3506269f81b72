using System;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification;
using ToolGen.Specification.Evidence;
using ToolGen.TestSupport;

namespace ToolGen.Registry.Tests.Versions;

[TestClass]
public class AddingTests : RegistryTests
{
    [TestMethod]
    public async Task What_does_not_fit_its_evidence_is_not_kept()
    {
        await using var opened = await this.MakeAsync();
        var good = MadeVersions.Of(companion: "class C;");
        var evidence = good.Evidence;
        foreach (var (bad, why) in new (NewVersion, string)[]
        {
            (good with { Spec = good.Spec.Replace("N / 2", "N / 3", StringComparison.Ordinal) }, "spec is not the one"),
            (good with { Spec = "{" }, "spec is not the one"),
            (good with { Companion = "class D;" }, "C# beside"),
            (good with { Companion = null }, "C# beside"),
            (good with { McpTool = """{"name":"other"}""" }, "no tool of this name"),
            (good with { McpTool = "none" }, "no tool of this name"),
            (good with { Companion = "a\0b" }, "no text"),
            (good with { Spec = new string(' ', 5 << 20) }, "bytes"),
            (good with { Evidence = evidence with { Samples = [] } }, "no sample"),
            (good with { Evidence = evidence with { Samples = evidence.Samples.Select(sample => sample with { Outcome = "failed" }).ToEquatableArray() } }, "not all samples"),
            (good with { Evidence = evidence with { Findings = new(new SeenFinding("TG0001", "error", new("spec", 1, 1, 1, 1), "wrong")) } }, "error stands"),
            (good with { Evidence = evidence with { Version = "1.0.1" } }, "another name or number"),
            (good with { Evidence = evidence with { Version = "one" } }, "no version"),
            (good with { Evidence = evidence with { Identity = evidence.Identity with { Templates = null } } }, "templates"),
            (good with { Evidence = evidence with { Isolation = "magic" } }, "not written as evidence"),
            (good with { SessionOf = "caller", SessionTime = TimeSpan.FromDays(2) }, "hours"),
        })
        {
            var refused = await Assert.ThrowsExactlyAsync<RegistryException>(() => opened.Registry.AddAsync(bad, "maker").AsTask(), why);
            Assert.AreEqual(RegistryFault.NotSound, refused.Fault);
            StringAssert.Contains(refused.Message, why);
        }

        Assert.AreEqual(0, opened.Registry.List().Count());
        await opened.Registry.AddAsync(good, "maker");
    }

    [TestMethod]
    public async Task A_session_tool_takes_no_number_and_is_nobody_elses_until_it_is_proposed()
    {
        await using var opened = await this.MakeAsync();
        var (registry, clock) = (opened.Registry, opened.Clock);
        var mine = await registry.AddAsync(MadeVersions.Of(session: "one"), "one");
        var others = await registry.AddAsync(MadeVersions.Of(body: "return new Output(0);", session: "two"), "two");
        Assert.AreNotEqual(mine.Id, others.Id);
        var shared = await registry.AddAsync(MadeVersions.Of(session: "two"), "two");
        Assert.IsTrue(shared.IsSessionOf("one", clock.Now) && shared.IsSessionOf("two", clock.Now) && !shared.IsSessionOf("three", clock.Now));
        Assert.IsNull(registry.Find("halve"));
        var proposed = await registry.ProposeAsync(mine.Id, "one");
        Assert.AreEqual(ToolState.Candidate, proposed.State);
        Assert.AreEqual(RegistryFault.NumberTaken, (await Assert.ThrowsExactlyAsync<RegistryException>(() => registry.ProposeAsync(others.Id, "two").AsTask())).Fault);
        clock.Now += TimeSpan.FromHours(2);
        Assert.IsFalse(registry.Get(others.Id)!.IsSessionOf("two", clock.Now));
        Assert.AreEqual(RegistryFault.State, (await Assert.ThrowsExactlyAsync<RegistryException>(() => registry.ProposeAsync(others.Id, "two").AsTask())).Fault);
        Assert.AreEqual(1, await registry.CollectGarbageAsync("sweep"));
        Assert.IsNull(registry.Get(others.Id));
        Assert.AreEqual(ToolState.Session, (await registry.AddAsync(MadeVersions.Of(body: "return new Output(0);", session: "two"), "two")).State);
        var report = opened.Verify();
        Assert.IsTrue(report.IsClean, string.Join('\n', report.Problems));
    }

    [TestMethod]
    public async Task A_bundle_brings_candidates_all_or_none()
    {
        await using var from = await this.MakeAsync();
        await using var to = await this.MakeAsync();
        await from.ApprovedAsync(MadeVersions.Of(companion: "class C;"));
        await from.ApprovedAsync(MadeVersions.Of("other"));
        var text = Bundle.Write(from.Registry.List(ToolState.Approved));
        var taken = await to.Registry.ImportAsync(Bundle.Read(Encoding.UTF8.GetBytes(text)), "person");
        Assert.IsTrue(taken.Count == 2 && taken.All(version => version is { State: ToolState.Candidate, Approval: null }));
        Assert.IsNull(to.Registry.Find("other"));
        Assert.AreEqual(2, (await to.Registry.ImportAsync(Bundle.Read(Encoding.UTF8.GetBytes(text)), "person")).Count);
        foreach (var changed in new[] { text.Replace("class C", "class D", StringComparison.Ordinal), text.Replace("bundle 1", "bundle 2", StringComparison.Ordinal), text.Replace("\"hash\":\"", "\"hash\":\"0", StringComparison.Ordinal), text[..^1], "[]", "" })
            Assert.AreEqual(RegistryFault.NotSound, Assert.ThrowsExactly<RegistryException>(() => Bundle.Read(Encoding.UTF8.GetBytes(changed))).Fault);

        await using var taking = await this.MakeAsync();
        await taking.Registry.AddAsync(MadeVersions.Of("other", body: "return new Output(0);"), "maker");
        var records = taking.Registry.Log().Count();
        Assert.AreEqual(RegistryFault.NumberTaken, (await Assert.ThrowsExactlyAsync<RegistryException>(() => taking.Registry.ImportAsync(Bundle.Read(Encoding.UTF8.GetBytes(text)), "person").AsTask())).Fault);
        Assert.AreEqual(records, taking.Registry.Log().Count());
        Assert.IsTrue(to.Verify().IsClean && taking.Verify().IsClean);
    }

    [TestMethod]
    public async Task A_collection_is_its_owners()
    {
        await using var opened = await this.MakeAsync();
        var registry = opened.Registry;
        await registry.CollectAsync("billing", "anna");
        await registry.AddMemberAsync("billing", "Halve@^1", "anna");
        await registry.AddMemberAsync("billing", "sum", "anna");
        await Assert.ThrowsExactlyAsync<RegistryException>(() => registry.AddMemberAsync("billing", "x", "bert").AsTask());
        await Assert.ThrowsExactlyAsync<RegistryException>(() => registry.AddMemberAsync("billing", "x y", "anna").AsTask());
        await Assert.ThrowsExactlyAsync<RegistryException>(() => registry.CollectAsync("billing", "bert").AsTask());
        CollectionAssert.AreEqual(new[] { "halve@^1", "sum" }, registry.Collection("billing")!.Members.Select(member => member.Reference).ToArray());
        await registry.RemoveMemberAsync("billing", "SUM", "anna");
        Assert.AreEqual(1, registry.Collections().Single().Members.Count);
        await registry.UncollectAsync("billing", "anna");
        Assert.IsNull(registry.Collection("billing"));
        Assert.IsTrue(opened.Verify().IsClean);
    }
}

/// <summary>The same over rows in memory.</summary>
[TestClass]
public sealed class AddingInMemoryTests : AddingTests
{
    protected override bool IsInMemory => true;
}
