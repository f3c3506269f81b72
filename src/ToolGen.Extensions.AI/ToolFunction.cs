using System;
using System.Buffers;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace ToolGen.Extensions.AI;

/// <summary>
/// A tool as an <see cref="AIFunction"/>. Its result is the output as a <see cref="JsonElement"/>, or, where the call failed, the errors as text that says what to
/// write instead: a model reads either, and nothing throws but cancellation.
/// </summary>
public sealed class ToolFunction : AIFunction
{
    /// <summary>The first is what the client of OpenAI reads, the second what that of Anthropic does.</summary>
    private static readonly IReadOnlyDictionary<string, object?> IsStrict = new Dictionary<string, object?> { ["strict"] = true, ["Strict"] = true };

    private readonly Func<IServiceProvider?, IToolbox> toolbox;
    private readonly ToolVariant? variant;
    private readonly Lazy<JsonElement> input;
    private readonly Lazy<JsonElement> output;

    /// <param name="toolbox">Calls it.</param>
    /// <param name="descriptor">One of the toolbox's tools.</param>
    /// <param name="variant">The tool's variant for the strict mode that the model is called with: it is published, and calls are mapped back. Null: none.</param>
    public ToolFunction(IToolbox toolbox, ToolDescriptor descriptor, ToolVariant? variant = null)
        : this(Always(toolbox), descriptor, variant)
    {
    }

    /// <param name="toolbox">Calls it, given the services of the call.</param>
    /// <param name="descriptor">One of the toolbox's tools.</param>
    /// <param name="variant">See the other.</param>
    internal ToolFunction(Func<IServiceProvider?, IToolbox> toolbox, ToolDescriptor descriptor, ToolVariant? variant)
    {
        this.variant = variant;
        this.toolbox = toolbox;
        this.Descriptor = descriptor ?? throw new ArgumentNullException(nameof(descriptor));
        this.input = new(() => Parse(variant?.InputSchema ?? descriptor.InputSchema));
        this.output = new(() => Parse(descriptor.OutputSchema));
    }

    /// <summary>What it calls.</summary>
    public ToolDescriptor Descriptor { get; }

    /// <inheritdoc/>
    public override string Name => this.Descriptor.Name;

    /// <inheritdoc/>
    public override string Description => this.Descriptor.Description;

    /// <inheritdoc/>
    public override JsonElement JsonSchema => this.input.Value;

    /// <inheritdoc/>
    public override JsonElement? ReturnJsonSchema => this.output.Value;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> AdditionalProperties => this.variant is null ? base.AdditionalProperties : IsStrict;

    /// <inheritdoc/>
    public override object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType == typeof(ToolDescriptor) ? this.Descriptor : base.GetService(serviceType, serviceKey);

    /// <inheritdoc/>
    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>();
        this.Write(buffer, arguments);
        ReadOnlyMemory<byte> said = buffer.WrittenMemory;
        if (this.variant?.ToCanonical(said, out said) is { Count: > 0 } errors) return ToolResult.Failure(errors).ErrorText();
        var result = await this.toolbox(arguments.Services).CallAsync(this.Name, said, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return result.IsError ? result.ErrorText() : Parse(result.Output);
    }

    private static Func<IServiceProvider?, IToolbox> Always(IToolbox toolbox)
    {
        ArgumentNullException.ThrowIfNull(toolbox);
        return _ => toolbox;
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> json) => JsonElement.Parse(json.Span, new JsonDocumentOptions { MaxDepth = 1_000 });

    /// <summary>A model's arguments are JSON already, passed on as they came: half of a surrogate pair is the tool's to refuse, where a model reads why; values that a program gives are written by the function's own serializer options.</summary>
    private void Write(ArrayBufferWriter<byte> buffer, AIFunctionArguments arguments)
    {
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { MaxDepth = 1_000 });
        json.WriteStartObject();
        foreach (var (name, value) in (IEnumerable<KeyValuePair<string, object?>>)arguments)
        {
            json.WritePropertyName(name);
            if (value is JsonElement { ValueKind: not JsonValueKind.Undefined } element) json.WriteRawValue(JsonMarshal.GetRawUtf8Value(element), skipInputValidation: true);
            else if (value is JsonNode node) node.WriteTo(json);
            else if (value is null or JsonElement) json.WriteNullValue();
            else JsonSerializer.Serialize(json, value, this.JsonSerializerOptions.GetTypeInfo(value.GetType()));
        }

        json.WriteEndObject();
    }
}
