using System;
using System.Text;

namespace ToolGen.Http;

/// <summary>A form (<c>application/x-www-form-urlencoded</c>); called by generated code.</summary>
public sealed class HttpForm
{
    /// <summary>Most characters of a form: 8 Mi.</summary>
    public const int MaxLength = 8 << 20;

    private readonly StringBuilder text = new();

    /// <summary>A field: a list repeats its name, null leaves it out.</summary>
    /// <exception cref="ToolException"><c>invalid_input</c>: it is an object; <c>limit</c>: the form becomes too long.</exception>
    public HttpForm Add(string name, object? value, string? pointer = null)
    {
        HttpParameters.Append(this.text, this.text.Length == 0 ? "" : "&", name, value, pointer, MaxLength);
        return this;
    }

    /// <summary>The body.</summary>
    public HttpBody Body() => new(Encoding.ASCII.GetBytes(this.text.ToString()), "application/x-www-form-urlencoded");
}
