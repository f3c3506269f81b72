using System;
using System.Text;
using System.Text.Json;

namespace ToolGen.Registry.Audit;

/// <summary>What counts of a record of a call. Read by the million, so without a tree.</summary>
/// <remarks>A refusal that is about no version needs neither a fault nor a time.</remarks>
/// <param name="Id">The version; null: none was called.</param>
/// <param name="Fault">The first letter of whose fault it was; <c>n</c>: it answered.</param>
/// <param name="Microseconds">How long it took.</param>
/// <param name="Shape">The shape of its arguments: <see cref="ShapeHash"/> of its text as the body has it; null: it is not kept.</param>
internal readonly record struct CallBody(string? Id, char Fault, long Microseconds, long? Shape)
{
    /// <summary>Reads the body of a <c>called</c> or <c>refused</c> record; false where it is none.</summary>
    public static bool TryRead(string text, out CallBody call) => TryRead(Encoding.UTF8.GetBytes(text), out call);

    /// <summary>The same from bytes.</summary>
    public static bool TryRead(ReadOnlySpan<byte> utf8, out CallBody call)
    {
        call = default;
        var reader = new Utf8JsonReader(utf8);
        string? id = null;
        var fault = '?';
        var microseconds = 0L;
        long? shape = null;
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return false;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("id"u8))
                {
                    reader.Read();
                    if (reader.TokenType == JsonTokenType.String) id = reader.GetString();
                }
                else if (reader.ValueTextEquals("fault"u8))
                {
                    reader.Read();
                    fault = reader.TokenType == JsonTokenType.String ? Letter(ref reader) : '?';
                }
                else if (reader.ValueTextEquals("us"u8))
                {
                    reader.Read();
                    if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out microseconds) || microseconds < 0) return false;
                }
                else if (reader.ValueTextEquals("shape"u8))
                {
                    reader.Read();
                    if (reader.TokenType == JsonTokenType.String) shape = ShapeHash.Of(reader.ValueSpan);
                    else reader.Skip();
                }
                else
                {
                    reader.Read();
                    reader.Skip();
                }
            }
        }
        catch (JsonException)
        {
            return false;
        }

        call = new(id, fault, microseconds, shape);
        return id is null || fault != '?';
    }

    private static char Letter(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("none"u8) ? 'n'
        : reader.ValueTextEquals("caller"u8) ? 'c'
        : reader.ValueTextEquals("tool"u8) ? 't'
        : reader.ValueTextEquals("environment"u8) ? 'e'
        : reader.ValueTextEquals("host"u8) ? 'h'
        : '?';
}
