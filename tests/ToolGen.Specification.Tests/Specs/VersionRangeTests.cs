using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Specification.Tests.Specs;

[TestClass]
public sealed class VersionRangeTests
{
    [TestMethod]
    [DataRow("1.2.3", "1.2.3 1.2.3+build", "1.2.4 1.2.3-a 2.0.0")]
    [DataRow("1.2", "1.2.0 1.2.99", "1.3.0 1.1.9 1.2.0-rc.1")]
    [DataRow("1", "1.0.0 1.99.0", "2.0.0 0.9.9")]
    [DataRow("^1.2.3", "1.2.3 1.9.0", "1.2.2 2.0.0 1.3.0-beta 2.0.0-0")]
    [DataRow("^1", "1.0.0 1.99.99", "2.0.0 0.1.0")]
    [DataRow("^0.2.3", "0.2.3 0.2.9", "0.3.0 0.2.2 1.0.0")]
    [DataRow("^0.0.3", "0.0.3", "0.0.4 0.1.0")]
    [DataRow("^0", "0.0.1 0.9.0", "1.0.0")]
    [DataRow("^0.0", "0.0.0 0.0.9", "0.1.0")]
    [DataRow("~1.2.3", "1.2.3 1.2.9", "1.3.0 1.2.2")]
    [DataRow("~1", "1.0.0 1.9.0", "2.0.0")]
    [DataRow("^1.2.3-beta.2", "1.2.3-beta.2 1.2.3-beta.11 1.2.3-rc 1.2.3 1.4.0", "1.2.3-beta.1 1.2.3-alpha 1.4.0-beta.3")]
    [DataRow("999999999.0.0", "999999999.0.0", "9999999999.0.0")]
    public void Range_takes_what_lies_in_it(string range, string taken, string refused)
    {
        var read = VersionRange.TryParse(range)!;
        foreach (var version in taken.Split(' ')) Assert.IsTrue(read.Accepts(version), version);
        foreach (var version in refused.Split(' ')) Assert.IsFalse(read.Accepts(version), version);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("^")]
    [DataRow("1.2.3.4")]
    [DataRow("1.x")]
    [DataRow("01.0.0")]
    [DataRow("1-beta")]
    [DataRow(">=1")]
    [DataRow("1.")]
    [DataRow("1..2")]
    [DataRow("^^1")]
    public void What_is_no_range_is_none(string text) => Assert.IsNull(VersionRange.TryParse(text));
}
