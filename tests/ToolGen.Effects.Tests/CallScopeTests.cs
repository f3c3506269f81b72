using System;
using System.Globalization;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Effects.Tests;

/// <summary>What is remembered of the effects of one call.</summary>
[TestClass]
public sealed class CallScopeTests
{
    [TestMethod]
    public void Refusals_without_end_are_not_remembered_without_end()
    {
        var scope = new CallScope(new StubTool(), Grants.None, new(), null);
        for (var asked = 0; asked < 5_000; asked++) Refused(scope, asked.ToString(CultureInfo.InvariantCulture));
        Assert.HasCount(1_000, scope.Refused);
        Assert.HasCount(0, scope.Used);
    }

    [TestMethod]
    public void Uses_without_end_are_not_remembered_without_end()
    {
        var scope = new CallScope(new StubTool("read data/**"), Grants.None, new(), null);
        for (var asked = 0; asked < 5_000; asked++) scope.Use(new FileCapability(false, $"data/{asked}"));
        Assert.HasCount(1_000, scope.Used);
    }

    [TestMethod]
    public void A_long_name_is_cut_where_it_is_noted_and_told()
    {
        var scope = new CallScope(new StubTool(), Grants.None, new(), null);
        var error = Refused(scope, new string('x', 1 << 20));
        Assert.IsLessThan(1_200, error.Message.Length);
        Assert.AreEqual(1_000, scope.Refused.Single().Length);
    }

    private static ToolException Refused(CallScope scope, string name) => Assert.ThrowsExactly<ToolException>(() => scope.Use(new SecretCapability(name)));
}
