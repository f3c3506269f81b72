using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Tests.Errors;

/// <summary>Looking for corrections is bounded by what is read again, so that no arguments hold up a host; small ones lose nothing by it.</summary>
[TestClass]
public sealed class RereadingTests
{
    private const int Budget = 512 * 1024;

    private static readonly SchemaRule Flags = new() { Types = JsonTypes.Array, Items = new() { Types = JsonTypes.Boolean } };

    [TestMethod]
    [DataRow(1)]
    [DataRow(60)]
    [DataRow(120)]
    [DataRow(250)]
    public async Task Bytes_read_again_are_bounded(int kilobytes)
    {
        // Of each text several readings are tried, and none passes.
        var arguments = $"{{\"arguments\":[{string.Join(",", Enumerable.Repeat("\"'1'\"", kilobytes * 1024 / 6))}]}}";
        var tool = new CountedTool(RuleTool.Object([], ("arguments", Flags)));
        Assert.HasCount(100, (await tool.Call(arguments)).Errors);
        Assert.IsLessThanOrEqualTo(Budget, (tool.Readings - 1) * arguments.Length);
    }

    [TestMethod]
    public async Task Wrappers_are_counted_too()
    {
        var inner = "{\"x\":\"" + new string('a', 200 * 1024) + "\"}";
        var arguments = $"{{\"arguments\":{{\"input\":{{\"data\":{inner}}}}}}}";
        var tool = new CountedTool(RuleTool.Object(["a"], ("a", new() { Types = JsonTypes.String })));
        Assert.IsTrue((await tool.Call(arguments)).IsError);
        Assert.IsLessThanOrEqualTo(Budget, (tool.Readings - 1) * inner.Length);
    }

    [TestMethod]
    public async Task First_errors_of_many_are_still_corrected()
    {
        var rule = new SchemaRule { Types = JsonTypes.Array, Items = new() { Types = JsonTypes.Integer } };
        var result = await new CountedTool(rule).Call($"[{string.Join(",", Enumerable.Range(0, 100).Select(i => $"\"{i}\""))}]");
        CollectionAssert.AreEqual(Enumerable.Range(0, 25).Select(i => $"{i}").ToArray(), result.Errors.Select(error => error.Correction).TakeWhile(one => one is not null).ToArray());
    }

    private sealed class CountedTool(SchemaRule input) : RuleTool(input)
    {
        public int Readings { get; private set; }

        protected override JsonElement ReadInput(ref ToolReader reader)
        {
            this.Readings++;
            return base.ReadInput(ref reader);
        }
    }
}
