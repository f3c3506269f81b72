using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Registry.Changes;

namespace ToolGen.Registry.Tests.Changes;

[TestClass]
public sealed class VersionChangeTests
{
    [TestMethod]
    [DataRow("\"maximum\": 100", "\"maximum\": 200", "Minor", "Input", "/inputSchema/properties/n/maximum")]
    [DataRow("\"maximum\": 100", "\"maximum\": 50", "Major", "Input", "/inputSchema/properties/n/maximum")]
    [DataRow("\"type\": \"integer\" }", "\"type\": \"number\" }", "Major", "Output", "/outputSchema/properties/value/type")]
    [DataRow("\"type\": \"integer\" }", "\"type\": \"integer\", \"minimum\": 0 }", "Minor", "Output", "/outputSchema/properties/value/minimum")]
    [DataRow("\"value\": { \"type\": \"integer\" } }", "\"value\": { \"type\": \"integer\" }, \"rest\": { \"type\": \"integer\" } }", "Minor", "Output", "/outputSchema/properties/rest")]
    [DataRow("\"required\": [\"value\"]", "\"required\": []", "Major", "Output", "/outputSchema/required")]
    [DataRow("\"value\": { \"type\": \"integer\" }", "\"value\": { \"type\": \"integer\", \"default\": 3 }", "Patch", "Output", "/outputSchema/properties/value/default")]
    [DataRow("\"errors\": { \"odd\": \"n is odd\" },", "", "Major", "Errors", "/errors/odd")]
    [DataRow("\"n is odd\" }", "\"n is odd\", \"even\": \"n is even\" }", "Minor", "Errors", "/errors/even")]
    [DataRow("\"n is odd\"", "\"n can't be halved\"", "Patch", "Errors", "/errors/odd")]
    [DataRow("\"Divide.\"", "\"Divide by two.\"", "Patch", "Metadata", "/description")]
    [DataRow("\"description\": \"Divide.\"", "\"description\": [\"Divide.\"], \"asks\": [\"halve it\"]", "Patch", "Metadata", "/asks")]
    [DataRow("\"errors\"", "\"annotations\": { \"readOnlyHint\": true }, \"errors\"", "Minor", "Metadata", "/annotations/readOnlyHint")]
    [DataRow("\"errors\"", "\"limits\": { \"timeout\": \"5s\" }, \"errors\"", "Major", "Metadata", "/limits/timeout")]
    [DataRow("\"errors\"", "\"limits\": { \"rows\": 1000000 }, \"errors\"", "Minor", "Metadata", "/limits/rows")]
    [DataRow("input.N / 2", "input.N >> 1", "Patch", "Code", "/implementation")]
    [DataRow("\"value\": 4 }", "\"value\": 5 }", "Major", "Samples", "/examples/0")]
    [DataRow("\"n\": 8 }", "\"n\": 9 }", "Major", "Samples", "/examples/0")]
    [DataRow("\"examples\": [", "\"examples\": [ { \"input\": { \"n\": 2 }, \"output\": { \"value\": 1 } },", "Patch", "Samples", "/examples")]
    public void A_change_owes_a_step_and_says_where_it_stands(string from, string to, string step, string part, string pointer)
    {
        var change = VersionChange.Between(ComparedVersions.Of("1.0.0"), ComparedVersions.Of("1.0.1", edits: (from, to)));
        var first = change.Changes[0];
        Assert.AreEqual($"{step} {part} {pointer}", $"{change.Step} {first.Part} {first.Pointer}", string.Join('\n', change.Changes));
        Assert.AreEqual(step == "Patch", change.IsEnough);
    }

    [TestMethod]
    public void What_it_may_do_more_owes_a_major_step_and_what_it_may_do_less_a_patch()
    {
        var none = ComparedVersions.Of("1.0.0");
        var reads = ComparedVersions.Of("1.0.1", capabilities: ["read logs/**"]);
        Assert.AreEqual(SemVerStep.Major, VersionChange.Between(none, reads).Step);
        StringAssert.Contains(VersionChange.Between(none, reads).Changes[0].Sentence, "read files matching logs/**");
        Assert.AreEqual(SemVerStep.Patch, VersionChange.Between(reads, none).Step);

        // A narrower line is no new one.
        Assert.AreEqual(SemVerStep.Patch, VersionChange.Between(reads, ComparedVersions.Of("1.0.2", capabilities: ["read logs/*.log"])).Step);
    }

    [TestMethod]
    public void The_same_content_owes_nothing() => Assert.AreEqual(SemVerStep.None, VersionChange.Between(ComparedVersions.Of("1.0.0"), ComparedVersions.Of("1.0.1")).OwedStep);

    [TestMethod]
    [DataRow("1.2.3", "1.2.4", "Patch", "2.0.0")]
    [DataRow("1.2.3", "1.3.0", "Minor", "2.0.0")]
    [DataRow("1.2.3", "2.0.0", "Major", "2.0.0")]
    [DataRow("1.2.3", "1.2.3", "None", "2.0.0")]
    [DataRow("1.2.3", "1.2.2", "None", "2.0.0")]
    [DataRow("1.2.3", "1.2.3+b", "None", "2.0.0")]
    [DataRow("1.2.3", "1.3.0-rc.1", "Minor", "2.0.0")]
    [DataRow("1.0.0-rc.1", "1.0.0", "Major", "2.0.0")]
    [DataRow("0.2.3", "0.3.0", "Minor", "0.3.0")]
    [DataRow("0.2.3", "0.2.4", "Patch", "0.3.0")]
    public void Steps_are_those_of_semver(string older, string newer, string taken, string next)
    {
        var change = VersionChange.Between(ComparedVersions.Of(older), ComparedVersions.Of(newer, edits: ("\"maximum\": 100", "\"maximum\": 50")));
        Assert.AreEqual(taken, change.StepTaken.ToString());
        Assert.AreEqual(next, change.Next);
        Assert.AreEqual(newer is "2.0.0" or "1.0.0" or "0.3.0", change.IsEnough);
    }

    [TestMethod]
    public void Below_1_an_addition_is_a_patch() => Assert.IsTrue(VersionChange.Between(ComparedVersions.Of("0.2.3"), ComparedVersions.Of("0.2.4", edits: ("\"maximum\": 100", "\"maximum\": 200"))).IsEnough);

    [TestMethod]
    public void An_old_sample_decides_by_what_came_of_it()
    {
        var (older, newer) = (ComparedVersions.Of("1.0.0"), ComparedVersions.Of("1.0.1", edits: ("\"n\": 8 }", "\"n\": 9 }")));
        var given = older.Evidence.Samples[0].Given;
        Assert.AreEqual(SemVerStep.Major, VersionChange.Between(older, newer).Step);
        Assert.AreEqual(SemVerStep.Patch, VersionChange.Between(older, newer, [new(given, true)]).Step);
        Assert.AreEqual(SemVerStep.Major, VersionChange.Between(older, newer, [new(given, false)]).Step);

        // One that passes there and is said to fail here is not outvoted.
        Assert.AreEqual(SemVerStep.Major, VersionChange.Between(older, ComparedVersions.Of("1.0.1"), [new(given, false)]).Step);
    }

    [TestMethod]
    public void A_version_is_measured_by_the_highest_release_below_it_that_others_could_have_used()
    {
        StoredVersion[] history =
        [
            ComparedVersions.Of("2.0.0"), ComparedVersions.Of("1.2.0", ToolState.Rejected), ComparedVersions.Of("1.1.1-rc.1", ToolState.Candidate), ComparedVersions.Of("1.1.0", ToolState.Revoked), ComparedVersions.Of("1.0.0", ToolState.Candidate),
        ];
        Assert.AreEqual("1.0.0", StepRule.Before("1.3.0", history)?.Version);
        Assert.AreEqual("2.0.0", StepRule.Before("2.0.1", history)?.Version);
        Assert.AreEqual("1.1.0", StepRule.Before("1.3.0", history[1..4])?.Version);
        Assert.IsNull(StepRule.Before("1.0.0", history));
    }

    [TestMethod]
    public void A_number_that_says_too_little_is_refused_with_the_one_to_take()
    {
        var history = new[] { ComparedVersions.Of("1.0.0") };
        var refused = Assert.ThrowsExactly<RegistryException>(() => StepRule.Require(New("1.0.1"), history));
        Assert.AreEqual(RegistryFault.StepTooSmall, refused.Fault);
        StringAssert.Contains(refused.Message, "2.0.0");
        StringAssert.Contains(refused.Message, "/inputSchema/properties/n/maximum");
        StepRule.Require(New("2.0.0"), history);
        Assert.AreEqual(SemVerStep.Major, VersionChange.Between(history[0], history[0] with { Spec = "{" }).Step);
    }

    private static NewVersion New(string version)
    {
        var made = ComparedVersions.Of(version, edits: ("\"maximum\": 100", "\"maximum\": 50"));
        return new() { Spec = made.Spec, Evidence = made.Evidence, McpTool = made.McpTool };
    }

    [TestMethod]
    public void Every_change_has_a_sentence() =>
        Assert.IsTrue(VersionChange.Between(ComparedVersions.Of("1.0.0"), ComparedVersions.Of("2.0.0", edits: [("\"maximum\": 100", "\"maximum\": 50"), ("\"Divide.\"", "\"D.\"")])).Changes.All(change => change.Sentence.Length > 5 && change.Pointer.StartsWith('/')));
}
