using System;
using System.Collections.Generic;

namespace ToolGen.Sandbox.Protocol;

/// <summary>A <see cref="ToolResult"/> in a frame.</summary>
internal static class ResultFields
{
    public static void Write(FrameWriter writer, ToolResult result)
    {
        writer.Bool(result.IsError);
        if (!result.IsError)
        {
            writer.Bytes(result.Output.Span);
            return;
        }

        var count = Math.Min(result.Errors.Count, FrameLimits.Errors);
        writer.Int(count);
        for (var i = 0; i < count; i++)
        {
            var error = result.Errors[i];
            writer.Text(Cut(error.Code, FrameLimits.Text)!).Text(Cut(error.Message, FrameLimits.Message)!).OptionalText(Cut(error.Pointer, FrameLimits.Text))
                .OptionalText(Cut(error.Given, FrameLimits.Text)).OptionalText(Cut(error.Allowed, FrameLimits.Text)).OptionalText(Cut(error.Correction, FrameLimits.Text));
        }
    }

    public static ToolResult Read(ref FrameReader reader)
    {
        if (!reader.Bool()) return ToolResult.Success(reader.Bytes().ToArray());
        var count = reader.Count(12, FrameReader.Object);
        if (count is 0 or > FrameLimits.Errors) throw new ProtocolException("a failure without errors, or with too many");
        var errors = new List<ToolError>(count);
        for (var i = 0; i < count; i++)
            errors.Add(new(reader.Text(), reader.Text(), reader.OptionalText(), reader.OptionalText(), reader.OptionalText(), reader.OptionalText()));
        return ToolResult.Failure(errors);
    }

    /// <summary>At most so many characters, none of them half of one.</summary>
    public static string? Cut(string? text, int maximum) =>
        text is null || text.Length <= maximum ? text : text[..(char.IsHighSurrogate(text[maximum - 2]) ? maximum - 2 : maximum - 1)] + "…";
}
