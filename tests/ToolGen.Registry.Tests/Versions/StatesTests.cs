using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.Registry.Tests.Versions;

[TestClass]
public class StatesTests : RegistryTests
{
    [TestMethod]
    public async Task What_is_added_is_a_candidate_that_nobody_finds_before_a_person_approved_it()
    {
        await using var opened = await this.MakeAsync();
        var added = await opened.Registry.AddAsync(MadeVersions.Of(), "maker");
        Assert.AreEqual(ToolState.Candidate, added.State);
        Assert.AreEqual("maker", added.Maker);
        Assert.IsNull(opened.Registry.Find("halve"));
        var approved = await opened.Registry.ApproveAsync(opened.Person.Approve(added, opened.Clock.Now));
        Assert.AreEqual(ToolState.Approved, approved.State);
        Assert.AreEqual(added.Id, opened.Registry.Find("halve@^1")!.Id);
        Assert.AreEqual(opened.Person.Id, opened.Registry.Find("HALVE")!.Approval!.Key);
        Assert.IsNull(opened.Registry.Find("halve@2"));
        CollectionAssert.AreEqual(new[] { "created", "trusted", "added", "approved" }, opened.Registry.Log().Select(record => record.Kind).ToArray());
    }

    [TestMethod]
    public async Task The_same_version_again_writes_nothing()
    {
        await using var opened = await this.MakeAsync();
        var first = await opened.Registry.AddAsync(MadeVersions.Of(), "maker");
        var again = await opened.Registry.AddAsync(MadeVersions.Of(), "another");
        Assert.AreEqual(first.Id, again.Id);
        Assert.AreEqual("maker", again.Maker);
        Assert.AreEqual(3, opened.Registry.Log().Count());
    }

    [TestMethod]
    public async Task A_number_is_never_used_again_but_by_the_same_version()
    {
        await using var opened = await this.MakeAsync();
        var first = await opened.Registry.AddAsync(MadeVersions.Of(), "maker");
        await opened.Registry.MarkAsync(first.Id, ToolState.Rejected, "it divides by two", "person");
        foreach (var (name, number) in new[] { ("halve", "1.0.0"), ("Halve", "1.0.0"), ("halve", "1.0.0+build") })
        {
            var refused = await Assert.ThrowsExactlyAsync<RegistryException>(() => opened.Registry.AddAsync(MadeVersions.Of(name, number, "return new Output(1);"), "maker").AsTask());
            Assert.AreEqual(RegistryFault.NumberTaken, refused.Fault, refused.Message);
        }

        await opened.Registry.AddAsync(MadeVersions.Of(version: "1.0.1", body: "return new Output(1);"), "maker");
    }

    [TestMethod]
    public async Task Of_the_versions_that_a_reference_takes_the_highest_approved_one_comes_then_a_deprecated_one()
    {
        await using var opened = await this.MakeAsync();
        var ids = new string[4];
        foreach (var (number, i) in new[] { "1.0.0", "1.2.0", "1.10.0", "2.0.0-beta" }.Select((number, i) => (number, i)))
            ids[i] = (await opened.ApprovedAsync(MadeVersions.Of(version: number, body: $"return new Output({i});"))).Id;
        Assert.AreEqual("1.10.0", opened.Registry.Find("halve")!.Version);
        Assert.AreEqual("2.0.0-beta", opened.Registry.Find("halve@2.0.0-beta")!.Version);
        await opened.Registry.MarkAsync(ids[2], ToolState.Deprecated, "slow", "person");
        Assert.AreEqual("1.2.0", opened.Registry.Find("halve@1")!.Version);
        Assert.AreEqual(ToolState.Deprecated, opened.Registry.Find("halve@1.10")!.State);
        await opened.Registry.MarkAsync(ids[1], ToolState.Revoked, "wrong", "person");
        Assert.IsNull(opened.Registry.Find("halve@1.2"));
        CollectionAssert.AreEqual(new[] { "1.10.0", "1.2.0", "1.0.0", "2.0.0-beta" }, opened.Registry.History("halve").Select(version => version.Version).ToArray());
        CollectionAssert.AreEqual(new[] { "1.0.0", "2.0.0-beta" }, opened.Registry.List(ToolState.Approved).Select(version => version.Version).ToArray());
    }

    [TestMethod]
    public async Task States_follow_one_another_as_they_must()
    {
        await using var opened = await this.MakeAsync();
        var registry = opened.Registry;
        var version = await registry.AddAsync(MadeVersions.Of(), "maker");
        await RefusedAsync(registry, version, ToolState.Deprecated, ToolState.Quarantined, ToolState.Approved);
        await registry.AskForChangesAsync(version.Id, "name the unit", "person");
        Assert.AreEqual("name the unit", registry.Get(version.Id)!.Reason);
        await registry.ApproveAsync(opened.Person.Approve(version, opened.Clock.Now));
        await RefusedAsync(registry, version, ToolState.Rejected, ToolState.Approved);
        await registry.MarkAsync(version.Id, ToolState.Deprecated, "old", "person");
        Assert.AreEqual(ToolState.Approved, (await registry.MarkAsync(version.Id, ToolState.Approved, "needed", "person")).State);
        opened.Clock.Now += TimeSpan.FromHours(1);
        Assert.AreEqual(ToolState.Quarantined, (await registry.MarkAsync(version.Id, ToolState.Quarantined, "5 faults", "watch")).State);
        Assert.IsNull(registry.Find("halve"));
        await RefusedAsync(registry, version, ToolState.Approved);
        var old = await Assert.ThrowsExactlyAsync<RegistryException>(() => registry.ApproveAsync(opened.Person.Approve(version, opened.Clock.Now - TimeSpan.FromMinutes(1))).AsTask());
        StringAssert.Contains(old.Message, "older than the quarantine");
        opened.Clock.Now += TimeSpan.FromHours(1);
        Assert.AreEqual(ToolState.Approved, (await registry.ApproveAsync(opened.Person.Approve(version, opened.Clock.Now))).State);
        await registry.MarkAsync(version.Id, ToolState.Revoked, "leaks", "person");
        await RefusedAsync(registry, version, ToolState.Approved, ToolState.Revoked, ToolState.Deprecated);
        var revoked = await Assert.ThrowsExactlyAsync<RegistryException>(() => registry.ApproveAsync(opened.Person.Approve(version, opened.Clock.Now)).AsTask());
        Assert.AreEqual(RegistryFault.State, revoked.Fault);
    }

    private static async Task RefusedAsync(IToolRegistry registry, StoredVersion version, params ToolState[] states)
    {
        foreach (var state in states)
            Assert.AreEqual(RegistryFault.State, (await Assert.ThrowsExactlyAsync<RegistryException>(() => registry.MarkAsync(version.Id, state, "why", "person").AsTask())).Fault, state.ToString());
    }
}

/// <summary>The same over rows in memory.</summary>
[TestClass]
public sealed class StatesInMemoryTests : StatesTests
{
    protected override bool IsInMemory => true;
}
