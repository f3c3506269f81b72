using System;
using ToolGen.Sandbox.Protocol;

namespace ToolGen.Sandbox.Worker;

/// <summary>The value of an effect.</summary>
internal readonly struct Answer
{
    /// <summary>The effect's number, and how it went.</summary>
    private const int Header = 5;

    private readonly byte[] fields;

    private Answer(byte[] fields) => this.fields = fields;

    public FrameReader Reader => new(this.fields.AsSpan(Header));

    /// <exception cref="ToolException">The effect ended so.</exception>
    /// <exception cref="OperationCanceledException">It was canceled.</exception>
    public static Answer Of(byte[] fields)
    {
        var reader = new FrameReader(fields.AsSpan(Header));
        switch ((AnswerKind)fields[Header - 1])
        {
            case AnswerKind.Value:
                return new(fields);
            case AnswerKind.Error:
                throw new ToolException(reader.Text(), reader.Text()) { Pointer = reader.OptionalText() };
            case AnswerKind.Canceled:
                throw new OperationCanceledException();
            default:
                throw new InvalidOperationException($"the host failed with {reader.Text()}");
        }
    }
}
