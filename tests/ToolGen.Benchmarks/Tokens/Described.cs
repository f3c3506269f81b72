namespace ToolGen.Benchmarks.Tokens;

/// <summary>A tool of a data set.</summary>
/// <param name="Name">In the data set.</param>
/// <param name="Raw">What its authors published of it, compact JSON.</param>
/// <param name="Spec">Its spec.</param>
/// <param name="Request">Of an operation: the same without its responses; null: it is none.</param>
internal sealed record Described(string Name, string Raw, string Spec, string? Request = null);
