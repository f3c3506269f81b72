using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ToolGen.Generator.Gate;

/// <summary>How C# is read, by the gate and of generated source alike.</summary>
public static class CodeParsing
{
    /// <summary>C# 14, comments as comments, no symbols: what the gate knows, whatever the compiler around it would add.</summary>
    public static CSharpParseOptions Options { get; } =
        new(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Regular, Array.Empty<string>());
}
