using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using ToolGen.Specification.Findings;

namespace ToolGen.Forge.Inspection;

/// <summary>Which tables of metadata may have rows at all, and how large all of it may be.</summary>
internal static class TableRules
{
    /// <summary>Of metadata; 500 tools of the usual size stay below it.</summary>
    private const int MaximumMetadata = 64 << 20;

    private const int MaximumRows = 2_000_000;

    public static void Check(PEReader pe, MetadataReader metadata)
    {
        if (metadata.MetadataLength > MaximumMetadata) throw Refuse("has too much metadata");
        var rows = 0;
        for (var index = 0; index < MetadataTokens.TableCount; index++)
        {
            var count = metadata.GetTableRowCount((TableIndex)index);
            rows += count;
            if (count > 0 && What((TableIndex)index, count) is { } what) throw Refuse(what);
        }

        if (rows > MaximumRows) throw Refuse("has too many rows of metadata");
        if (!metadata.IsAssembly) throw Refuse("is a module of another assembly");
    }

    private static RefusedException Refuse(string what) => new(FindingCatalog.AssemblyRefused, what);

    private static string? What(TableIndex table, int count) => table switch
    {
        TableIndex.Module or TableIndex.Assembly => count == 1 ? null : "has several modules",
        TableIndex.TypeRef or TableIndex.TypeDef or TableIndex.Field or TableIndex.MethodDef or TableIndex.Param or TableIndex.InterfaceImpl or TableIndex.MemberRef
            or TableIndex.Constant or TableIndex.CustomAttribute or TableIndex.ClassLayout or TableIndex.StandAloneSig or TableIndex.PropertyMap or TableIndex.Property
            or TableIndex.MethodSemantics or TableIndex.MethodImpl or TableIndex.TypeSpec or TableIndex.FieldRva or TableIndex.AssemblyRef or TableIndex.NestedClass
            or TableIndex.GenericParam or TableIndex.MethodSpec or TableIndex.GenericParamConstraint => null,
        TableIndex.ModuleRef or TableIndex.File => "refers to other modules",
        TableIndex.ImplMap => "calls native code (P/Invoke)",
        TableIndex.FieldLayout => "places fields by hand (explicit layout)",
        TableIndex.FieldMarshal => "marshals fields to native code",
        TableIndex.DeclSecurity => "declares security of its own",
        TableIndex.ExportedType => "forwards types",
        TableIndex.ManifestResource => "holds resources",
        TableIndex.Event or TableIndex.EventMap => "declares events",
        _ => $"has rows in the table {table}",
    };
}
