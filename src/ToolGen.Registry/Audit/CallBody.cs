using System;
using System.Text;
using System.Text.Json;

namespace ToolGen.Registry.Audit;

/// <summary>What counts of a record of a call. Read by the million, so without a tree.</summary>
/// <remarks>A refusal that is about no version needs neither a fault nor a time.</remarks>
internal readonly record struct CallBody(string? Id, char Fault, long Microseconds)
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

        call = new(id, fault, microseconds);
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
