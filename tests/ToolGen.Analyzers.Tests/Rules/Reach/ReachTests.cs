using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Analyzers.Rules.Timeouts;

namespace ToolGen.Analyzers.Tests.Rules.Reach;

/// <summary>Which code is a tool's, seen through a rule that holds in all of it.</summary>
[TestClass]
public sealed class ReachTests
{
    [TestMethod]
    [DataRow("[Tool] public static void F() => Wait();")]
    [DataRow("[McpServerTool] public static void F() => Wait();")]
    [DataRow("[KernelFunction] public static void F() => Wait();")]
    [DataRow("static AIFunction Make() => AIFunctionFactory.Create(() => Wait());")]
    [DataRow("static AIFunction Make() => AIFunctionFactory.Create(Wait);")]
    [DataRow("static AIFunction Make() { void F() => Wait(); return AIFunctionFactory.Create(F); }")]
    [DataRow("[Tool] public static void F() { Action later = Wait; later(); }")]
    [DataRow("[Tool] public static int F() => Length; static int Length { get { Wait(); return 1; } }")]
    [DataRow("[Tool] public static void F() => new Made(); sealed class Made { public Made() => Wait(); }")]
    [DataRow("[Tool] public static void F(Base one) => one.Do(); public abstract class Base { public abstract void Do(); } sealed class Derived : Base { public override void Do() => Wait(); }")]
    [DataRow("[Tool] public static void F() { foreach (var one in Items()) { } } static IEnumerable<int> Items() { Wait(); yield return 1; }")]
    public async Task What_a_tool_runs_is_found(string members) => Assert.AreEqual("TG3111", await Ids(members));

    [TestMethod]
    [DataRow("public static void F() => Wait();")]
    [DataRow("[Tool] public static void F() { } static void Other() => Wait();")]
    [DataRow("static AIFunction Make() { Wait(); return AIFunctionFactory.Create(() => 1); }")]
    public async Task What_no_tool_runs_is_not(string members) => Assert.AreEqual("", await Ids(members));

    private static Task<string> Ids(string members) => ToolProject.Of(new TimeoutsAnalyzer(), $"public static partial class Tools {{ {members} private static void Wait() => Thread.Sleep(5000); }}").IdsAsync();
}
