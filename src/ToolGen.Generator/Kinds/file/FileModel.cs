using ToolGen.Generator.Kinds.Transform;

namespace ToolGen.Generator.Kinds.File;

/// <summary>What <c>file.sbn</c> prints: every decision made.</summary>
/// <param name="Rows">The transform.</param>
/// <param name="Pattern">The parts of the pattern of the files that are read.</param>
/// <param name="UsesFile">Whether the file at hand is used.</param>
/// <param name="Output">Where the rows go; null: nowhere.</param>
internal sealed record FileModel(TransformModel Rows, string Pattern, bool UsesFile, OutputModel? Output);

/// <summary>Files that are written.</summary>
/// <param name="Format">A name of the contract's <c>OutputFormat</c>.</param>
/// <param name="MaxFiles">Most files.</param>
/// <param name="Replaces">Whether files that are there are replaced.</param>
/// <param name="Path">The parts of the path.</param>
/// <param name="Columns">An array of a table's columns, or <c>null</c>.</param>
internal sealed record OutputModel(string Format, long MaxFiles, bool Replaces, string Path, string Columns);
