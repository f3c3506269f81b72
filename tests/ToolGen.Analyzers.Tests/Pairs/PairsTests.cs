using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport.Security;

namespace ToolGen.Analyzers.Tests.Pairs;

/// <summary>The corpus of tools with a hole and the same tools mended, written before the rules were.</summary>
[TestClass]
public sealed class PairsTests
{
    private static IEnumerable<object[]> Groups => PairGroup.All.Select(group => new object[] { group.Name });

    // The claim is 95 % found and 3 % false.
    [TestMethod]
    [DynamicData(nameof(Groups))]
    public void Rules_of_a_group_find_its_holes_and_leave_what_is_mended(string name)
    {
        var result = PairGroup.All.Single(group => group.Name == name).Judge();
        Assert.IsEmpty(result.Errors, string.Join("\n", result.Errors));
        Assert.IsGreaterThanOrEqualTo(30, result.Pairs);
        Assert.IsGreaterThanOrEqualTo(0.95, result.Found, "missed: " + string.Join(", ", result.Missed));
        Assert.IsLessThanOrEqualTo(1, result.False.Count, "false: " + string.Join(", ", result.False));
    }
}
