using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.Registry.Tests.Changes;

[TestClass]
public class StepOfARegistryTests : RegistryTests
{
    [TestMethod]
    public async Task A_number_that_says_less_than_changed_does_not_come_in_nor_is_proposed()
    {
        await using var opened = await this.MakeAsync();
        var registry = opened.Registry;
        await registry.AddAsync(MadeVersions.Of(), "maker");
        var reads = MadeVersions.Of(version: "1.0.1", capabilities: ["read logs/**"]);

        var refused = await Assert.ThrowsExactlyAsync<RegistryException>(async () => await registry.AddAsync(reads, "maker"));
        Assert.AreEqual(RegistryFault.StepTooSmall, refused.Fault);
        StringAssert.Contains(refused.Message, "2.0.0");

        // In a session nobody else sees it; where others would, it is measured.
        var session = await registry.AddAsync(reads with { SessionOf = "maker" }, "maker");
        Assert.AreEqual(RegistryFault.StepTooSmall, (await Assert.ThrowsExactlyAsync<RegistryException>(async () => await registry.ProposeAsync(session.Id, "maker"))).Fault);

        await registry.AddAsync(MadeVersions.Of(version: "1.0.1", body: "return new Output(input.N >> 1);"), "maker");
        await registry.AddAsync(MadeVersions.Of(version: "2.0.0", capabilities: ["read logs/**"]), "maker");
        CollectionAssert.AreEqual(new[] { "2.0.0", "1.0.1", "1.0.0" }, registry.History("halve").Where(version => version.State == ToolState.Candidate).Select(version => version.Version).ToArray());
    }

    [TestMethod]
    public async Task A_rejected_candidate_promised_nothing()
    {
        await using var opened = await this.MakeAsync();
        var first = await opened.Registry.AddAsync(MadeVersions.Of(capabilities: ["clock"]), "maker");
        await opened.Registry.MarkAsync(first.Id, ToolState.Rejected, "no", "person");
        await opened.Registry.AddAsync(MadeVersions.Of(version: "1.0.1", capabilities: ["read logs/**"]), "maker");
        Assert.HasCount(2, opened.Registry.History("halve"));
    }
}

/// <summary>The same over rows in memory.</summary>
[TestClass]
public sealed class StepOfARegistryInMemoryTests : StepOfARegistryTests
{
    protected override bool IsInMemory => true;
}
