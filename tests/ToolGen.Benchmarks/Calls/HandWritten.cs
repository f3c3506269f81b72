using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ToolGen.Benchmarks.Calls;

/// <summary>The calls as a person writes them who wants them fast: the same checks of arguments and output, no error but the first, no place.</summary>
internal static partial class HandWritten
{
    public static byte[] WindChill(ReadOnlySpan<byte> utf8)
    {
        double? temperature = null;
        int? wind = null;
        bool? dry = null;
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        HandJson.Begin(ref reader);
        while (HandJson.Next(ref reader))
        {
            if (reader.ValueTextEquals("temperature"u8))
            {
                HandJson.Once(ref reader, temperature is null);
                temperature = HandJson.Number(ref reader, -90, 10);
            }
            else if (reader.ValueTextEquals("wind"u8))
            {
                HandJson.Once(ref reader, wind is null);
                wind = HandJson.Integer(ref reader, 5, 400);
            }
            else if (reader.ValueTextEquals("dry"u8))
            {
                HandJson.Once(ref reader, dry is null);
                dry = HandJson.Boolean(ref reader);
            }
            else
            {
                throw HandJson.Unknown();
            }
        }

        HandJson.End(ref reader);
        var feels = Functions.WindChill(HandJson.Required(temperature), HandJson.Required(wind), dry ?? true).Feels;
        if (feels is < -200 or > 100) throw new FormatException("output");
        var writer = HandJson.Write();
        writer.WriteStartObject();
        writer.WriteNumber("feels"u8, feels);
        writer.WriteEndObject();
        return HandJson.Written();
    }

    public static byte[] TicketLine(ReadOnlySpan<byte> utf8)
    {
        string? id = null, title = null, priority = null, owner = null;
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        HandJson.Begin(ref reader);
        while (HandJson.Next(ref reader))
        {
            if (reader.ValueTextEquals("id"u8))
            {
                HandJson.Once(ref reader, id is null);
                id = HandJson.Text(ref reader, 0, int.MaxValue);
                if (!TicketId().IsMatch(id)) throw new FormatException("pattern");
            }
            else if (reader.ValueTextEquals("title"u8))
            {
                HandJson.Once(ref reader, title is null);
                title = HandJson.Text(ref reader, 1, 120);
            }
            else if (reader.ValueTextEquals("priority"u8))
            {
                HandJson.Once(ref reader, priority is null);
                priority = Priority(ref reader);
            }
            else if (reader.ValueTextEquals("owner"u8))
            {
                HandJson.Once(ref reader, owner is null);
                owner = HandJson.Text(ref reader, 0, 40);
            }
            else
            {
                throw HandJson.Unknown();
            }
        }

        HandJson.End(ref reader);
        var line = Functions.TicketLine(HandJson.Required(id), HandJson.Required(title), HandJson.Required(priority), owner).Line;
        if (line.Length is < 5 or > 250) throw new FormatException("output");
        var writer = HandJson.Write();
        writer.WriteStartObject();
        writer.WriteString("line"u8, line);
        writer.WriteEndObject();
        return HandJson.Written();
    }

    public static byte[] PriceOrder(ReadOnlySpan<byte> utf8)
    {
        Customer? customer = null;
        List<OrderLine>? lines = null;
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        HandJson.Begin(ref reader);
        while (HandJson.Next(ref reader))
        {
            if (reader.ValueTextEquals("customer"u8))
            {
                HandJson.Once(ref reader, customer is null);
                customer = ReadCustomer(ref reader);
            }
            else if (reader.ValueTextEquals("lines"u8))
            {
                HandJson.Once(ref reader, lines is null);
                HandJson.Begin(ref reader, JsonTokenType.StartArray);
                lines = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) lines.Add(ReadLine(ref reader));
                if (lines.Count is < 1 or > 100) throw new FormatException("items");
            }
            else
            {
                throw HandJson.Unknown();
            }
        }

        HandJson.End(ref reader);
        var price = Functions.PriceOrder(HandJson.Required(customer), HandJson.Required(lines));
        if (price.Units is < 0 or > 100_000) throw new FormatException("output");
        var writer = HandJson.Write();
        writer.WriteStartObject();
        writer.WriteNumber("units"u8, price.Units);
        writer.WriteNumber("net"u8, HandJson.Checked(price.Net, 0));
        writer.WriteNumber("shipping"u8, HandJson.Checked(price.Shipping, 0));
        writer.WriteNumber("total"u8, HandJson.Checked(price.Total, 0));
        writer.WriteEndObject();
        return HandJson.Written();
    }

    public static byte[] ShapeArea(ReadOnlySpan<byte> utf8)
    {
        Shape? shape = null;
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        HandJson.Begin(ref reader);
        while (HandJson.Next(ref reader))
        {
            if (!reader.ValueTextEquals("shape"u8)) throw HandJson.Unknown();
            HandJson.Once(ref reader, shape is null);
            shape = ReadShape(ref reader);
        }

        HandJson.End(ref reader);
        var area = Functions.ShapeArea(HandJson.Required(shape)).Value;
        var writer = HandJson.Write();
        writer.WriteStartObject();
        writer.WriteNumber("area"u8, HandJson.Checked(area, 0));
        writer.WriteEndObject();
        return HandJson.Written();
    }

    public static byte[] LoanPlan(ReadOnlySpan<byte> utf8)
    {
        double? amount = null, rate = null;
        int? months = null;
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        HandJson.Begin(ref reader);
        while (HandJson.Next(ref reader))
        {
            if (reader.ValueTextEquals("amount"u8))
            {
                HandJson.Once(ref reader, amount is null);
                amount = HandJson.Number(ref reader, double.Epsilon, 100_000_000);
            }
            else if (reader.ValueTextEquals("rate"u8))
            {
                HandJson.Once(ref reader, rate is null);
                rate = HandJson.Number(ref reader, 0.01, 50);
            }
            else if (reader.ValueTextEquals("months"u8))
            {
                HandJson.Once(ref reader, months is null);
                months = HandJson.Integer(ref reader, 1, 600);
            }
            else
            {
                throw HandJson.Unknown();
            }
        }

        HandJson.End(ref reader);
        var loan = Functions.LoanPlan(HandJson.Required(amount), HandJson.Required(rate), HandJson.Required(months));
        if (loan.Plan.Count > 600) throw new FormatException("output");
        var writer = HandJson.Write();
        writer.WriteStartObject();
        writer.WriteNumber("payment"u8, loan.Payment);
        writer.WriteStartArray("plan"u8);
        foreach (var payment in loan.Plan)
        {
            if (payment.Month is < 1 or > 600) throw new FormatException("output");
            writer.WriteStartObject();
            writer.WriteNumber("month"u8, payment.Month);
            writer.WriteNumber("interest"u8, payment.Interest);
            writer.WriteNumber("principal"u8, payment.Principal);
            writer.WriteNumber("left"u8, payment.Left);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        return HandJson.Written();
    }

    [GeneratedRegex("^[A-Z]{2,5}-[0-9]{1,6}\\z")]
    private static partial Regex TicketId();

    [GeneratedRegex("^[A-Z]{2}\\z")]
    private static partial Regex Country();
}
