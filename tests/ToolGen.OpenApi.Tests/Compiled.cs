using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Forge.Compilation;
using ToolGen.Generator;
using ToolGen.Specification.Specs;
using SourceText = ToolGen.Specification.Json.SourceText;

namespace ToolGen.OpenApi.Tests;

/// <summary>Imported specs as loaded tools.</summary>
internal sealed class Compiled : IDisposable
{
    private readonly LoadedTools loaded;
    private readonly Dictionary<string, string> types;

    private Compiled(LoadedTools loaded, Dictionary<string, string> types)
    {
        this.loaded = loaded;
        this.types = types;
    }

    public Tool this[string name] => this.loaded.Find(this.types[name])!;

    /// <summary>Compiles all of them together; one that does not compile fails the test.</summary>
    public static Compiled Of(IReadOnlyList<ImportedTool> tools)
    {
        var compiled = ToolCompiler.Compile(tools.Select(Unit).ToArray());
        foreach (var tool in compiled.Tools) Assert.IsTrue(tool.IsCompiled, $"{tool.Unit.Name}\n{string.Join("\n", tool.Findings)}");
        return new(new LoadedTools(compiled.Image.AsSpan()), compiled.Tools.ToDictionary(tool => tool.Unit.Name, tool => tool.Unit.TypeName));
    }

    public void Dispose() => this.loaded.Dispose();

    private static ToolUnit Unit(ImportedTool tool)
    {
        var reading = SpecReader.Read(new SourceText(tool.Name + ".tool.json", tool.Text));
        Assert.IsNotNull(reading.Spec, $"{tool.Text}\n{string.Join("\n", reading.Findings)}");
        var generated = ToolSource.Generate(reading.Spec, new GenerationOptions());
        Assert.IsFalse(generated.IsFallback, $"{tool.Text}\n{string.Join("\n", generated.Findings)}");
        return new ToolUnit(tool.Name, "Tools", generated.ClassName, "#nullable enable\n" + generated.Source, reading.Spec.Source, reading.Spec.Root);
    }
}
