using System.Linq;
using System.Reflection.PortableExecutable;
using System.Text;
using ToolGen.Specification.Findings;

namespace ToolGen.Forge.Inspection;

/// <summary>The file around the metadata: one managed library of intermediate language and nothing that the machine runs.</summary>
internal static class ImageRules
{
    private static readonly string[] Streams = ["#~", "#Strings", "#US", "#GUID", "#Blob"];

    private static readonly DebugDirectoryEntryType[] Debugging =
        [DebugDirectoryEntryType.CodeView, DebugDirectoryEntryType.PdbChecksum, DebugDirectoryEntryType.Reproducible, DebugDirectoryEntryType.EmbeddedPortablePdb];

    public static void Check(PEReader pe)
    {
        var headers = pe.PEHeaders;
        if (headers.CorHeader is not { } managed || headers.PEHeader is not { } optional || !pe.HasMetadata) throw Refuse("is not a managed assembly");
        if (!headers.IsDll || headers.IsExe || managed.EntryPointTokenOrRelativeVirtualAddress != 0) throw Refuse("has an entry point");
        if ((managed.Flags & ~CorFlags.StrongNameSigned) != CorFlags.ILOnly) throw Refuse("is not of intermediate language alone");
        if (managed.ManagedNativeHeaderDirectory.Size != 0) throw Refuse("holds native code");
        if (managed.VtableFixupsDirectory.Size != 0 || managed.ExportAddressTableJumpsDirectory.Size != 0) throw Refuse("has tables of native calls");
        if (managed.ResourcesDirectory.Size != 0) throw Refuse("holds resources");
        if (managed.CodeManagerTableDirectory.Size != 0) throw Refuse("has a code manager table");
        if (optional.ExportTableDirectory.Size != 0 || optional.ThreadLocalStorageTableDirectory.Size != 0 || optional.LoadConfigTableDirectory.Size != 0
            || optional.ResourceTableDirectory.Size != 0 || optional.ExceptionTableDirectory.Size != 0 || optional.DelayImportTableDirectory.Size != 0 || optional.BoundImportTableDirectory.Size != 0)
            throw Refuse("has native directories");
        if (headers.SectionHeaders.Any(section => section.Name is not (".text" or ".reloc") || section.SectionCharacteristics.HasFlag(SectionCharacteristics.MemWrite)))
            throw Refuse("has sections beside code and relocation");
        if (headers.SectionHeaders.Any(section => (long)section.PointerToRawData + section.SizeOfRawData > pe.GetEntireImage().Length)) throw Refuse("ends before its sections do");
        if (pe.ReadDebugDirectory().Any(entry => !Debugging.Contains(entry.Type))) throw Refuse("has debug information of another form");
        MetadataRoot(pe);
    }

    private static RefusedException Refuse(string what) => new(FindingCatalog.AssemblyRefused, what);

    // The runtime reads streams by name; two of one name, or tables without compression, could be read in two ways.
    private static void MetadataRoot(PEReader pe)
    {
        var reader = pe.GetMetadata().GetReader();
        if (reader.ReadUInt32() != 0x424A5342) throw Refuse("has no metadata");
        reader.Offset += 8;
        var version = reader.ReadInt32();
        reader.Offset += version + 2;
        var names = new string[reader.ReadUInt16()];
        for (var index = 0; index < names.Length; index++)
        {
            reader.Offset += 8;
            var name = new StringBuilder();
            while (reader.ReadByte() is not 0 and var letter) name.Append((char)letter);
            reader.Offset = (reader.Offset + 3) & ~3;
            names[index] = name.ToString();
        }

        if (names.Length > Streams.Length || names.Distinct().Count() != names.Length || names.Except(Streams).Any()) throw Refuse("has metadata streams of another form");
    }
}
