using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen;

/// <summary>
/// A tool in the words of one provider's strict mode: the schema to send, and the way back. Every call that the tool's own schema accepts can be said
/// in it and maps back to itself; what it lets through more, the tool refuses. Thread-safe.
/// </summary>
public sealed class ToolVariant
{
    private readonly Tool tool;
    private readonly VariantMap? map;

    internal ToolVariant(Tool tool, StrictProvider provider, ReadOnlyMemory<byte> data)
    {
        this.tool = tool;
        this.Provider = provider;
        this.InputSchema = tool.Descriptor.InputSchema;
        using var document = JsonDocument.Parse(data, new JsonDocumentOptions { MaxDepth = VariantMap.MaxDepth });
        if (document.RootElement.TryGetProperty("schema", out var schema)) this.InputSchema = System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(schema).ToArray();
        if (document.RootElement.TryGetProperty("map", out var written)) this.map = VariantMap.Read(written);
    }

    public StrictProvider Provider { get; }

    /// <summary>JSON Schema of the arguments as the provider takes it, UTF-8.</summary>
    public ReadOnlyMemory<byte> InputSchema { get; }

    /// <summary>Whether arguments are said as in the tool's own schema, so that nothing is mapped.</summary>
    public bool IsDirect => this.map is null;

    /// <summary>Maps arguments back to the tool's own schema. They are not checked by it: the tool does that.</summary>
    /// <param name="arguments">What the model wrote for <see cref="InputSchema"/>: one JSON object, UTF-8. Where it is no JSON, it comes back as it is.</param>
    /// <param name="canonical">The arguments for <see cref="Tool.CallAsync(ReadOnlyMemory{byte}, ToolContext, CancellationToken)"/>; empty where there are errors.</param>
    /// <returns>What cannot be mapped back: text that must be JSON and is none, a name given twice. Pointers are those of <paramref name="arguments"/>. Empty where all could.</returns>
    public IReadOnlyList<ToolError> ToCanonical(ReadOnlyMemory<byte> arguments, out ReadOnlyMemory<byte> canonical)
    {
        canonical = arguments;
        return this.map is null || arguments.IsEmpty ? [] : VariantReader.Read(this.map, arguments, out canonical);
    }

    /// <summary>Maps arguments back and calls the tool.</summary>
    /// <inheritdoc cref="Tool.CallAsync(ReadOnlyMemory{byte}, ToolContext, CancellationToken)"/>
    public ValueTask<ToolResult> CallAsync(ReadOnlyMemory<byte> arguments, ToolContext context, CancellationToken cancellationToken = default) =>
        this.ToCanonical(arguments, out var canonical) is { Count: > 0 } errors ? new(ToolResult.Failure(errors)) : this.tool.CallAsync(canonical, context, cancellationToken);
}
