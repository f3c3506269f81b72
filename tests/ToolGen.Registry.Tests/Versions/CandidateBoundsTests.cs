using System;
using System.Globalization;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.Registry.Tests.Versions;

/// <summary>How much may wait for a person: a name that leads somewhere stays quick, and nobody is buried.</summary>
[TestClass]
public class CandidateBoundsTests : RegistryTests
{
    [TestMethod]
    public async Task A_name_has_so_many_candidates_and_no_more_until_a_person_decides()
    {
        await using var opened = await this.MakeAsync();
        await using var elsewhere = await this.MakeAsync();
        await opened.ApprovedAsync();
        for (var i = 1; i <= 19; i++) await opened.Registry.AddAsync(Numbered(i), "maker");
        var bundle = Bundle.Write([await elsewhere.Registry.AddAsync(Numbered(20), "maker"), await elsewhere.Registry.AddAsync(Numbered(21), "maker")]);
        await RefusedAsync(() => opened.Registry.ImportAsync(Bundle.Read(Encoding.UTF8.GetBytes(bundle)), "other").AsTask(), "approved or rejected");
        Assert.AreEqual(20, opened.Registry.History("halve").Count, "all of a bundle come in, or none");
        var last = await opened.Registry.AddAsync(Numbered(20), "maker");
        await RefusedAsync(() => opened.Registry.AddAsync(Numbered(21), "maker").AsTask(), "approved or rejected");
        Assert.AreEqual("1.0.0", opened.Registry.Find("halve")!.Version);
        Assert.IsNotNull(await opened.Registry.AddAsync(MadeVersions.Of("other"), "maker"), "another name has its own");
        await opened.Registry.MarkAsync(last.Id, ToolState.Rejected, "too many", "person");
        Assert.AreEqual(ToolState.Candidate, (await opened.Registry.AddAsync(Numbered(21), "maker")).State);
    }

    [TestMethod]
    public async Task One_proposer_does_not_fill_a_name_nor_bury_a_person()
    {
        await using var opened = await this.MakeAsync();
        for (var i = 0; i < 5; i++) await ProposedAsync(opened, Numbered(i, session: "alice"), "alice");
        await RefusedAsync(() => ProposedAsync(opened, Numbered(5, session: "alice"), "alice"), "numbers of halve");
        Assert.AreEqual(ToolState.Candidate, (await ProposedAsync(opened, Numbered(6, session: "bob"), "bob")).State);
        for (var i = 0; i < 45; i++) await ProposedAsync(opened, MadeVersions.Of("tool_" + i.ToString(CultureInfo.InvariantCulture), session: "alice"), "alice");
        await RefusedAsync(() => ProposedAsync(opened, MadeVersions.Of("last", session: "alice"), "alice"), "50 tools that you proposed");
        Assert.AreEqual(ToolState.Candidate, (await ProposedAsync(opened, MadeVersions.Of("last", session: "bob"), "bob")).State);
    }

    private static NewVersion Numbered(int patch, string? session = null) =>
        MadeVersions.Of(version: string.Create(CultureInfo.InvariantCulture, $"1.0.{patch}"), body: string.Create(CultureInfo.InvariantCulture, $"return new Output(input.N / 2 + {patch} - {patch});"), session: session);

    private static async Task<StoredVersion> ProposedAsync(OpenedRegistry opened, NewVersion version, string by) =>
        await opened.Registry.ProposeAsync((await opened.Registry.AddAsync(version, by)).Id, by);

    private static async Task RefusedAsync(Func<Task> act, string why)
    {
        var refused = await Assert.ThrowsExactlyAsync<RegistryException>(act);
        Assert.AreEqual(RegistryFault.State, refused.Fault, refused.Message);
        StringAssert.Contains(refused.Message, why);
    }
}

/// <summary>The same over rows in memory.</summary>
[TestClass]
public sealed class CandidateBoundsInMemoryTests : CandidateBoundsTests
{
    protected override bool IsInMemory => true;
}
