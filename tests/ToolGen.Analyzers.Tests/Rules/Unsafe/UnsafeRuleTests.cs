using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Analyzers.Rules.Unsafe;

namespace ToolGen.Analyzers.Tests.Rules.Unsafe;

[TestClass]
public sealed class UnsafeRuleTests
{
    [TestMethod]
    [DataRow("unsafe int M(byte[] d) { unsafe { fixed (byte* p = d) return *p; } }", "TG3120", DisplayName = "only the outermost unsafe")]
    [DataRow("[DllImport(\"libc\")] static extern int getpid();", "TG3121", DisplayName = "a native method")]
    [DataRow("[LibraryImport(\"libc\")] private static partial int getpid(); private static partial int getpid() => 1;", "TG3121", DisplayName = "one that is generated, once")]
    [DataRow("nint M(string p) => NativeLibrary.Load(p);", "TG3122", DisplayName = "a library by a path")]
    [DataRow("int M(nint at) => Marshal.ReadInt32(at);", "TG3123", DisplayName = "an address")]
    [DataRow("int M(int[] d, int i) => Unsafe.Add(ref d[0], i);", "TG3124", DisplayName = "a reference that is moved")]
    [DataRow("byte[] M(int n) => GC.AllocateUninitializedArray<byte>(n);", "TG3125", DisplayName = "an array that is not cleared")]
    [DataRow("[StructLayout(LayoutKind.Explicit)] struct S { [FieldOffset(0)] int a; [FieldOffset(2)] int b; }", "TG3126", DisplayName = "fields over one another")]
    [DataRow("int M(int n) { Span<byte> s = stackalloc byte[n]; return s.Length; }", "TG3127", DisplayName = "a stack of any length")]
    [DataRow("int M(int n) { if (n > 9000000) return 0; Span<byte> s = stackalloc byte[n]; return s.Length; }", "TG3127", DisplayName = "a bound that no stack holds")]
    [DataRow("int M(int n) { for (var i = 0; i < n; i++) { Span<byte> s = stackalloc byte[64]; s.Clear(); } return n; }", "TG3127", DisplayName = "a stack in a loop")]
    public async Task Finds(string member, string id) => CollectionAssert.AreEqual(new[] { id }, await IdsAsync(member));

    [TestMethod]
    [DataRow("int M(ReadOnlySpan<byte> d) => MemoryMarshal.Read<int>(d);", DisplayName = "reads that check the length")]
    [DataRow("int M(int n) { Span<byte> s = n <= 256 ? stackalloc byte[n] : new byte[n]; return s.Length; }", DisplayName = "a stack with a bound")]
    [DataRow("int M() { Span<byte> s = stackalloc byte[64]; return s.Length; }", DisplayName = "a stack of a known length")]
    [DataRow("[StructLayout(LayoutKind.Explicit)] struct S { [FieldOffset(0)] int a; [FieldOffset(4)] int b; }", DisplayName = "fields beside one another")]
    [DataRow("int M() => Marshal.SizeOf<int>() + Unsafe.SizeOf<long>();", DisplayName = "sizes")]
    public async Task Leaves_alone(string member) => Assert.IsEmpty(await IdsAsync(member));

    [TestMethod]
    [DataRow("/src/obj/Microsoft.Interop.LibraryImportGenerator/Microsoft.Interop.LibraryImportGenerator/LibraryImports.g.cs", "", DisplayName = "what the platform's generator writes was told at its declaration")]
    [DataRow("/src/LibraryImports.g.cs", "TG3120 TG3125 TG3123", DisplayName = "a file that is only called so")]
    public async Task Marshalling_code_is_unsafe_by_its_nature(string path, string ids) => Assert.AreEqual(ids, string.Join(' ', await RuleProject.OfFile(
        path,
        "unsafe class C { [System.Runtime.CompilerServices.SkipLocalsInit] static int M(nint at) => System.Runtime.InteropServices.Marshal.ReadInt32(at); }",
        new UnsafeCodeAnalyzer(), new UncheckedMemoryAnalyzer()).IdsAsync()));

    private static Task<string[]> IdsAsync(string member) =>
        RuleProject.Of($"#pragma warning disable CS0169, CS8795\nusing System.Runtime.CompilerServices;\nusing System.Runtime.InteropServices;\npartial class C {{ {member} }}", new UnsafeCodeAnalyzer(), new NativeCallAnalyzer(), new UncheckedMemoryAnalyzer(), new EvadedChecksAnalyzer(), new StackMemoryAnalyzer()).IdsAsync();
}
