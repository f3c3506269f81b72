using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Protocol;
using ToolGen.Mcp.Client.Listing;
using ToolGen.Mcp.Client.Schemas;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Mcp.Client.Calling;

/// <summary>One tool of a server. It stands for what was imported, and is checked on both sides of the wire.</summary>
internal sealed class ServerTool : Tool
{
    private static readonly JsonDocumentOptions Nesting = new() { MaxDepth = JsonReader.MaximumDepth };

    private readonly ServerList list;
    private readonly McpImportOptions options;
    private readonly IReadOnlyList<SchemaPlan> inputs;
    private readonly ServerAnswer answer;

    public ServerTool(ListedTool listed, ToolDescriptor descriptor, ServerList list, McpImportOptions options, SchemaPlan input, SchemaPlan? output)
        : this(listed, descriptor, list, options, [input], new ServerAnswer(options.MaximumAnswerBytes, output is null ? [] : [output], output is not null))
    {
    }

    private ServerTool(ListedTool listed, ToolDescriptor descriptor, ServerList list, McpImportOptions options, IReadOnlyList<SchemaPlan> inputs, ServerAnswer answer)
    {
        this.Listed = listed;
        this.Descriptor = descriptor;
        this.list = list;
        this.options = options;
        this.inputs = inputs;
        this.answer = answer;
        this.Limits = new(options.Timeout, options.MaximumAnswerBytes);
    }

    public ListedTool Listed { get; }

    public override ToolDescriptor Descriptor { get; }

    public override ToolLimits Limits { get; }

    /// <summary>The same tool as a spec declares it: both must be content with what goes over the wire.</summary>
    public ServerTool As(ToolDescriptor declared)
    {
        var descriptor = new ToolDescriptor
        {
            Name = declared.Name,
            Title = declared.Title,
            Description = declared.Description,
            Version = declared.Version,
            Kind = this.Descriptor.Kind,
            InputSchema = declared.InputSchema,
            OutputSchema = declared.OutputSchema,
            McpTool = declared.McpTool,
            Example = declared.Example,
            Annotations = Stricter(declared.Annotations, this.Descriptor.Annotations),
            Capabilities = [.. declared.Capabilities, .. this.Descriptor.Capabilities],
            SpecHash = declared.SpecHash,
        };
        return new(this.Listed, descriptor, this.list, this.options, [Plan(declared.InputSchema, SchemaUse.Input), .. this.inputs], this.answer.With(Plan(declared.OutputSchema, SchemaUse.Output)));
    }

    public override async ValueTask<ToolResult> CallAsync(ReadOnlyMemory<byte> arguments, ToolContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (sent, errors) = this.Read(arguments);
        if (errors.Count > 0) return ToolResult.Failure(errors);
        try
        {
            var result = await ServerCall.RunAsync(this.list.Client, end => this.ExchangeAsync(sent, end), this.options.Timeout, cancellationToken).ConfigureAwait(false);
            return this.answer.Read(result);
        }
        catch (ToolException e)
        {
            return ToolResult.Failure(new ToolError(e.Code, e.Message));
        }
    }

    private static ToolAnnotations Stricter(ToolAnnotations one, ToolAnnotations other) =>
        new(one.ReadOnlyHint && other.ReadOnlyHint, one.DestructiveHint || other.DestructiveHint, one.IdempotentHint && other.IdempotentHint, one.OpenWorldHint || other.OpenWorldHint);

    private static SchemaPlan Plan(ReadOnlyMemory<byte> schema, SchemaUse use)
    {
        var document = JsonReader.Read("schema", schema.Span);
        var plan = document.Root is null ? null : SchemaReader.Read(document.Root, new(document.Source), use, SchemaOptions.Specs with { Reviews = false });
        return plan ?? throw new ArgumentException("the declared tool's schema cannot be read: it was not made from a spec");
    }

    private async Task<CallToolResult> ExchangeAsync(IDictionary<string, JsonElement> arguments, CancellationToken cancellationToken)
    {
        await this.list.RequireUnchangedAsync(this.Listed, cancellationToken).ConfigureAwait(false);
        return await this.list.Client.CallToolAsync(new CallToolRequestParams { Name = this.Listed.Name, Arguments = arguments }, cancellationToken).ConfigureAwait(false);
    }

    private (IDictionary<string, JsonElement> Arguments, IReadOnlyList<ToolError> Errors) Read(ReadOnlyMemory<byte> arguments)
    {
        JsonElement value;
        try
        {
            value = JsonElement.Parse(arguments.IsEmpty ? "{}"u8 : arguments.Span, Nesting);
        }
        catch (JsonException)
        {
            return Wrong("must be one object of JSON, nested at most 128 deep");
        }

        if (value.ValueKind != JsonValueKind.Object) return Wrong("must be an object of JSON");
        if (JsonNodes.TryOf(value) is not { } node) return Wrong("must name no member twice and hold no half of a surrogate pair");
        foreach (var plan in this.inputs)
            if (SchemaErrors.Of(plan, node, ToolErrorCodes.InvalidInput) is { Count: > 0 } errors) return (new Dictionary<string, JsonElement>(), errors);
        return (value.EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal), []);
    }

    private static (IDictionary<string, JsonElement> Arguments, IReadOnlyList<ToolError> Errors) Wrong(string message) =>
        (new Dictionary<string, JsonElement>(), [new ToolError(ToolErrorCodes.InvalidInput, message, "")]);
}
