using System;
using System.Collections.Generic;
using System.Text;

namespace ToolGen.Catalogs;

/// <summary>What a <see cref="CatalogSource"/> says of one tool, where it stands: each thing is read when it is first asked for.</summary>
internal sealed class PublishedData
{
    private readonly PublishedPart part;
    private readonly int texts;
    private readonly int end;
    private readonly int jsonLength;
    private readonly int inputStart;
    private readonly int inputLength;
    private readonly int outputStart;
    private readonly int outputLength;
    private byte[]? mcpTool;
    private byte[]? input;
    private byte[]? output;
    private byte[]? example;

    /// <param name="part">Holds it.</param>
    /// <param name="data">Of the part.</param>
    /// <param name="at">Where the tool begins in it; then where it ends.</param>
    public PublishedData(PublishedPart part, ReadOnlySpan<byte> data, ref int at)
    {
        this.part = part;
        var line = Number(data, ref at);
        this.jsonLength = Number(data, ref at);
        this.end = at + line;
        this.inputStart = Number(data, ref at);
        this.inputLength = Number(data, ref at);
        this.outputStart = Number(data, ref at);
        this.outputLength = Number(data, ref at);
        this.Annotations = new(data[at] == '1', data[at + 1] == '1', data[at + 2] == '1', data[at + 3] == '1');
        this.texts = at + 5;
        at = this.end + this.jsonLength + 2;
    }

    public ReadOnlyMemory<byte> McpTool => this.mcpTool ??= this.Json(0, this.jsonLength);

    public ReadOnlyMemory<byte> InputSchema => this.input ??= this.Json(this.inputStart, this.inputLength);

    public ReadOnlyMemory<byte> OutputSchema => this.output ??= this.Json(this.outputStart, this.outputLength);

    public ToolAnnotations Annotations { get; }

    public string Name => this.Text(0);

    public string Description => this.Text(1);

    public string? Title => this.Text(2) is { Length: > 0 } title ? title[1..] : null;

    public string Version => this.Text(3);

    public string Kind => this.Text(4);

    public string SpecHash => this.Text(5);

    public ReadOnlyMemory<byte> Example => this.example ??= Encoding.UTF8.GetBytes(this.Text(6));

    public IReadOnlyList<string> Capabilities
    {
        get
        {
            var data = this.part.Data;
            var at = this.Place(data, 7);
            if (at == this.end) return [];
            var all = new List<string>();
            while (at < this.end) all.Add(PublishedText.Next(data, PublishedText.FieldEnd, ref at));
            return [.. all];
        }
    }

    private string Text(int field)
    {
        var data = this.part.Data;
        var at = this.Place(data, field);
        return PublishedText.Next(data, PublishedText.FieldEnd, ref at);
    }

    private int Place(ReadOnlySpan<byte> data, int field)
    {
        var at = this.texts;
        for (; field > 0; at++)
            if (data[at] == PublishedText.FieldEnd) field--;
        return at;
    }

    private byte[] Json(int start, int length) => this.part.Data.Slice(this.end + 1 + start, length).ToArray();

    private static int Number(ReadOnlySpan<byte> data, ref int at)
    {
        var number = 0;
        for (; data[at] != PublishedText.FieldEnd; at++)
            number = data[at] is >= (byte)'0' and <= (byte)'9' ? checked((number * 10) + data[at] - '0') : throw new FormatException("the data of a tool hold no number where one stands");
        at++;
        return number;
    }
}
