using System;

namespace ToolGen;

/// <summary>A sample of a <see cref="ToolAttribute">tool method</see>: held against its schemas at build, run by <c>[ToolSamples]</c>.</summary>
/// <param name="input">The arguments: a JSON object.</param>
/// <param name="output">The whole output, a JSON object: a result that is no object stands in its <c>result</c>. Null where <see cref="Error"/> is set.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class ToolExampleAttribute(string input, string? output = null) : Attribute
{
    /// <summary>The arguments.</summary>
    public string Input { get; } = input;

    /// <summary>The output; null where an error is expected.</summary>
    public string? Output { get; } = output;

    /// <summary>The error that is expected: <c>code</c> or <c>code /pointer</c>; null: none.</summary>
    public string? Error { get; init; }

    /// <summary>For people; null: its number.</summary>
    public string? Name { get; init; }

    /// <summary>The world before, as <c>given</c> of a sample in a spec: a JSON object with <c>http</c>, <c>files</c>, <c>now</c> …; null: an empty one.</summary>
    public string? Given { get; init; }
}
