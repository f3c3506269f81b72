using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using static ToolGen.TestSupport.AllowList.HandMadeImage;

namespace ToolGen.TestSupport.AllowList;

/// <summary>Escapes in intermediate language and metadata that no C# compiler writes.</summary>
internal static class HandMadeEscapes
{
    private static readonly byte[] Nothing = Code();

    /// <summary>Each with its name; the last is no escape, but what the others are built from.</summary>
    public static IEnumerable<(string Name, ImmutableArray<byte> Image)> All() =>
        Instructions().Concat(Signatures()).Concat(Tables()).Select(one => (one.Name, Build(one.Change))).Concat(Files());

    /// <summary>The same image with nothing wrong in it.</summary>
    public static ImmutableArray<byte> Plain() => Build(image => image.Method("Run", Nothing));

    private static ImmutableArray<byte> Build(Action<HandMadeImage> change)
    {
        var image = new HandMadeImage();
        change(image);
        return image.Build();
    }

    private static IEnumerable<(string Name, Action<HandMadeImage> Change)> Instructions()
    {
        yield return ("calli", image => image.Method("Run", Code([0x16, 0xE0], With(0x29, image.Locals(0x00, 0x00, 0x01)))));
        yield return ("jmp", image => image.Method("Run", Code(With(0x27, MetadataTokens.MethodDefinitionHandle(1)))));
        yield return ("localloc", image => image.Method("Run", Code([0x1F, 0x10, 0xFE, 0x0F, 0x26])));
        yield return ("cpblk", image => image.Method("Run", Code([0x16, 0x16, 0x16, 0xFE, 0x17])));
        yield return ("initblk", image => image.Method("Run", Code([0x16, 0x16, 0x16, 0xFE, 0x18])));
        yield return ("arglist", image => image.Method("Run", Code([0xFE, 0x00, 0x26])));
        yield return ("address-of-a-number", image => image.Method("Run", Code([0x17, 0xD3, 0x16, 0x54])));
        yield return ("native-address", image => image.Method("Run", Code([0x17, 0xE0, 0x4A, 0x26])));
        yield return ("unknown-instruction", image => image.Method("Run", Code([0xA6])));
        yield return ("unknown-long-instruction", image => image.Method("Run", Code([0xFE, 0x7F])));
        yield return ("cut-instruction", image => image.Method("Run", [0x28, 0x01]));
        yield return ("jump-into-an-instruction", image => image.Method("Run", Code([0x2B, 0x01, 0x20, 0x00, 0x00, 0x00, 0x00, 0x26])));
        yield return ("jump-out-of-the-method", image => image.Method("Run", Code([0x38, 0x00, 0x10, 0x00, 0x00])));
        yield return ("token-of-no-table", image => image.Method("Run", Code([0x28, 0x01, 0x00, 0x00, 0x20])));
        yield return ("token-of-no-row", image => image.Method("Run", Code([0x28, 0xFF, 0xFF, 0x00, 0x0A])));
        yield return ("method-as-data", image => image.Method("Run", Code(With(0xD0, MetadataTokens.MethodDefinitionHandle(1)), [0x26])));
        yield return ("bare-function", image => image.Method("Run", Code([0xFE, 0x06, 0x01, 0x00, 0x00, 0x06, 0x26])));
        yield return ("delegate-of-a-number", image => image.Method("Run", Code([0x14, 0x17, 0xE0], With(0x73, image.Member(image.Type("System", "Action"), ".ctor", 0x20, 0x02, 0x01, 0x1C, 0x18)), [0x26])));
        yield return ("span-of-an-address", image => image.Method("Run", Code([0x17, 0xE0, 0x1F, 0x40], With(0x73, Span(image)), [0x26])));
        yield return ("write-to-a-constant-of-others", image => image.Method("Run", Code([0x14], With(0x80, image.Member(image.Type("System", "String"), "Empty", 0x06, 0x0E)))));
        yield return ("volatile", image => image.Method("Run", Code([0x14, 0xFE, 0x13, 0x50, 0x26])));
        yield return ("locals-not-cleared", image => image.Method("Run", Nothing, image.Locals(0x07, 0x01, 0x08), cleared: false));
        yield return ("hidden-call-in-constant-data", image => image.Method("Run", Code([0x2B, 0x05, 0x28, 0x01, 0x00, 0x00, 0x0B])));
    }

    private static IEnumerable<(string Name, Action<HandMadeImage> Change)> Signatures()
    {
        yield return ("pointer-local", image => image.Method("Run", Nothing, image.Locals(0x07, 0x01, 0x0F, 0x08)));
        yield return ("pinned-local", image => image.Method("Run", Nothing, image.Locals(0x07, 0x01, 0x45, 0x1C)));
        yield return ("function-pointer-local", image => image.Method("Run", Nothing, image.Locals(0x07, 0x01, 0x1B, 0x00, 0x00, 0x01)));
        yield return ("typed-reference-local", image => image.Method("Run", Nothing, image.Locals(0x07, 0x01, 0x16)));
        yield return ("local-of-an-unlisted-type", image => image.Method("Run", Nothing, image.Locals([0x07, 0x01, 0x12, Coded(image.Type("System.IO", "FileInfo"))])));
        yield return ("signature-that-ends-early", image => image.Method("Run", Nothing, image.Locals(0x07, 0x05, 0x08)));
        yield return ("signature-with-a-tail", image => image.Method("Run", Nothing, image.Locals(0x07, 0x01, 0x08, 0x08, 0x08)));
        yield return ("signature-of-no-kind", image => image.Method("Run", Nothing, image.Locals(0x3F, 0x01, 0x08)));
        yield return ("signature-without-end", image => image.Method("Run", Nothing, image.Locals([0x07, 0x01, .. Enumerable.Repeat((byte)0x1D, 100_000), 0x08])));
        yield return ("variable-arguments", image => image.Method("Run", Nothing, signature: [0x05, 0x00, 0x01]));
        yield return ("native-convention", image => image.Method("Run", Nothing, signature: [0x01, 0x00, 0x01]));
        yield return ("return-of-a-pointer", image => image.Method("Run", Code([0x14]), signature: [0x00, 0x00, 0x0F, 0x01]));
        yield return ("member-of-another-signature", image => image.Method("Run", Code([0x14, 0x14], With(0x73, image.Member(image.Type("System.IO", "StreamReader"), ".ctor", 0x20, 0x01, 0x01, 0x0E)), [0x26])));
        yield return ("member-with-a-listed-beginning", image => image.Method("Run", Code([0x14], With(0x28, image.Member(image.Type("System", "Math"), "AbsEvil", 0x00, 0x00, 0x01)))));
        yield return ("type-with-a-listed-beginning", image => image.Method("Run", Code(With(0x28, image.Member(image.Type("System.Collections.Generic.Evil", "List`1"), "Add", 0x00, 0x00, 0x01)))));
        yield return ("type-of-another-assembly", image => image.Method("Run", Code(With(0x28, image.Member(image.Type("System", "Math", image.Assembly("Evil")), "Abs", 0x00, 0x00, 0x01)))));
        yield return ("type-of-the-core", image => image.Method("Run", Code(With(0x28, image.Member(image.Type("System", "Math", image.Assembly("System.Private.CoreLib")), "Abs", 0x00, 0x00, 0x01)))));
    }

    private static IEnumerable<(string Name, Action<HandMadeImage> Change)> Tables()
    {
        yield return ("code-of-the-module", image => image.ModuleMethods = image.Method(".cctor", Nothing, attributes: MethodAttributes.Static | MethodAttributes.SpecialName | MethodAttributes.RTSpecialName).IsNil ? 0 : 1);
        yield return ("method-without-a-body", image => image.Method("Run", Nothing, hasBody: false));
        yield return ("internal-call", image => image.Method("Run", Nothing, kind: MethodImplAttributes.InternalCall, hasBody: false));
        yield return ("native-method", image => image.Method("Run", Nothing, kind: MethodImplAttributes.Native | MethodImplAttributes.Unmanaged));
        yield return ("runtime-method", image => image.Method("Run", Nothing, kind: MethodImplAttributes.Runtime, hasBody: false));
        yield return ("explicit-layout-without-offsets", image => { image.Layout = TypeAttributes.ExplicitLayout; image.Method("Run", Nothing); });
        yield return ("module-reference", image => { image.Metadata.AddModuleReference(image.Metadata.GetOrAddString("libc")); image.Method("Run", Nothing); });
        yield return ("import-map", image => image.Metadata.AddMethodImport(
            image.Method("Run", Nothing, attributes: MethodAttributes.Static | MethodAttributes.PinvokeImpl, hasBody: false), MethodImportAttributes.None, image.Metadata.GetOrAddString("getpid"), image.Metadata.AddModuleReference(image.Metadata.GetOrAddString("libc"))));
        yield return ("second-file", image => { image.Metadata.AddAssemblyFile(image.Metadata.GetOrAddString("other.dll"), default, true); image.Method("Run", Nothing); });
        yield return ("exported-type", image => { image.Metadata.AddExportedType((TypeAttributes)0x200000, image.Metadata.GetOrAddString("System"), image.Metadata.GetOrAddString("Math"), image.Runtime, 0); image.Method("Run", Nothing); });
        yield return ("resource", image => { image.Resources = new(); image.Resources.WriteInt32(0); image.Metadata.AddManifestResource(ManifestResourceAttributes.Public, image.Metadata.GetOrAddString("r"), default, 0); image.Method("Run", Nothing); });
        yield return ("resource-bytes-without-a-row", image => { image.Resources = new(); image.Resources.WriteBytes(0, 64); image.Method("Run", Nothing); });
        yield return ("entry-point", image => image.EntryPoint = image.Method("Run", Nothing));
        yield return ("not-of-intermediate-language-alone", image => { image.Flags = 0; image.Method("Run", Nothing); });
        yield return ("needs-32-bits", image => { image.Flags = CorFlags.ILOnly | CorFlags.Requires32Bit; image.Method("Run", Nothing); });
        yield return ("security-row", image => { image.Metadata.AddDeclarativeSecurityAttribute(MetadataTokens.TypeDefinitionHandle(2), DeclarativeSecurityAction.Assert, image.Blob([0x2E, 0x00])); image.Method("Run", Nothing); });
        yield return ("unused-type", image => { image.Type("System.Diagnostics", "Process"); image.Method("Run", Nothing); });
        yield return ("unused-member", image => { image.Member(image.Object, "MemberwiseClone", 0x20, 0x00, 0x1C); image.Method("Run", Nothing); });
        yield return ("unused-signature", image => { image.Locals(0x00, 0x00, 0x01); image.Method("Run", Nothing); });
        yield return ("unused-specification", image => { image.Metadata.AddTypeSpecification(image.Blob([0x0F, 0x01])); image.Method("Run", Nothing); });
        yield return ("type-nested-in-itself", image => { image.Type("", "A", MetadataTokens.TypeReferenceHandle(2)); image.Method("Run", Nothing); });
        yield return ("type-of-no-scope", image => { image.Metadata.AddTypeReference(default, image.Metadata.GetOrAddString("System"), image.Metadata.GetOrAddString("Math")); image.Method("Run", Nothing); });
        yield return ("type-through-the-module", image => { image.Type("System", "Math", EntityHandle.ModuleDefinition); image.Method("Run", Nothing); });
        yield return ("base-of-a-specification", image => { image.Metadata.AddTypeSpecification(image.Blob([0x15, 0x12, Coded(image.Type("System", "Action`1")), 0x01, 0x0F, 0x01])); image.Method("Run", Nothing); });
        yield return ("attribute-of-no-shape", image => { image.Metadata.AddCustomAttribute(EntityHandle.AssemblyDefinition, image.Member(image.Type("System.Runtime.CompilerServices", "CompilerGeneratedAttribute"), ".ctor", 0x20, 0x00, 0x01), image.Blob([0x07])); image.Method("Run", Nothing); });
        yield return ("attribute-with-a-type-of-others", image => { image.Metadata.AddCustomAttribute(EntityHandle.AssemblyDefinition, image.Member(image.Type("System.Runtime.CompilerServices", "AsyncStateMachineAttribute"), ".ctor", 0x20, 0x01, 0x01, 0x12, Coded(image.Type("System", "Type"))), image.Blob([0x01, 0x00, 0x08, .. "Evil, E!"u8, 0x00, 0x00])); image.Method("Run", Nothing); });
    }

    private static IEnumerable<(string Name, ImmutableArray<byte> Image)> Files()
    {
        var plain = Plain();
        yield return ("nothing", []);
        yield return ("text", [.. "hello"u8]);
        yield return ("module-of-another-assembly", new MemberSnippet("", "module", "public class A { }", true, false).Compile(OutputKind.NetModule));
        yield return ("program", new MemberSnippet("", "program", "public static class A { public static void Main() { } }", true, false).Compile(OutputKind.ConsoleApplication));
        for (var part = 1; part < 8; part++) yield return ($"cut-at-{part}-of-8", plain[..(plain.Length * part / 8)]);
        using var reader = new PEReader(plain);
        var metadata = reader.PEHeaders.MetadataStartOffset;
        yield return ("other-stream-of-tables", Patch(plain, "#~\0"u8, "#-\0"u8));
        yield return ("strings-twice", Patch(plain, "#Blob\0"u8, "#US\0\0\0"u8));
        yield return ("no-metadata", plain.SetItem(metadata, 0));
        yield return ("too-many-streams", plain.SetItem(metadata + 30, 0xFF));
        yield return ("rows-beyond-the-end", Overwrite(plain, metadata + reader.PEHeaders.MetadataSize - 64));
        var writable = reader.PEHeaders.PEHeaderStartOffset + reader.PEHeaders.CoffHeader.SizeOfOptionalHeader + 36;
        yield return ("code-that-can-be-written", plain.SetItem(writable + 3, (byte)(plain[writable + 3] | 0x80)));
    }

    private static ImmutableArray<byte> Patch(ImmutableArray<byte> image, ReadOnlySpan<byte> from, ReadOnlySpan<byte> to)
    {
        var bytes = image.ToArray();
        to.CopyTo(bytes.AsSpan(bytes.AsSpan().IndexOf(from)));
        return [.. bytes];
    }

    private static ImmutableArray<byte> Overwrite(ImmutableArray<byte> image, int start)
    {
        var bytes = image.ToArray();
        bytes.AsSpan(Math.Max(0, start - 200), 200).Fill(0xEE);
        return [.. bytes];
    }

    private static MemberReferenceHandle Span(HandMadeImage image) =>
        image.Member(image.Metadata.AddTypeSpecification(image.Blob([0x15, 0x11, Coded(image.Type("System", "ReadOnlySpan`1")), 0x01, 0x05])), ".ctor", 0x20, 0x02, 0x01, 0x0F, 0x01, 0x08);

    // A reference in a signature: its row, and two bits that say of which table.
    private static byte Coded(TypeReferenceHandle type) => (byte)((MetadataTokens.GetRowNumber(type) << 2) | 1);
}
