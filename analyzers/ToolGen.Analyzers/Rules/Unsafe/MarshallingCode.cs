using System;
using Microsoft.CodeAnalysis;

namespace ToolGen.Analyzers.Rules.Unsafe;

/// <summary>What the platform's generator writes for <c>[LibraryImport]</c>: unsafe by its nature, and told once, at the declaration that asks for it (TG3121).</summary>
internal static class MarshallingCode
{
    private const string Generator = "Microsoft.Interop.LibraryImportGenerator";

    public static bool Is(SyntaxTree tree) =>
        tree.FilePath.EndsWith("LibraryImports.g.cs", StringComparison.Ordinal) && tree.FilePath.IndexOf(Generator, StringComparison.Ordinal) >= 0;
}
