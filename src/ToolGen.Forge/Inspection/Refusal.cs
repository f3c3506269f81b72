using ToolGen.Specification;
using ToolGen.Specification.Findings;

namespace ToolGen.Forge.Inspection;

/// <summary>Something in a compiled assembly that keeps it from being loaded.</summary>
/// <param name="Descriptor">What kind of thing; its arguments follow.</param>
/// <param name="Arguments">For the message.</param>
/// <param name="TypeName">The outermost type that holds it: the class of a tool; null where it belongs to no type, so that no tool of the assembly may run.</param>
/// <param name="Site">Where it was written; null where the debug information has no line.</param>
internal sealed record Refusal(FindingDescriptor Descriptor, EquatableArray<string> Arguments, string? TypeName, SourceSite? Site = null);

/// <summary>A place in a source, as debug information tells it; lines and columns from 1.</summary>
/// <param name="Document">The name that the compiler was given, or <c>#line</c> wrote.</param>
/// <param name="Line">The first line.</param>
/// <param name="Column">The first column.</param>
/// <param name="EndLine">The last line.</param>
/// <param name="EndColumn">The column behind the last.</param>
internal sealed record SourceSite(string Document, int Line, int Column, int EndLine, int EndColumn);
