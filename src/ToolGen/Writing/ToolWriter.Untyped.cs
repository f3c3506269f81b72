using System;
using System.Collections;
using System.Collections.Generic;
using System.Numerics;
using System.Text.Json;

namespace ToolGen;

/// <summary>Values whose type no schema gives: those of a <c>let</c> in a body with holes.</summary>
public sealed partial class ToolWriter
{
    /// <summary>Begins an object.</summary>
    public void Object()
    {
        this.Open();
        this.json.WriteStartObject();
    }

    /// <summary>A value by what it is: null, text, number, boolean, date or time, bytes (base64), JSON, or a sequence or map of these.</summary>
    /// <exception cref="ToolException"><c>invalid_input</c>: JSON has no such value.</exception>
    public void Value(object? value)
    {
        switch (value)
        {
            case null: this.Null(); break;
            case string text: this.String(text); break;
            case bool flag: this.Boolean(flag); break;
            case int number: this.Int32(number); break;
            case long number: this.Int64(number); break;
            case double number: this.Double(number); break;
            case float number: this.Double(number); break;
            case decimal number: this.Decimal(number); break;
            case BigInteger number: this.Big(number); break;
            case char letter: this.String(letter.ToString()); break;
            case DateOnly date: this.Date(date); break;
            case TimeOnly time: this.Time(time); break;
            case DateTimeOffset instant: this.DateTime(instant); break;
            case TimeSpan duration: this.Duration(duration); break;
            case Guid id: this.Uuid(id); break;
            case JsonElement json: this.Element(json); break;
            case ReadOnlyMemory<byte> bytes: this.Bytes(bytes); break;
            case byte[] bytes: this.Bytes(bytes); break;
            case IReadOnlyDictionary<string, string> map: this.Members(map); break;
            case IReadOnlyDictionary<string, object?> map: this.Members(map); break;
            case IEnumerable sequence and not IDictionary: this.Values(sequence); break;
            default: throw new ToolException(ToolErrorCodes.InvalidInput, $"a value of the type {value.GetType().Name} can't be written as JSON: give text, a number, a boolean, a date, or a list of these");
        }
    }

    private void Members<T>(IReadOnlyDictionary<string, T> map)
    {
        this.Object();
        foreach (var (name, value) in map) this.Name(name).Value(value);
        this.EndObject();
    }

    private void Values(IEnumerable sequence)
    {
        this.Tuple();
        foreach (var value in sequence)
        {
            this.Value(value);
            this.Cap();
        }

        this.EndTuple();
    }
}
