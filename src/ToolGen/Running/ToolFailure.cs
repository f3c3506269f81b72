using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;

namespace ToolGen;

/// <summary>What an exception of a tool's code becomes: nothing of its text reaches the caller, but the place in the spec does.</summary>
internal static class ToolFailure
{
    private const string SpecExtension = ".tool.json";

    /// <summary>Logs the exception with its stack, and makes the caller's error.</summary>
    public static ToolResult Of(Exception exception, Tool tool, ToolContext context)
    {
        if (exception is Checks.PatternLimitException limit) return ToolResult.Failure(new ToolError(ToolErrorCodes.Limit, limit.Message));
        var place = PlaceInSpec(exception);
        context.Log($"{tool.Descriptor.Name}: {(place is null ? "" : place + ": ")}{exception}");
        var message = $"the tool failed with {exception.GetType().Name}";
        return ToolResult.Failure(new ToolError(ToolErrorCodes.Internal, place is null ? message : $"{message} at {place}"));
    }

    /// <summary>The innermost frame that stands in a spec, as <c>name.tool.json:12</c>; null where no symbols say so.</summary>
    private static string? PlaceInSpec(Exception exception)
    {
        foreach (var frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetFileName() is { } file && file.EndsWith(SpecExtension, StringComparison.OrdinalIgnoreCase))
                return string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}:{frame.GetFileLineNumber()}");
        }

        return null;
    }
}
