namespace ToolGen.Transforms;

/// <summary>A part of the path of an output file.</summary>
/// <param name="Text">Fixed for the run; null: a value of the row's or file's, which the path waits for.</param>
/// <param name="IsPath">Of a value: whether it is of the path of a file that was found, which has its slashes and is a path already; else it becomes a safe part of a name.</param>
public readonly record struct OutputPart(string? Text, bool IsPath = false);
