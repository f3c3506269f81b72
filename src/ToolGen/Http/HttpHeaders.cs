using System;
using System.Collections.Generic;
using ToolGen.Checks;
using ToolGen.Values;

namespace ToolGen.Http;

/// <summary>The headers of a request; called by generated code.</summary>
public sealed class HttpHeaders
{
    /// <summary>Most characters of one header: 8,000.</summary>
    public const int MaxLength = 8_000;

    private readonly List<KeyValuePair<string, string>> all = [];

    /// <summary>What was added.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> All => this.all;

    /// <summary>A header; null leaves it out.</summary>
    public HttpHeaders Add(string name, object? value, string? pointer = null)
    {
        if (ValueText.IsNull(value)) return this;
        this.all.Add(new(name, Part(ValueText.Of(value!) ?? throw Bad($"the header {name} takes one text", pointer), pointer)));
        return this;
    }

    /// <summary>A value inside a header: printable ASCII, so that it can't begin another one.</summary>
    /// <exception cref="ToolException"><c>invalid_input</c>: it has other characters, or is too long.</exception>
    public static string Part(string value, string? pointer = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > MaxLength) throw Bad($"a header takes at most {MaxLength} characters", pointer);
        foreach (var c in value)
            if (c is not (>= ' ' and <= '~')) throw Bad("a header takes letters, digits and signs of ASCII on one line", pointer);
        return value;
    }

    /// <summary>The name of a header or query parameter that a value chooses: letters, digits, <c>-._</c>.</summary>
    /// <exception cref="ToolException"><c>invalid_input</c>: it has other characters.</exception>
    public static string Name(string value, string? pointer = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length is 0 or > 100) throw Bad("a name takes 1 to 100 characters", pointer);
        if (HttpHeaderNames.IsOfHost(value)) throw Bad($"{value} is set by the host", pointer);
        foreach (var c in value)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.' or '_')) throw Bad("a name takes letters, digits, - . _", pointer);
        return value;
    }

    /// <summary>A user's name before a password: without a colon, which would end it.</summary>
    /// <exception cref="ToolException"><c>invalid_input</c>: it has a colon or control characters.</exception>
    public static string User(string value, string? pointer = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        foreach (var c in value)
            if (c == ':' || char.IsControl(c)) throw Bad("a user's name has no colon and stands on one line", pointer);
        return value;
    }

    private static ToolException Bad(string why, string? pointer) => new(ToolErrorCodes.InvalidInput, why) { Pointer = pointer };
}
