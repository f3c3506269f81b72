using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Members;

namespace ToolGen.Specification.Tests.Members;

[TestClass]
public sealed class MemberAllowListTests
{
    [TestMethod]
    [DataRow("System.Collections.Generic.List`1", "Add", "!0", true)]
    [DataRow("System.Collections.Generic.List", "Add", "!0", false)]
    [DataRow("System.Collections.Generic.List`1", "add", "!0", false)]
    [DataRow("System.Collections.Generic.List`1", "AddEvil", "!0", false)]
    [DataRow("System.Collections.Generic.Evil.List`1", "Add", "!0", false)]
    [DataRow("System.IO.StreamReader", ".ctor", "System.IO.Stream", true)]
    [DataRow("System.IO.StreamReader", ".ctor", "System.String", false)]
    [DataRow("System.IO.StreamReader", ".ctor", "System.IO.Stream,System.String", false)]
    [DataRow("System.Random", ".ctor", "", false)]
    [DataRow("System.DateTime", "get_UtcNow", "", false)]
    [DataRow("System.Object", "GetType", "", false)]
    [DataRow("System.IO.File", "ReadAllText", "System.String", false)]
    public void Member_is_listed_by_its_whole_name_alone(string type, string member, string parameters, bool isListed) =>
        Assert.AreEqual(isListed, MemberAllowList.Default.OfMember(type, member, parameters).Any(group => group.Audience == MemberAudience.Code));

    [TestMethod]
    public void Effect_is_listed_with_the_capabilities_that_allow_it()
    {
        var group = MemberAllowList.Default.OfMember("ToolGen.ToolContext", "get_Files", "").Single();

        Assert.IsTrue(group.IsGranted(["clock", "write"]));
        Assert.IsFalse(group.IsGranted(["clock"]));
    }

    [TestMethod]
    public void Members_of_the_compiler_are_nothing_that_code_may_name() =>
        Assert.IsFalse(MemberAllowList.Default.OfMember("System.Type", "GetTypeFromHandle", "System.RuntimeTypeHandle").Any(group => group.Audience is MemberAudience.Code or MemberAudience.Generated));

    [TestMethod]
    public void Remedy_is_that_of_the_longest_name_that_fits()
    {
        StringAssert.StartsWith(MemberAllowList.Default.Remedy("System.DateTime", "get_Now"), "context.Now");
        StringAssert.StartsWith(MemberAllowList.Default.Remedy("System.Net.Sockets.Socket", "Connect"), "context.Http");
        Assert.IsNull(MemberAllowList.Default.Remedy("System.Netherlands", "X"));
    }

    [TestMethod]
    [DataRow("System.Math\n  Abs")]
    [DataRow("[code]\n  Abs")]
    [DataRow("[code]\nSystem.Math Abs")]
    [DataRow("[everyone]\nSystem.Math")]
    [DataRow("[code with]\nSystem.Math")]
    [DataRow("[code except http]\nSystem.Math")]
    [DataRow("[instead]\nSystem.Math")]
    public void Line_that_is_none_of_the_form_is_refused(string text) => Assert.Throws<FormatException>(() => MemberAllowList.Parse(text));
}
