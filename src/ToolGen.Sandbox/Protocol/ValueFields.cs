using System;
using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace ToolGen.Sandbox.Protocol;

/// <summary>One value of a database in a frame, its type with it.</summary>
internal static class ValueFields
{
    /// <summary>Bytes of a whole number: writing it down takes longer than its length.</summary>
    private const int MostOfBig = 4 << 10;

    private enum Kind : byte
    {
        Null,
        Text,
        Bytes,
        True,
        False,
        Int,
        Long,
        Double,
        Decimal,
        Date,
        Time,
        Instant,
        Duration,
        Guid,
        Big,
        Json,
    }

    /// <exception cref="ToolException"><c>bad_data</c>: no other type is a value.</exception>
    public static void Write(FrameWriter writer, object? value)
    {
        switch (value)
        {
            case null or DBNull or JsonElement { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null }:
                writer.Byte((byte)Kind.Null);
                break;
            case string text:
                writer.Byte((byte)Kind.Text).Text(text);
                break;
            case char letter:
                writer.Byte((byte)Kind.Text).Text(letter.ToString());
                break;
            case byte[] bytes:
                writer.Byte((byte)Kind.Bytes).Bytes(bytes);
                break;
            case ReadOnlyMemory<byte> bytes:
                writer.Byte((byte)Kind.Bytes).Bytes(bytes.Span);
                break;
            case bool flag:
                writer.Byte((byte)(flag ? Kind.True : Kind.False));
                break;
            case int integer:
                writer.Byte((byte)Kind.Int).Int(integer);
                break;
            case long or short or ushort or byte or sbyte or uint:
                writer.Byte((byte)Kind.Long).Long(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double or float:
                writer.Byte((byte)Kind.Double).Double(Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
            case decimal number:
                writer.Byte((byte)Kind.Decimal);
                foreach (var part in decimal.GetBits(number)) writer.Int(part);
                break;
            case DateOnly date:
                writer.Byte((byte)Kind.Date).Int(date.DayNumber);
                break;
            case TimeOnly time:
                writer.Byte((byte)Kind.Time).Long(time.Ticks);
                break;
            case DateTimeOffset instant:
                writer.Byte((byte)Kind.Instant).Long(instant.Ticks).Long(instant.Offset.Ticks);
                break;
            case DateTime instant:
                Write(writer, new DateTimeOffset(DateTime.SpecifyKind(instant, DateTimeKind.Utc)));
                break;
            case TimeSpan duration:
                writer.Byte((byte)Kind.Duration).Long(duration.Ticks);
                break;
            case Guid id:
                writer.Byte((byte)Kind.Guid).Bytes(id.ToByteArray());
                break;
            case BigInteger big:
                writer.Byte((byte)Kind.Big).Bytes(big.ToByteArray());
                break;
            case JsonElement json:
                writer.Byte((byte)Kind.Json).Text(json.GetRawText());
                break;
            default:
                throw new ToolException(ToolErrorCodes.BadData, $"a value of the type {value.GetType().Name} can be no parameter of a statement");
        }
    }

    /// <exception cref="ProtocolException">It is none.</exception>
    public static object? Read(ref FrameReader reader)
    {
        try
        {
            return (Kind)reader.Byte() switch
            {
                Kind.Null => null,
                Kind.Text => reader.Text(),
                Kind.Bytes => reader.Bytes().ToArray(),
                Kind.True => true,
                Kind.False => false,
                Kind.Int => reader.Int(),
                Kind.Long => reader.Long(),
                Kind.Double => reader.Double(),
                Kind.Decimal => new decimal([reader.Int(), reader.Int(), reader.Int(), reader.Int()]),
                Kind.Date => DateOnly.FromDayNumber(reader.Int()),
                Kind.Time => new TimeOnly(reader.Long()),
                Kind.Instant => new DateTimeOffset(reader.Long(), new TimeSpan(reader.Long())),
                Kind.Duration => new TimeSpan(reader.Long()),
                Kind.Guid => new Guid(reader.Bytes()),
                Kind.Big => Big(reader.Bytes()),
                Kind.Json => Json(ref reader),
                _ => throw new ProtocolException("a value of no type"),
            };
        }
        catch (Exception e) when (e is ArgumentException or JsonException)
        {
            throw new ProtocolException("a value that its type does not have");
        }
    }

    private static JsonElement Json(ref FrameReader reader)
    {
        var text = reader.Text();

        // Two bytes of a text can be one value of a list.
        reader.Spend(8L * text.Length);
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    private static BigInteger Big(System.ReadOnlySpan<byte> bytes) => bytes.Length <= MostOfBig ? new(bytes) : throw new ProtocolException("a whole number of too many digits");
}
