using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Catalogs;

namespace ToolGen;

/// <summary>A tool as a host sees it: JSON in, JSON or errors out. Thread-safe; holds no state between calls.</summary>
public abstract class Tool
{
    // Beside the tools, which stay small: few hosts ask for a variant.
    private static readonly ConditionalWeakTable<Tool, List<ToolVariant>> Variants = [];

    private ToolDescriptor? published;

    /// <summary>What a model sees of it.</summary>
    public abstract ToolDescriptor Descriptor { get; }

    /// <summary>Caps of one call.</summary>
    public virtual ToolLimits Limits => ToolLimits.Default;

    /// <summary>The tool of a running server that its spec was imported from; null: it was not.</summary>
    public virtual ToolOrigin? ServedFrom => null;

    /// <summary>Checks the arguments, runs the tool, checks the output.</summary>
    /// <param name="arguments">One JSON object, UTF-8. Empty stands for <c>{}</c>.</param>
    /// <param name="context">The effects that the tool may have.</param>
    /// <param name="cancellationToken">Ends the call; the result is then an error with the code <c>canceled</c>.</param>
    /// <returns>The output as JSON, or every error of the call. What a caller or the tool did wrong never throws.</returns>
    public abstract ValueTask<ToolResult> CallAsync(ReadOnlyMemory<byte> arguments, ToolContext context, CancellationToken cancellationToken = default);

    /// <summary>The same for arguments that were parsed already; nothing stands for <c>{}</c>.</summary>
    public virtual ValueTask<ToolResult> CallAsync(JsonElement arguments, ToolContext context, CancellationToken cancellationToken = default) =>
        this.CallAsync(arguments.ValueKind == JsonValueKind.Undefined ? default(ReadOnlyMemory<byte>) : JsonMarshal.GetRawUtf8Value(arguments).ToArray(), context, cancellationToken);

    /// <summary>The tool as a provider's strict mode takes it; made at its first use, then the same object.</summary>
    /// <returns>Null where the tool was not generated.</returns>
    public ToolVariant? Strict(StrictProvider provider)
    {
        if (Variants.TryGetValue(this, out var known) && known.Find(one => one.Provider == provider) is { } made) return made;
        var data = this.StrictData(provider);
        if (data.IsEmpty) return null;
        var variant = new ToolVariant(this, provider, data.ToArray());
        lock (Variants)
        {
            known = Variants.GetValue(this, _ => []);
            if (known.Find(one => one.Provider == provider) is { } other) return other;
            Variants.AddOrUpdate(this, [.. known, variant]);
            return variant;
        }
    }

    /// <summary>What <see cref="Strict"/> is made from, JSON as generated code holds it: data of the assembly that costs nothing until it is asked for.</summary>
    protected virtual ReadOnlySpan<byte> StrictData(StrictProvider provider) => default;

    /// <summary>What <see cref="Descriptor"/> is made from, as <see cref="CatalogSource.Part"/> has it; made at its first use, or by the catalog before, then the same object.</summary>
    protected ToolDescriptor DescriptorOf(ReadOnlySpan<byte> data)
    {
        if (this.published is { } known) return known;
        var at = 0;
        return this.Publish(new(new PublishedData(new PublishedPart(data), data, ref at)));
    }

    internal ToolDescriptor Publish(ToolDescriptor descriptor) => Interlocked.CompareExchange(ref this.published, descriptor, null) ?? descriptor;
}
