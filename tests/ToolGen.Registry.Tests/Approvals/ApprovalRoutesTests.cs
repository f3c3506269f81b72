using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.Registry.Tests.Approvals;

/// <summary>Every way by which something that nobody approved could be found callable.</summary>
[TestClass]
public class ApprovalRoutesTests : RegistryTests
{
    [TestMethod]
    public async Task Nobody_approves_whose_key_is_not_trusted()
    {
        await using var opened = await this.MakeAsync();
        var version = await opened.Registry.AddAsync(MadeVersions.Of(), "maker");
        using var stranger = ApproverKey.Create();
        await RefusedAsync(opened, stranger.Approve(version, opened.Clock.Now), "not trusted");
        Assert.IsNull(opened.Registry.Find("halve"));
    }

    [TestMethod]
    public async Task An_approval_holds_for_what_was_signed_alone()
    {
        await using var opened = await this.MakeAsync();
        var version = await opened.Registry.AddAsync(MadeVersions.Of(capabilities: ["clock"]), "maker");
        var other = await opened.Registry.AddAsync(MadeVersions.Of("other"), "maker");
        var approval = opened.Person.Approve(version, opened.Clock.Now);
        await RefusedAsync(opened, approval with { Id = other.Id }, "other evidence");
        await RefusedAsync(opened, approval with { Id = other.Id, Evidence = other.Evidence.Id }, "names another tool");
        await RefusedAsync(opened, approval with { Id = other.Id, Tool = "other", Capabilities = [], Evidence = other.Evidence.Id }, "signature");
        await RefusedAsync(opened, approval with { Expires = opened.Clock.Now.AddDays(1) }, "signature");
        await RefusedAsync(opened, approval with { At = approval.At.AddSeconds(1) }, "signature");
        await RefusedAsync(opened, approval with { Capabilities = [] }, "other capabilities");
        await RefusedAsync(opened, approval with { Signature = Convert.ToBase64String(new byte[64]) }, "signature");
        await RefusedAsync(opened, approval with { Signature = "" }, "signature");
        await RefusedAsync(opened, opened.Person.Sign(approval with { Capabilities = [] }), "other capabilities");
        await RefusedAsync(opened, opened.Person.Sign(approval with { Templates = version.Id }), "templates");
        await RefusedAsync(opened, opened.Person.Sign(approval with { Evidence = version.Id }), "other evidence");
        await RefusedAsync(opened, opened.Person.Sign(approval with { At = approval.At.AddDays(1) }), "lies ahead");
        await RefusedAsync(opened, opened.Person.Sign(approval with { At = approval.At.AddDays(-1) }), "older than the version");
        opened.Clock.Now += TimeSpan.FromDays(10);
        await RefusedAsync(opened, opened.Person.Sign(approval with { Expires = approval.At.AddDays(1) }), "expired");
        Assert.IsNull(opened.Registry.Find("halve"));
        Assert.AreEqual(ToolState.Approved, (await opened.Registry.ApproveAsync(approval)).State);
    }

    [TestMethod]
    public async Task An_approval_that_expired_or_whose_key_was_taken_back_holds_no_longer()
    {
        await using var opened = await this.MakeAsync();
        using var second = await opened.SecondAsync();
        var version = await opened.Registry.AddAsync(MadeVersions.Of(), "maker");
        await opened.Registry.ApproveAsync(second.Approve(version, opened.Clock.Now, opened.Clock.Now.AddDays(30)));
        Assert.IsNotNull(opened.Registry.Find("halve"));
        opened.Clock.Now += TimeSpan.FromDays(31);
        Assert.IsNull(opened.Registry.Find("halve"));
        Assert.AreEqual(ToolState.Candidate, opened.Registry.Get(version.Id)!.State);
        StringAssert.Contains(opened.Registry.Get(version.Id)!.Reason, "expired");
        await opened.Registry.ApproveAsync(second.Approve(version, opened.Clock.Now));
        Assert.IsNotNull(opened.Registry.Find("halve"));
        await opened.Registry.GrantAsync(opened.Person.Sign(second.SignIn(opened.Registry.Id, "second", opened.Clock.Now) with { Withdraws = true }));
        Assert.IsNull(opened.Registry.Find("halve"));
        Assert.IsTrue(opened.Verify().IsClean);
    }

    [TestMethod]
    public async Task New_evidence_of_another_set_of_templates_voids_an_approval()
    {
        await using var opened = await this.MakeAsync();
        var version = await opened.ApprovedAsync();
        await opened.Registry.RenewAsync([version.Evidence with { ToolGen = "0.2.0" }], "upgrade");
        Assert.IsNotNull(opened.Registry.Find("halve"), "the same templates");
        await opened.Registry.RenewAsync([version.Evidence with { Identity = version.Evidence.Identity with { Templates = version.Id } }], "upgrade");
        Assert.IsNull(opened.Registry.Find("halve"));
        await opened.Registry.ApproveAsync(opened.Person.Approve(opened.Registry.Get(version.Id)!, opened.Clock.Now));
        Assert.IsNotNull(opened.Registry.Find("halve"));
    }

    [TestMethod]
    public async Task Two_persons_are_two_keys()
    {
        await using var opened = await this.MakeAsync(options => options with { Policy = new() { TwoPersons = ["http *"] } });
        using var second = await opened.SecondAsync();
        var version = await opened.Registry.AddAsync(MadeVersions.Of(capabilities: ["http GET https://api.example/*"]), "maker");
        Assert.AreEqual(ToolState.Candidate, (await opened.Registry.ApproveAsync(opened.Person.Approve(version, opened.Clock.Now))).State);
        Assert.AreEqual(ToolState.Candidate, (await opened.Registry.ApproveAsync(opened.Person.Approve(version, opened.Clock.Now.AddSeconds(1)))).State);
        Assert.IsNull(opened.Registry.Find("halve"));
        Assert.AreEqual(ToolState.Approved, (await opened.Registry.ApproveAsync(second.Approve(version, opened.Clock.Now))).State);
        Assert.AreEqual(ToolState.Approved, (await opened.ApprovedAsync(MadeVersions.Of("pure"))).State);
    }

    [TestMethod]
    public async Task The_policy_says_who_and_for_how_long_and_one_that_cant_be_read_lets_nobody()
    {
        await using var opened = await this.MakeAsync();
        using var second = await opened.SecondAsync();
        var path = Path.Combine(opened.Folder, "registry", "policy.json");
        var version = await opened.ApprovedAsync();
        File.WriteAllText(path, $$"""{"approvers":["{{second.Id}}"],"expiry":30}""");
        Assert.IsNull(opened.Registry.Find("halve"));
        await opened.Registry.ApproveAsync(second.Approve(version, opened.Clock.Now));
        Assert.IsNotNull(opened.Registry.Find("halve"));
        opened.Clock.Now += TimeSpan.FromDays(30);
        Assert.IsNull(opened.Registry.Find("halve"));
        foreach (var wrong in new[] { "{", "[]", """{"approver":[]}""", """{"approvers":["me"]}""", """{"expiry":0}""", """{"expiry":"soon"}""" })
        {
            File.WriteAllText(path, wrong);
            Assert.AreEqual(RegistryFault.NotApproved, Assert.ThrowsExactly<RegistryException>(() => opened.Registry.Find("halve")).Fault, wrong);
        }
    }

    [TestMethod]
    public async Task A_policy_that_is_a_folder_or_a_link_to_nothing_is_no_missing_one()
    {
        await using var opened = await this.MakeAsync();
        var path = Path.Combine(opened.Folder, "registry", "policy.json");
        var version = await opened.ApprovedAsync();
        Directory.CreateDirectory(path);
        await RefusedAsync(opened, opened.Person.Approve(version, opened.Clock.Now.AddSeconds(1)), "it is no file");
        Assert.AreEqual(RegistryFault.NotApproved, Assert.ThrowsExactly<RegistryException>(() => opened.Registry.Find("halve")).Fault);
        Directory.Delete(path);
        if (!OperatingSystem.IsWindows())
        {
            File.CreateSymbolicLink(path, Path.Combine(opened.Folder, "gone.json"));
            Assert.AreEqual(RegistryFault.NotApproved, Assert.ThrowsExactly<RegistryException>(() => opened.Registry.Find("halve")).Fault);
            File.Delete(path);
        }

        // A pipe would be waited for.
        if (OperatingSystem.IsLinux())
        {
            using (var made = Process.Start("mkfifo", [path])) made.WaitForExit();
            Assert.AreEqual(RegistryFault.NotApproved, Assert.ThrowsExactly<RegistryException>(() => opened.Registry.Find("halve")).Fault);
            File.Delete(path);
        }

        Assert.IsNotNull(opened.Registry.Find("halve"));
    }

    [TestMethod]
    public async Task A_key_comes_in_by_one_that_is_trusted_and_never_twice()
    {
        await using var opened = await this.MakeAsync();
        var (registry, now) = (opened.Registry, opened.Clock.Now);
        using var second = ApproverKey.Create();
        using var third = ApproverKey.Create();
        await RefusedKeyAsync(registry, second.SignIn(registry.Id, "second", now), "trusted already must sign");
        await RefusedKeyAsync(registry, opened.Person.Sign(second.SignIn("another", "second", now)), "another registry");
        await RefusedKeyAsync(registry, opened.Person.Sign(second.SignIn(registry.Id, "second", now)) with { Name = "boss" }, "signature");
        await RefusedKeyAsync(registry, opened.Person.Sign(opened.Person.SignIn(registry.Id, "first", now) with { Withdraws = true }), "only key");
        await registry.GrantAsync(opened.Person.Sign(second.SignIn(registry.Id, "second", now)));
        await RefusedKeyAsync(registry, opened.Person.Sign(second.SignIn(registry.Id, "second", now)), "trusted already");
        await registry.GrantAsync(second.Sign(opened.Person.SignIn(registry.Id, "first", now) with { Withdraws = true }));
        await RefusedKeyAsync(registry, second.Sign(opened.Person.SignIn(registry.Id, "first", now)), "taken back");
        await RefusedKeyAsync(registry, opened.Person.Sign(third.SignIn(registry.Id, "third", now)), "trusted already must sign");
        CollectionAssert.AreEqual(new[] { "first False True", "second True False" }, registry.Keys.Select(key => $"{key.Name} {key.IsTrusted} {key.IsFirst}").ToArray());
        Assert.IsTrue(opened.Verify().IsClean);
    }

    [TestMethod]
    public async Task A_key_lies_encrypted_and_opens_by_its_passphrase_alone()
    {
        var folder = Directory.CreateTempSubdirectory("toolgen-key-").FullName;
        var path = Path.Combine(folder, "me.key.pem");
        using var key = ApproverKey.Create();
        Assert.ThrowsExactly<RegistryException>(() => key.Save(path, "short"));
        key.Save(path, "correct horse battery");
        Assert.ThrowsExactly<IOException>(() => key.Save(path, "correct horse battery"));
        StringAssert.StartsWith(await File.ReadAllTextAsync(path), "-----BEGIN ENCRYPTED PRIVATE KEY-----");
        using (var again = ApproverKey.Open(path, "correct horse battery")) Assert.AreEqual(key.Id, again.Id);
        StringAssert.Contains(Assert.ThrowsExactly<RegistryException>(() => ApproverKey.Open(path, "wrong horse battery").Dispose()).Message, "does not open");
        Assert.ThrowsExactly<RegistryException>(() => ApproverKey.Open(Path.Combine(folder, "none"), "correct horse battery").Dispose());
        Directory.Delete(folder, recursive: true);
    }

    private static async Task RefusedAsync(OpenedRegistry opened, Approval approval, string why)
    {
        var refused = await Assert.ThrowsExactlyAsync<RegistryException>(() => opened.Registry.ApproveAsync(approval).AsTask(), why);
        Assert.AreEqual(RegistryFault.NotApproved, refused.Fault, refused.Message);
        StringAssert.Contains(refused.Message, why);
    }

    private static async Task RefusedKeyAsync(IToolRegistry registry, KeyGrant grant, string why) =>
        StringAssert.Contains((await Assert.ThrowsExactlyAsync<RegistryException>(() => registry.GrantAsync(grant).AsTask(), why)).Message, why);
}

/// <summary>The same over rows in memory.</summary>
[TestClass]
public sealed class ApprovalRoutesInMemoryTests : ApprovalRoutesTests
{
    protected override bool IsInMemory => true;
}
