using System;
using System.Collections.Generic;
using System.Linq;

namespace ToolGen;

/// <summary>What came of a call: an output, or errors.</summary>
public sealed class ToolResult
{
    /// <summary>Lines of <see cref="ErrorText"/> before the rest is only counted.</summary>
    public const int MaxLines = 20;

    private ToolResult(ReadOnlyMemory<byte> output, IReadOnlyList<ToolError> errors)
    {
        this.Output = output;
        this.Errors = errors;
    }

    /// <summary>The output as JSON in UTF-8; empty where there are errors.</summary>
    public ReadOnlyMemory<byte> Output { get; }

    /// <summary>All errors of the call, empty where it succeeded.</summary>
    public IReadOnlyList<ToolError> Errors { get; }

    /// <summary>Whether <see cref="Errors"/> has any.</summary>
    public bool IsError => this.Errors.Count > 0;

    /// <summary>The errors as text for a model: a line each, at most <see cref="MaxLines"/>, then how many more there are; empty where there are none.</summary>
    public string ErrorText()
    {
        var lines = this.Errors.Take(MaxLines).Select(error => $"{error.Code}: {error}");
        if (this.Errors.Count > MaxLines) lines = lines.Append($"and {this.Errors.Count - MaxLines} more errors");
        return string.Join('\n', lines);
    }

    /// <summary>A success.</summary>
    public static ToolResult Success(ReadOnlyMemory<byte> output) => new(output, []);

    /// <summary>A failure of at least one error.</summary>
    public static ToolResult Failure(params IReadOnlyList<ToolError> errors)
    {
        ArgumentOutOfRangeException.ThrowIfZero(errors.Count);
        return new(default, errors);
    }
}

/// <summary>One thing that went wrong, for a model to act on.</summary>
/// <param name="Code">One of <see cref="ToolErrorCodes"/>, or a code of the tool's own.</param>
/// <param name="Message">A sentence: what is wrong and what is allowed.</param>
/// <param name="Pointer">JSON Pointer (RFC 6901) into the arguments or the output; null where no place is meant. The root is the empty string.</param>
/// <param name="Given">The offending value as JSON, cut to at most 100 characters, secrets masked; null where there is none.</param>
/// <param name="Allowed">What is allowed there, in words or JSON; null where <paramref name="Message"/> says all.</param>
/// <param name="Correction">
/// A JSON value that passes in that place, where it is obvious (a near miss of an enum, a number inside a string …); for a property that is unknown, its
/// right name. It was tried against the schema. Null where there is none, or it is too long to be repeated: <paramref name="Message"/> then says what to do.
/// </param>
public sealed record ToolError(string Code, string Message, string? Pointer = null, string? Given = null, string? Allowed = null, string? Correction = null)
{
    /// <summary>The error as one line for a model, at most about 80 tokens: <c>/count must be an integer, given "12"; write 12</c>.</summary>
    public override string ToString()
    {
        var place = this.Pointer switch { null => "", "" when this.Code == ToolErrorCodes.InvalidInput => "arguments: ", "" => "output: ", _ => this.Pointer + ' ' };
        var given = this.Given is null ? "" : $", given {this.Given}";
        var correction = this.Correction is null ? "" : $"; write {this.Correction}";
        return Checks.ShortText.Visible(place + this.Message + given + correction);
    }
}

/// <summary>The closed list of codes that are not a tool's own (SPEC §1.4).</summary>
public static class ToolErrorCodes
{
    public const string InvalidInput = "invalid_input";
    public const string InvalidOutput = "invalid_output";
    public const string NotFound = "not_found";
    public const string Denied = "denied";
    public const string Unavailable = "unavailable";
    public const string Timeout = "timeout";
    public const string Limit = "limit";
    public const string BadData = "bad_data";
    public const string Upstream = "upstream";
    public const string MissingSecret = "missing_secret";
    public const string Dependency = "dependency";
    public const string StepFailed = "step_failed";
    public const string Canceled = "canceled";
    public const string Internal = "internal";
}

/// <summary>Ends a run with an error of a tool: what <c>throw Fail("code", "message")</c> throws.</summary>
public sealed class ToolException : Exception
{
    public ToolException(string code, string message)
        : base(message) => this.Code = code;

    /// <summary>One of <see cref="ToolErrorCodes"/>, or a code of the tool's own in snake_case.</summary>
    public string Code { get; }

    /// <summary>JSON Pointer of the argument that is at fault; null where none is.</summary>
    public string? Pointer { get; init; }
}
