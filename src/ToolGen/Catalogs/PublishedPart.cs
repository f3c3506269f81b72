using System;

namespace ToolGen.Catalogs;

/// <summary>One part of what a source says; or a copy of what one tool says of itself.</summary>
internal sealed class PublishedPart
{
    private readonly CatalogSource? source;
    private readonly int number;
    private readonly byte[]? copy;

    public PublishedPart(CatalogSource source, int number)
    {
        this.source = source;
        this.number = number;
    }

    public PublishedPart(ReadOnlySpan<byte> data) => this.copy = data.ToArray();

    public ReadOnlySpan<byte> Data => this.source is { } source ? source.Part(this.number) : this.copy;
}
