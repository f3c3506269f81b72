namespace ToolGen.Specification.Findings;

/// <summary>C# whose memory nothing checks.</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor UnsafeCode = new(
        "TG3120",
        "Unsafe code",
        FindingSeverity.Warning,
        "`{0}` is unsafe: nothing checks where its pointers point",
        "Write it with `Span<T>`, `BinaryPrimitives` or `MemoryMarshal.Read`, which check lengths.",
        "A pointer reads and writes whatever lies at its address. Where a length or an offset comes from a model or a file, that is memory of other callers, or code. What `unsafe` is written for is mostly as fast with spans.",
        "unsafe int Read(byte[] data, int at) { fixed (byte* start = data) return *(int*)(start + at); }",
        "int Read(byte[] data, int at) => BinaryPrimitives.ReadInt32LittleEndian(data.AsSpan(at, 4));");

    public static readonly FindingDescriptor NativeCall = new(
        "TG3121",
        "Method of a native library",
        FindingSeverity.Warning,
        "`{0}` runs native code of {1}",
        "Use what the platform has for it in C#; where it has nothing, keep the call in a package that is reviewed by itself.",
        "Native code obeys no bounds and no sandbox of this process, and a wrong signature corrupts memory without an exception. Most of what is imported in old code has had a method of .NET for years: processes, files, time, random numbers, consoles.",
        "[DllImport(\"libc\")] static extern int getpid();",
        "var id = Environment.ProcessId;");

    public static readonly FindingDescriptor NativeCodeLoaded = new(
        "TG3122",
        "Native code found while running",
        FindingSeverity.Warning,
        "`{0}` makes native code callable whose name or address is known only while running",
        "Leave it out; where a native library is needed, name it in a `LibraryImport` of a package that is reviewed by itself.",
        "Whoever chooses the file or the address chooses what runs, and nothing checks that its signature fits.",
        "var library = NativeLibrary.Load(path);",
        "[LibraryImport(\"zstd\")] private static partial int ZSTD_versionNumber();");

    public static readonly FindingDescriptor NativeMemory = new(
        "TG3123",
        "Memory that nothing checks",
        FindingSeverity.Warning,
        "`{0}` reads, writes or makes memory without bounds",
        "Use an array with `Span<T>`, `BinaryPrimitives` or `MemoryMarshal.Read`.",
        "`Marshal` and `NativeMemory` need no `unsafe` in the source and are as unsafe: an address and a length are taken as they come, and what is not released is lost.",
        "var size = Marshal.ReadInt32(address, offset);",
        "var size = BinaryPrimitives.ReadInt32LittleEndian(data.AsSpan(offset, 4));");

    public static readonly FindingDescriptor UncheckedReference = new(
        "TG3124",
        "Reference that nothing checks",
        FindingSeverity.Warning,
        "`{0}` checks neither type nor bounds",
        "Use a cast, an index or a slice: they are checked.",
        "`Unsafe` and parts of `MemoryMarshal` make references to other types and other places than those of a value. A wrong one reads or writes memory of something else, without an exception and without `unsafe` in the source.",
        "var last = Unsafe.Add(ref MemoryMarshal.GetReference(span), index);",
        "var last = span[index];");

    public static readonly FindingDescriptor UninitializedMemory = new(
        "TG3125",
        "Memory that holds what was there before",
        FindingSeverity.Warning,
        "`{0}` leaves in memory what was there before",
        "Let it be cleared: `new T[n]`, `GC.AllocateArray`, a constructor.",
        "What is not written before it is read holds what another caller left there: parts of answers, keys, documents. Clearing costs a few nanoseconds.",
        "var buffer = GC.AllocateUninitializedArray<byte>(length);",
        "var buffer = GC.AllocateArray<byte>(length);");

    public static readonly FindingDescriptor EvadedChecks = new(
        "TG3126",
        "Type or access checks evaded",
        FindingSeverity.Warning,
        "{0}",
        "Convert with `BitConverter` or `BinaryPrimitives`; use what is public.",
        "Fields laid over one another make one type's bytes another's, a number a reference. An accessor to members that are not public breaks what their type promises, and breaks with its next version.",
        "[StructLayout(LayoutKind.Explicit)] struct Both { [FieldOffset(0)] public object Text; [FieldOffset(0)] public long Number; }",
        "var bits = BitConverter.DoubleToInt64Bits(value);");

    public static readonly FindingDescriptor UnboundedStack = new(
        "TG3127",
        "Stack memory without a bound",
        FindingSeverity.Warning,
        "memory of the stack is taken {0}",
        "Bound it, such as `n <= 256 ? stackalloc byte[n] : new byte[n]`, outside of loops.",
        "A stack has about a megabyte. One that overflows ends the process, with every other call in it; no `catch` helps.",
        "Span<byte> buffer = stackalloc byte[length];",
        "Span<byte> buffer = length <= 256 ? stackalloc byte[length] : new byte[length];");
}
