using System;
using System.Buffers;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace ToolGen.Mcp;

/// <summary>
/// A tool in an MCP server. Its answer always has structured content and the same as text; errors of any kind are a result with <c>isError</c> whose text says
/// what to write instead, so that the model sees them.
/// </summary>
public sealed class ToolGenServerTool : McpServerTool
{
    private readonly Func<IServiceProvider?, IToolbox> toolbox;

    /// <param name="toolbox">Calls it.</param>
    /// <param name="descriptor">One of the toolbox's tools.</param>
    public ToolGenServerTool(IToolbox toolbox, ToolDescriptor descriptor)
        : this(Always(toolbox), descriptor)
    {
    }

    /// <param name="toolbox">Calls it, given the services of the request.</param>
    /// <param name="descriptor">One of the toolbox's tools.</param>
    internal ToolGenServerTool(Func<IServiceProvider?, IToolbox> toolbox, ToolDescriptor descriptor)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        this.toolbox = toolbox;
        var hints = descriptor.Annotations;
        this.ProtocolTool = new()
        {
            Name = descriptor.Name,
            Title = descriptor.Title,
            Description = descriptor.Description,
            InputSchema = Parse(descriptor.InputSchema),
            OutputSchema = Parse(descriptor.OutputSchema),
            Annotations = new() { Title = descriptor.Title, ReadOnlyHint = hints.ReadOnlyHint, DestructiveHint = hints.DestructiveHint, IdempotentHint = hints.IdempotentHint, OpenWorldHint = hints.OpenWorldHint },
        };
        this.Metadata = [descriptor];
    }

    /// <inheritdoc/>
    public override ModelContextProtocol.Protocol.Tool ProtocolTool { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<object> Metadata { get; }

    /// <inheritdoc/>
    public override async ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var result = await this.toolbox(request.Services).CallAsync(this.ProtocolTool.Name, Arguments(request.Params?.Arguments), cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return result.IsError
            ? new() { IsError = true, Content = [new TextContentBlock { Text = result.ErrorText() }] }
            : new() { Content = [new TextContentBlock { Text = Encoding.UTF8.GetString(result.Output.Span) }], StructuredContent = Parse(result.Output) };
    }

    private static Func<IServiceProvider?, IToolbox> Always(IToolbox toolbox)
    {
        ArgumentNullException.ThrowIfNull(toolbox);
        return _ => toolbox;
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> json) => JsonElement.Parse(json.Span, new JsonDocumentOptions { MaxDepth = 1_000 });

    private static ReadOnlyMemory<byte> Arguments(IDictionary<string, JsonElement>? arguments)
    {
        if (arguments is null) return default;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { MaxDepth = 1_000 }))
        {
            json.WriteStartObject();
            foreach (var (name, value) in arguments)
            {
                json.WritePropertyName(name);

                // As it came: half of a surrogate pair is the tool's to refuse, where a model reads why.
                json.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
