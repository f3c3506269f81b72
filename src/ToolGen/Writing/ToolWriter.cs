using System;
using System.Buffers;
using System.Collections.Generic;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ToolGen;

/// <summary>Writes one value of a type; generated, and handed to <see cref="ToolWriter.List{T}"/> and <see cref="ToolWriter.Map{T}"/>.</summary>
public delegate void ToolWrite<in T>(ToolWriter writer, T value);

/// <summary>
/// Writes an output as JSON and checks it in the same pass. What does not fit the output schema is noted, and all of it is reported.
/// Characters of the basic plane stand for themselves; the bytes are capped.
/// </summary>
public sealed partial class ToolWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true, MaxDepth = ToolReader.MaxDepth };

    /// <summary>A buffer beyond this is given away with its output; one below is used again.</summary>
    private const int MaxKept = 64 << 10;

    [ThreadStatic]
    private static ToolWriter? kept;

    private readonly Utf8JsonWriter json;
    private ArrayBufferWriter<byte> buffer = new(256);
    private long limit;
    private string code;
    private ErrorList? errors;

    private ToolWriter(string code, long limit)
    {
        this.json = new(this.buffer, Options);
        this.code = code;
        this.limit = limit;
    }

    /// <summary>Writes a whole value.</summary>
    /// <param name="value">What the tool returned.</param>
    /// <param name="write">What writes the root.</param>
    /// <param name="code">The code of schema errors.</param>
    /// <param name="limit">The most bytes.</param>
    internal static ToolResult Write<T>(T value, ToolWrite<T> write, string code, long limit)
    {
        var writer = Take(code, limit);
        try
        {
            write(writer, value);
            writer.json.Flush();
            return writer.errors is { } errors ? ToolResult.Failure(errors.Errors) : ToolResult.Success(writer.Output());
        }
        catch (OutputTooLongException)
        {
            return ToolResult.Failure(new ToolError(ToolErrorCodes.Limit, $"the output is longer than {limit} bytes", null, null, $"at most {limit} bytes"));
        }
        finally
        {
            writer.Restart();
            kept = writer;
        }
    }

    // While it writes nobody else has it: what it writes can be a list that calls tools.
    private static ToolWriter Take(string code, long limit)
    {
        if (kept is not { } writer) return new(code, limit);
        kept = null;
        (writer.code, writer.limit) = (code, limit);
        return writer;
    }

    private ReadOnlyMemory<byte> Output()
    {
        if (this.buffer.WrittenCount <= MaxKept) return this.buffer.WrittenSpan.ToArray();
        var output = this.buffer.WrittenMemory;
        this.buffer = new(256);
        return output;
    }

    /// <summary>A writer that is used again for each of many values.</summary>
    internal static ToolWriter ForRows(long limit) => new(ToolErrorCodes.InvalidOutput, limit);

    /// <summary>Forgets what was written.</summary>
    internal void Restart()
    {
        if (this.buffer.Capacity > MaxKept) this.buffer = new(256);
        this.buffer.ResetWrittenCount();
        this.json.Reset(this.buffer);
        this.errors = null;
    }

    /// <summary>What was written.</summary>
    /// <exception cref="ToolException">It is not as JSON can have it.</exception>
    internal ReadOnlySpan<byte> Finish()
    {
        this.json.Flush();
        return this.errors is { } errors ? throw new ToolException(errors.Errors[0].Code, errors.Errors[0].Message) : this.buffer.WrittenSpan;
    }

    /// <summary>Begins a member; its value follows.</summary>
    public ToolWriter Name(ReadOnlySpan<byte> name)
    {
        this.json.WritePropertyName(name);
        return this;
    }

    /// <inheritdoc cref="Name(ReadOnlySpan{byte})"/>
    public ToolWriter Name(string name)
    {
        this.json.WritePropertyName(name);
        return this;
    }

    /// <summary>Begins an object; false, and an error, where there is none to write.</summary>
    public bool Object(object? value)
    {
        if (value is null) return this.Absent("an object");
        this.Open();
        this.json.WriteStartObject();
        return true;
    }

    /// <summary>Ends the object.</summary>
    public void EndObject()
    {
        this.json.WriteEndObject();
        this.Cap();
    }

    /// <summary>Begins an array of fixed length.</summary>
    public void Tuple()
    {
        this.Open();
        this.json.WriteStartArray();
    }

    /// <summary>Ends the array.</summary>
    public void EndTuple() => this.json.WriteEndArray();

    /// <summary><c>null</c>.</summary>
    public void Null() => this.json.WriteNullValue();

    /// <summary>An array of one type.</summary>
    public void List<T>(IReadOnlyList<T>? values, ToolWrite<T> write, SchemaRule? rule = null)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (values is null)
        {
            this.Absent("an array");
            return;
        }

        var start = this.Place();
        this.Open();
        this.json.WriteStartArray();
        for (var i = 0; i < values.Count; i++) write(this, values[i]);
        this.json.WriteEndArray();
        this.After(start, rule is not null && rule.TakesCount(values.Count) ? null : rule);
    }

    /// <summary>An object whose members are all of one type, in the order of the dictionary.</summary>
    public void Map<T>(IReadOnlyDictionary<string, T>? values, ToolWrite<T> write, SchemaRule? rule = null)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (values is null)
        {
            this.Absent("an object");
            return;
        }

        var start = this.Place();
        this.Open();
        this.json.WriteStartObject();
        foreach (var (name, value) in values)
        {
            this.json.WritePropertyName(name);
            write(this, value);
        }

        this.json.WriteEndObject();
        this.After(start, rule is not null && rule.TakesCount(values.Count) ? null : rule);
    }
}
