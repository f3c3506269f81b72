using System;
using System.IO;
using System.Reflection;
using ToolGen.Sandbox.Worker;

namespace ToolGen.Forge.Compilation;

/// <summary>A compiled assembly in this process, in a load context of its own that can be unloaded. Running a tool here is no sandbox.</summary>
internal sealed class LoadedTools : IDisposable
{
    private readonly ToolLoadContext context;
    private readonly Assembly assembly;

    /// <param name="image">What <see cref="ToolCompiler"/> made; the only other assemblies it can reach are the contract and .NET's own.</param>
    /// <param name="unloadable">Whether it can be unloaded. Code that can is compiled at once and inlined; code that can't starts unoptimized, so that
    /// the first exceptions name the line of the spec exactly, and is what a short-lived process wants.</param>
    /// <exception cref="BadImageFormatException">The bytes are no assembly.</exception>
    public LoadedTools(ReadOnlySpan<byte> image, bool unloadable = true)
    {
        this.context = new(unloadable);
        using var stream = new MemoryStream(image.ToArray(), writable: false);
        this.assembly = this.context.LoadFromStream(stream);
    }

    /// <summary>The tool of a class, or null where the assembly has none of that name.</summary>
    /// <param name="typeName">As <see cref="ToolUnit.TypeName"/>.</param>
    public Tool? Find(string typeName) =>
        this.assembly.GetType(typeName, throwOnError: false)?.GetProperty("Instance", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as Tool;

    /// <summary>Lets go of the assembly; it unloads when nothing refers to its tools any more.</summary>
    public void Dispose()
    {
        if (this.context.IsCollectible) this.context.Unload();
    }
}
