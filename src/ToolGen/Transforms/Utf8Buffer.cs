using System;
using System.Text;

namespace ToolGen.Transforms;

/// <summary>Bytes of the row at hand, used again for the next one.</summary>
internal sealed class Utf8Buffer
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private byte[] bytes = new byte[1024];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => this.bytes.AsSpan(0, this.Length);

    public void Clear() => this.Length = 0;

    public void Add(byte value)
    {
        this.Reserve(1);
        this.bytes[this.Length++] = value;
    }

    public void Add(ReadOnlySpan<byte> values)
    {
        this.Reserve(values.Length);
        values.CopyTo(this.bytes.AsSpan(this.Length));
        this.Length += values.Length;
    }

    /// <exception cref="ToolException"><c>invalid_output</c>: the text holds half of a surrogate pair.</exception>
    public void Add(ReadOnlySpan<char> text)
    {
        this.Reserve(checked(text.Length * 3));
        try
        {
            this.Length += Encoding.GetBytes(text, this.bytes.AsSpan(this.Length));
        }
        catch (EncoderFallbackException)
        {
            throw new ToolException(ToolErrorCodes.InvalidOutput, "a text that is written to a file holds half of a surrogate pair");
        }
    }

    public void Add<T>(T value, ReadOnlySpan<char> format = default)
        where T : IUtf8SpanFormattable
    {
        const int enough = 64;
        this.Reserve(enough);
        int written;
        while (!value.TryFormat(this.bytes.AsSpan(this.Length), out written, format, System.Globalization.CultureInfo.InvariantCulture)) this.Reserve(this.bytes.Length);
        this.Length += written;
    }

    private void Reserve(int more)
    {
        const int most = TextBuffer.MaxLength * 4;
        var needed = this.Length + more;
        if (needed <= this.bytes.Length) return;
        if (needed > most) throw new ToolException(ToolErrorCodes.Limit, $"one row that is written to a file is longer than {most >> 20} MiB");
        Array.Resize(ref this.bytes, Math.Min(most, Math.Max(needed, this.bytes.Length * 2)));
    }
}
