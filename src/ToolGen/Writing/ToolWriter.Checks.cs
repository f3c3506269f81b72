using System;
using System.Collections.Generic;
using ToolGen.Checks;

namespace ToolGen;

public sealed partial class ToolWriter
{
    /// <summary>Where the next value begins.</summary>
    internal long Place() => this.json.BytesCommitted + this.json.BytesPending;

    /// <summary>Checks what was written since <paramref name="start"/> by a whole rule.</summary>
    public void Verify(long start, SchemaRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        this.json.Flush();
        var written = this.buffer.WrittenSpan;

        // The writer puts the comma in front of the value.
        if (written[(int)start] == (byte)',') start++;
        var found = ToolReader.ErrorsOf(written[(int)start..], rule, this.code);
        if (found.Count == 0) return;
        var pointer = JsonPointers.At(written, start);
        foreach (var error in found) this.Errors.Add(error.Below(pointer));
    }

    /// <summary>Marks where a value begins, for <see cref="Verify"/>.</summary>
    public long Mark() => this.Place();

    private ErrorList Errors => this.errors ??= new(this.code);

    private void After(long start, SchemaRule? rule)
    {
        this.Cap();
        if (rule is not null) this.Verify(start, rule);
    }

    /// <summary>Notes that a value which the schema requires is null.</summary>
    private bool Absent(string expected)
    {
        this.Note(Faults.Type(expected), "null");
        this.json.WriteNullValue();
        return false;
    }

    private void Violation(string message, string allowed) => this.Note(new("output", message, allowed), null);

    private void Note(Fault fault, string? given)
    {
        this.json.Flush();

        // A final number is complete for a reader only when something follows it.
        byte[] soFar = [.. this.buffer.WrittenSpan, (byte)' '];
        this.Errors.Add(JsonPointers.At(soFar, soFar.Length), fault, given);
    }

    private void Cap()
    {
        if (this.Place() > this.limit) throw new OutputTooLongException();
    }

    // A record can hold itself through a list; such an output is refused before the stack ends.
    private void Open()
    {
        if (this.json.CurrentDepth >= ToolReader.MaxDepth) throw new OutputTooLongException();
    }

    /// <summary>Leaves the writing of an output that is beyond its cap.</summary>
    internal sealed class OutputTooLongException : Exception;
}
