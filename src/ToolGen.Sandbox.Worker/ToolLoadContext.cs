using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;

namespace ToolGen.Sandbox.Worker;

/// <summary>Where an assembly of tools is loaded: the only others that it can reach are the contract, .NET's own, and the libraries that were handed over with it.</summary>
internal sealed class ToolLoadContext(bool unloadable) : AssemblyLoadContext("tools", unloadable)
{
    private static readonly HashSet<string> Framework = new(
        (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(Path.GetFileNameWithoutExtension).OfType<string>().Where(name => name.StartsWith("System.", StringComparison.Ordinal)),
        StringComparer.Ordinal);

    private readonly Dictionary<string, Assembly> libraries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Loads a library that tools refer to, before they ask for it: later a worker may load no more from memory.</summary>
    public void Add(string name, byte[] image) => this.libraries.Add(name, this.LoadFromStream(new MemoryStream(image, writable: false)));

    /// <summary>Null hands the name to this process's own context; a name that is neither the contract's nor .NET's is refused.</summary>
    protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name switch
    {
        "ToolGen" => typeof(Tool).Assembly,
        { } name when Framework.Contains(name) => null,
        { } name when this.libraries.TryGetValue(name, out var library) => library,

        // Libraries are written against older faces of .NET too; the tools' own assembly was compiled against none of them.
        "netstandard" or "mscorlib" or "Microsoft.CSharp" or "Microsoft.Win32.Primitives" when this.libraries.Count > 0 => null,
        _ => throw new FileLoadException($"a tool may not load {assemblyName.Name}"),
    };
}
