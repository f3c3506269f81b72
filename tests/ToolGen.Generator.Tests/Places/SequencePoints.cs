using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using ToolGen.Generator.Tests.Harness;

namespace ToolGen.Generator.Tests.Places;

/// <summary>Where a debugger stops, read from the portable symbols that the compiler writes.</summary>
internal static class SequencePoints
{
    /// <summary>Line and column, from 1, of every visible sequence point that stands in a file of that ending.</summary>
    public static IReadOnlySet<(int Line, int Column)> In(string ending, GeneratedTool generated, OptimizationLevel optimization)
    {
        var compilation = CompiledTool.Compile(generated);
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.WithOptions(compilation.Options.WithOptimizationLevel(optimization))
            .Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        if (!result.Success) throw new InvalidOperationException(string.Join("\n", result.Diagnostics) + "\n" + generated.Source);

        symbols.Position = 0;
        using var provider = MetadataReaderProvider.FromPortablePdbStream(symbols);
        var reader = provider.GetMetadataReader();
        return reader.MethodDebugInformation.SelectMany(handle => reader.GetMethodDebugInformation(handle).GetSequencePoints())
            .Where(point => !point.IsHidden && reader.GetString(reader.GetDocument(point.Document).Name).EndsWith(ending, StringComparison.Ordinal))
            .Select(point => (point.StartLine, point.StartColumn)).ToHashSet();
    }
}
