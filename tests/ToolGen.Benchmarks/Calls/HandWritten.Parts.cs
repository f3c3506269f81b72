using System;
using System.Text.Json;

namespace ToolGen.Benchmarks.Calls;

/// <content>The parts of arguments.</content>
internal static partial class HandWritten
{
    private static string Priority(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            if (reader.ValueTextEquals("low"u8)) return "low";
            if (reader.ValueTextEquals("normal"u8)) return "normal";
            if (reader.ValueTextEquals("high"u8)) return "high";
            if (reader.ValueTextEquals("urgent"u8)) return "urgent";
        }

        throw new FormatException("enum");
    }

    private static Customer ReadCustomer(ref Utf8JsonReader reader)
    {
        string? name = null, country = null;
        HandJson.Begin(ref reader);
        while (HandJson.Next(ref reader))
        {
            if (reader.ValueTextEquals("name"u8))
            {
                HandJson.Once(ref reader, name is null);
                name = HandJson.Text(ref reader, 1, 80);
            }
            else if (reader.ValueTextEquals("country"u8))
            {
                HandJson.Once(ref reader, country is null);
                country = HandJson.Text(ref reader, 0, int.MaxValue);
                if (!Country().IsMatch(country)) throw new FormatException("pattern");
            }
            else
            {
                throw HandJson.Unknown();
            }
        }

        return new(HandJson.Required(name), HandJson.Required(country));
    }

    private static OrderLine ReadLine(ref Utf8JsonReader reader)
    {
        string? sku = null;
        int? quantity = null;
        double? price = null;
        HandJson.Begin(ref reader);
        while (HandJson.Next(ref reader))
        {
            if (reader.ValueTextEquals("sku"u8))
            {
                HandJson.Once(ref reader, sku is null);
                sku = HandJson.Text(ref reader, 3, 20);
            }
            else if (reader.ValueTextEquals("quantity"u8))
            {
                HandJson.Once(ref reader, quantity is null);
                quantity = HandJson.Integer(ref reader, 1, 1000);
            }
            else if (reader.ValueTextEquals("price"u8))
            {
                HandJson.Once(ref reader, price is null);
                price = HandJson.Number(ref reader, 0, 100_000);
            }
            else
            {
                throw HandJson.Unknown();
            }
        }

        return new(HandJson.Required(sku), HandJson.Required(quantity), HandJson.Required(price));
    }

    private static Shape ReadShape(ref Utf8JsonReader reader)
    {
        string? kind = null;
        double? radius = null, width = null, height = null, side = null;
        HandJson.Begin(ref reader);
        while (HandJson.Next(ref reader))
        {
            if (reader.ValueTextEquals("kind"u8))
            {
                HandJson.Once(ref reader, kind is null);
                kind = Kind(ref reader);
            }
            else if (reader.ValueTextEquals("radius"u8))
            {
                HandJson.Once(ref reader, radius is null);
                radius = HandJson.Number(ref reader, 0, 1_000_000);
            }
            else if (reader.ValueTextEquals("width"u8))
            {
                HandJson.Once(ref reader, width is null);
                width = HandJson.Number(ref reader, 0, 1_000_000);
            }
            else if (reader.ValueTextEquals("height"u8))
            {
                HandJson.Once(ref reader, height is null);
                height = HandJson.Number(ref reader, 0, 1_000_000);
            }
            else if (reader.ValueTextEquals("base"u8))
            {
                HandJson.Once(ref reader, side is null);
                side = HandJson.Number(ref reader, 0, 1_000_000);
            }
            else
            {
                throw HandJson.Unknown();
            }
        }

        return (kind, radius, width, height, side) switch
        {
            ("circle", { } r, null, null, null) => new Circle(r),
            ("rectangle", null, { } w, { } h, null) => new Rectangle(w, h),
            ("triangle", null, null, { } h, { } b) => new Triangle(b, h),
            _ => throw new FormatException("no shape"),
        };
    }

    private static string Kind(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            if (reader.ValueTextEquals("circle"u8)) return "circle";
            if (reader.ValueTextEquals("rectangle"u8)) return "rectangle";
            if (reader.ValueTextEquals("triangle"u8)) return "triangle";
        }

        throw new FormatException("enum");
    }
}
