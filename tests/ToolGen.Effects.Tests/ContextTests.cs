using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Effects.Tests;

[TestClass]
public sealed class ContextTests
{
    [TestMethod]
    public void What_no_capability_covers_is_denied()
    {
        var context = new ToolEffects(Grants.None).For(new StubTool("random"));
        Assert.AreEqual("denied", Assert.ThrowsExactly<ToolException>(() => context.Now).Code);
        _ = context.Random.Next();
        CollectionAssert.AreEqual(new[] { "random" }, (System.Collections.ICollection)context.Used);
    }
}
