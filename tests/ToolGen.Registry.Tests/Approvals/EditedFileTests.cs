using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.Registry.Tests.Approvals;

/// <summary>What an owner of the file can do to it who does not ask ToolGen.</summary>
[TestClass]
public sealed class EditedFileTests
{
    [TestMethod]
    [DataRow("UPDATE versions SET state = 'approved', reason = NULL")]
    [DataRow("UPDATE log SET body = replace(body, '\"reason\":\"leaks\"', '\"reason\":\"leak\"') WHERE kind = 'revoked'")]
    [DataRow("UPDATE log SET subject = NULL WHERE kind = 'revoked'")]
    [DataRow("DELETE FROM log WHERE kind = 'revoked'")]
    [DataRow("UPDATE log SET kind = 'restored' WHERE kind = 'revoked'")]
    public async Task What_was_revoked_does_not_come_back_by_an_edit(string edit)
    {
        await using var opened = await OpenedRegistry.MakeAsync();
        var version = await opened.ApprovedAsync();
        await opened.Registry.MarkAsync(version.Id, ToolState.Revoked, "leaks", "person");
        opened.Edit(edit);
        Assert.AreEqual(RegistryFault.Damaged, Assert.ThrowsExactly<RegistryException>(() => opened.Registry.Find("halve")).Fault);
        Assert.AreEqual(RegistryFault.Damaged, Assert.ThrowsExactly<RegistryException>(() => opened.Registry.Get(version.Id)).Fault);
    }

    [TestMethod]
    [DataRow("UPDATE texts SET spec = replace(spec, 'N / 2', 'N / 3')")]
    [DataRow("UPDATE texts SET companion = 'class C;'")]
    [DataRow("UPDATE texts SET mcp = '{\"name\":\"halve\"}'")]
    [DataRow("UPDATE evidence SET text = replace(text, '\"declared\":[]', '\"declared\":[\"clock\"]')")]
    [DataRow("UPDATE versions SET evidence = spec")]
    [DataRow("UPDATE approvals SET key = 'x'")]
    [DataRow("UPDATE approvals SET text = replace(text, '2030', '2031')")]
    [DataRow("DELETE FROM approvals")]
    [DataRow("UPDATE keys SET public = 'x'")]
    [DataRow("UPDATE keys SET withdrawn = 1")]
    [DataRow("DELETE FROM keys")]
    [DataRow("DELETE FROM texts")]
    public async Task What_was_changed_behind_the_registry_is_not_callable(string edit)
    {
        await using var opened = await OpenedRegistry.MakeAsync();
        var version = await opened.ApprovedAsync();
        Assert.IsNotNull(opened.Registry.Find("halve"));
        opened.Edit(edit);
        Assert.AreEqual(RegistryFault.Damaged, Assert.ThrowsExactly<RegistryException>(() => opened.Registry.Find("halve")).Fault);
        Assert.IsTrue(RegistryVerifier.Verify(opened.Options).Problems.Count > 0);
    }
}
