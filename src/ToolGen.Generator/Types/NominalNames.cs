using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Types;

/// <summary>
/// The C# names of nominal types (SPEC §2): Pascal(x-type), in one namespace of the assembly, so that all tools of it share them. Where two
/// give one name the later in ordinal order gets <c>2</c>. Compared by value.
/// </summary>
/// <param name="Special">Those whose name is another than Pascal(x-type), or that stand in a referenced assembly; in ordinal order.</param>
public sealed record NominalNames(EquatableArray<NominalName> Special)
{
    /// <summary>The namespace below that of the tools.</summary>
    public const string Folder = "Types";

    /// <summary>Nothing special.</summary>
    public static NominalNames Plain { get; } = new(default(EquatableArray<NominalName>));

    /// <summary>The names of an assembly.</summary>
    /// <param name="own">The x-types of its schemas.</param>
    /// <param name="referenced">Those of assemblies that it refers to.</param>
    public static NominalNames Of(IEnumerable<string> own, IEnumerable<NominalName> referenced)
    {
        var special = new SortedDictionary<string, NominalName>(StringComparer.Ordinal);
        foreach (var one in referenced)
            if (!special.ContainsKey(one.NominalType)) special.Add(one.NominalType, one);
        var names = new NameTable();
        foreach (var type in own.Distinct().Where(type => !special.ContainsKey(type)).OrderBy(type => type, StringComparer.Ordinal).ToList())
        {
            var name = names.Take(CSharpNames.Type(type));
            if (name != CSharpNames.Type(type)) special.Add(type, new(type, name, null));
        }

        return new(special.Values.ToEquatableArray());
    }

    /// <summary>The name of one.</summary>
    public NominalName this[string type]
    {
        get
        {
            foreach (var one in this.Special)
                if (one.NominalType == type) return one;
            return new(type, CSharpNames.Type(type), null);
        }
    }

    /// <summary>The x-types of a spec's two schemas.</summary>
    public static IEnumerable<string> In(ToolSpec spec) => In(spec.Input).Concat(In(spec.Output)).Distinct();

    /// <summary>The x-types of a schema, each once.</summary>
    public static IEnumerable<string> In(SchemaPlan plan)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<SchemaNode>();
        var open = new Stack<SchemaNode>([plan.Root, .. plan.Definitions.Values]);
        while (open.Count > 0)
        {
            var node = open.Pop();
            if (!seen.Add(node)) continue;
            if (node.NominalType is { } type) found.Add(type);
            foreach (var inner in node.Inner) open.Push(inner);
        }

        return found;
    }
}

/// <summary>The C# type of a nominal type.</summary>
/// <param name="NominalType">As the schema writes it.</param>
/// <param name="ClassName">In C#.</param>
/// <param name="FullName">With its namespace, without <c>global::</c>, where another assembly has it; else null.</param>
public sealed record NominalName(string NominalType, string ClassName, string? FullName);

/// <summary>A nominal type that a tool uses.</summary>
/// <param name="NominalType">As the schema writes it.</param>
/// <param name="ClassName">In C#.</param>
/// <param name="Base">The C# type of its value.</param>
public sealed record NominalUse(string NominalType, string ClassName, string Base)
{
    /// <summary>Where another assembly has it: its name with the namespace; else null.</summary>
    public string? FullName { get; init; }
}
