using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;

namespace ToolGen.Sandbox.Worker;

/// <summary>The assembly that this process is bound to; the only others that it can reach are the contract and .NET's own.</summary>
internal sealed class ToolImage
{
    private readonly Assembly assembly;
    private readonly Dictionary<string, Tool?> tools = new(StringComparer.Ordinal);

    /// <param name="image">The assembly.</param>
    /// <param name="libraries">By their names, what it refers to beside the contract and .NET.</param>
    /// <exception cref="BadImageFormatException">The bytes are no assembly.</exception>
    public ToolImage(byte[] image, IReadOnlyDictionary<string, byte[]> libraries)
    {
        using var stream = new MemoryStream(image, writable: false);
        var context = new ToolLoadContext(unloadable: false);
        foreach (var (name, library) in libraries) context.Add(name, library);
        this.assembly = context.LoadFromStream(stream);
    }

    /// <summary>The tool of a class, or null where the assembly has none of that name.</summary>
    public Tool? Find(string typeName)
    {
        if (this.tools.TryGetValue(typeName, out var known)) return known;
        return this.tools[typeName] =
            this.assembly.GetType(typeName, throwOnError: false)?.GetProperty("Instance", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as Tool;
    }

    /// <summary>Sets which variant of its tools the assembly is.</summary>
    /// <returns>False where it has no variants and another than the tools themselves is asked for.</returns>
    public bool Switch(int variant)
    {
        if (this.assembly.GetType("_Mutants", throwOnError: false)?.GetField("Current", BindingFlags.NonPublic | BindingFlags.Static) is not { } field) return variant == 0;
        field.SetValue(null, variant);
        return true;
    }
}
