using System;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Registry.Audit;
using ToolGen.TestSupport;

namespace ToolGen.Registry.Tests.Approvals;

/// <summary>Whose yes counts, and for how long: two keys of one person, older approvals, numbers that say too little.</summary>
[TestClass]
public class CountingTests : RegistryTests
{
    [TestMethod]
    public async Task Two_keys_of_one_person_are_one_person()
    {
        await using var opened = await this.MakeAsync(options => options with { Policy = new() { TwoPersons = ["http *"] } });
        using var again = await opened.SecondAsync(" FIRST ");
        using var other = await opened.SecondAsync("other");
        var version = await opened.Registry.AddAsync(MadeVersions.Of(capabilities: ["http GET https://api.example/*"]), "maker");
        foreach (var key in new[] { opened.Person, again }) version = await opened.Registry.ApproveAsync(key.Approve(version, opened.Clock.Now));
        Assert.AreEqual((ToolState.Candidate, null), (version.State, version.Lapsed));
        Assert.IsNull(opened.Registry.Find("halve"));
        Assert.AreEqual(ToolState.Approved, (await opened.Registry.ApproveAsync(other.Approve(version, opened.Clock.Now))).State);
        Assert.IsTrue(opened.Verify().IsClean);
    }

    [TestMethod]
    [DataRow(ToolState.Quarantined)]
    [DataRow(ToolState.Deprecated)]
    public async Task An_approval_of_before_does_not_lift_what_came_after_it(ToolState state)
    {
        await using var opened = await this.MakeAsync();
        using var second = await opened.SecondAsync();
        var version = await opened.ApprovedAsync();
        var older = second.Approve(version, opened.Clock.Now);
        opened.Clock.Now += TimeSpan.FromMilliseconds(500);
        await opened.Registry.MarkAsync(version.Id, state, "faults", "watch");
        await RefusedAsync(opened, older, "it is older than the ");
        Assert.AreEqual(state, opened.Registry.Get(version.Id)!.State);
        opened.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.AreEqual(ToolState.Approved, (await opened.Registry.ApproveAsync(second.Approve(version, opened.Clock.Now))).State);
    }

    [TestMethod]
    public async Task Of_one_key_an_older_approval_does_not_come_back()
    {
        await using var opened = await this.MakeAsync();
        var version = await opened.Registry.AddAsync(MadeVersions.Of(), "maker");
        var forGood = opened.Person.Approve(version, opened.Clock.Now);
        await opened.Registry.ApproveAsync(forGood);
        opened.Clock.Now += TimeSpan.FromMinutes(1);
        await opened.Registry.ApproveAsync(opened.Person.Approve(version, opened.Clock.Now, opened.Clock.Now.AddDays(1)));
        await RefusedAsync(opened, forGood, "an older one does not count again");
        opened.Clock.Now += TimeSpan.FromDays(2);
        Assert.IsNull(opened.Registry.Find("halve"));
    }

    [TestMethod]
    public async Task A_persons_approval_of_before_a_quarantine_is_not_the_second_one_after_it()
    {
        await using var opened = await this.MakeAsync();
        using var second = await opened.SecondAsync();
        var version = await opened.ApprovedAsync(MadeVersions.Of(capabilities: ["clock"]));
        await opened.Registry.ApproveAsync(second.Approve(version, opened.Clock.Now));
        await opened.Registry.MarkAsync(version.Id, ToolState.Quarantined, "faults", "watch");
        opened.Clock.Now += TimeSpan.FromMinutes(1);
        await opened.Registry.ApproveAsync(opened.Person.Approve(version, opened.Clock.Now));
        await opened.ReopenAsync(options => options with { Policy = new() { TwoPersons = ["clock"] } });
        Assert.IsNull(opened.Registry.Find("halve"), "the second has not looked since");
    }

    [TestMethod]
    public async Task A_number_that_says_less_than_changed_is_not_approved_though_it_was_added_first()
    {
        await using var opened = await this.MakeAsync();
        var patch = await opened.Registry.AddAsync(MadeVersions.Of(version: "1.0.1", capabilities: ["clock"]), "maker");
        await opened.ApprovedAsync(MadeVersions.Of(version: "1.0.0"));
        var refused = await Assert.ThrowsExactlyAsync<RegistryException>(() => opened.Registry.ApproveAsync(opened.Person.Approve(patch, opened.Clock.Now)).AsTask());
        Assert.AreEqual(RegistryFault.StepTooSmall, refused.Fault, refused.Message);
        Assert.AreEqual("1.0.0", opened.Registry.Find("halve")!.Version);
    }

    [TestMethod]
    public async Task A_record_of_an_approval_over_other_evidence_than_stood_there_counts_for_nothing()
    {
        await using var opened = await this.MakeAsync();
        var version = await opened.Registry.AddAsync(MadeVersions.Of(), "maker");
        var approval = opened.Person.Sign(opened.Person.Approve(version, opened.Clock.Now) with { Evidence = version.Id });
        var rows = new ToolGen.Registry.Storage.MemoryRows();
        var projector = new Projector(rows);
        foreach (var record in opened.Registry.Log()) projector.Apply(new(record.Sequence, record.At.ToUnixTimeMilliseconds(), record.Kind, record.By, record.Body));
        var wrong = new LogEntry(9, 0, "approved", approval.Key, Bodies.Approved(approval, 1, "x"));
        StringAssert.Contains(Assert.ThrowsExactly<RegistryException>(() => projector.Apply(wrong)).Message, "other evidence");
    }

    private static async Task RefusedAsync(OpenedRegistry opened, Approval approval, string why)
    {
        var refused = await Assert.ThrowsExactlyAsync<RegistryException>(() => opened.Registry.ApproveAsync(approval).AsTask(), why);
        Assert.AreEqual(RegistryFault.NotApproved, refused.Fault, refused.Message);
        StringAssert.Contains(refused.Message, why);
    }
}

/// <summary>The same over rows in memory.</summary>
[TestClass]
public sealed class CountingInMemoryTests : CountingTests
{
    protected override bool IsInMemory => true;
}
