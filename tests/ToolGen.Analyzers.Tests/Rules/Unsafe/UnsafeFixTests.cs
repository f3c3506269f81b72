using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Analyzers.Rules.Unsafe;
using ToolGen.CodeFixes.Rules.Unsafe;

namespace ToolGen.Analyzers.Tests.Rules.Unsafe;

/// <summary>Memory that is cleared and casts that are checked give what the others gave, where those were right.</summary>
[TestClass]
public sealed class UnsafeFixTests
{
    [TestMethod]
    [DataRow("public static int Run() { var room = GC.AllocateUninitializedArray<byte>(4000); room[7] = 3; return room.Length + room[7]; }", "GC.AllocateArray<byte>(4000)")]
    [DataRow("[System.Runtime.CompilerServices.SkipLocalsInit] public static int Run() { Span<int> three = stackalloc int[3]; three.Fill(2); return three[2]; }", "public static int Run() { Span<int>")]
    public Task Memory_is_cleared(string member, string mended) =>
        RuleFixClaims.HoldAsync($"public static class Program\n{{\n    {member}\n}}\n", mended, new UncheckedMemoryAnalyzer(), new ClearedMemoryFix());

    [TestMethod]
    public Task A_cast_gives_the_same_object() => RuleFixClaims.HoldAsync(
        "using System.Runtime.CompilerServices;\npublic static class Program\n{\n    public static int Run() { object text = \"abc\"; return Unsafe.As<string>(text).Length; }\n}\n",
        "((string)text).Length", new UncheckedMemoryAnalyzer(), new CheckedCastFix());
}
