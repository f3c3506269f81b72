using System;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.Registry.Tests.Approvals;

/// <summary>What had an approval that no longer holds, apart from what only says so.</summary>
[TestClass]
public class LapsedTests : RegistryTests
{
    private const string Words = "its approval does not hold: it is for another set of templates";

    [TestMethod]
    public async Task The_words_of_a_reason_make_no_candidate_one_that_was_approved()
    {
        await using var opened = await this.MakeAsync();
        var version = await opened.Registry.AddAsync(MadeVersions.Of(), "maker");
        await opened.Registry.AskForChangesAsync(version.Id, Words, "anybody");

        Assert.IsNull(opened.Registry.Get(version.Id)!.Lapsed);
        Assert.IsNull(opened.Registry.Get(version.Id)!.LapsedApproval);
    }

    [TestMethod]
    public async Task What_an_upgrade_ended_says_where_it_stood_and_until_when()
    {
        await using var opened = await this.MakeAsync();
        var version = await opened.Registry.AddAsync(MadeVersions.Of(), "maker");
        var until = opened.Clock.Now + TimeSpan.FromDays(30);
        version = await opened.Registry.ApproveAsync(opened.Person.Approve(version, opened.Clock.Now, until));
        await opened.Registry.RenewAsync([version.Evidence with { Identity = version.Evidence.Identity with { Templates = version.Id } }], "upgrade");

        var lapsed = opened.Registry.Get(version.Id)!;
        Assert.AreEqual((ToolState.Candidate, ToolState.Approved), (lapsed.State, lapsed.Lapsed));
        StringAssert.Contains(lapsed.Reason, "another set of templates");
        Assert.AreEqual(version.Approval!.Expires, lapsed.LapsedApproval!.Expires);
    }

    [TestMethod]
    public async Task What_expired_is_told_as_expired_after_an_upgrade_too()
    {
        await using var opened = await this.MakeAsync();
        var version = await opened.Registry.AddAsync(MadeVersions.Of(), "maker");
        version = await opened.Registry.ApproveAsync(opened.Person.Approve(version, opened.Clock.Now, opened.Clock.Now + TimeSpan.FromDays(1)));
        await opened.Registry.RenewAsync([version.Evidence with { Identity = version.Evidence.Identity with { Templates = version.Id } }], "upgrade");
        opened.Clock.Now += TimeSpan.FromDays(2);

        StringAssert.Contains(opened.Registry.Get(version.Id)!.Reason, "it expired");
    }

    [TestMethod]
    public async Task A_new_approval_lifts_a_deprecation()
    {
        await using var opened = await this.MakeAsync();
        var version = await opened.ApprovedAsync();
        version = await opened.Registry.MarkAsync(version.Id, ToolState.Deprecated, "slow", "person");
        opened.Clock.Now += TimeSpan.FromMinutes(1);

        Assert.AreEqual(ToolState.Approved, (await opened.Registry.ApproveAsync(opened.Person.Approve(version, opened.Clock.Now))).State);
    }
}

/// <summary>The same over rows in memory.</summary>
[TestClass]
public sealed class LapsedInMemoryTests : LapsedTests
{
    protected override bool IsInMemory => true;
}
