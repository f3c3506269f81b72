using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Text.Json.Serialization;

namespace ToolGen.Benchmarks.Calls;

/// <summary>What the specs beside this file do, as methods: for the factory and for the calls written by hand.</summary>
internal static class Functions
{
    [Description("Tell how cold it feels in wind, in whole degrees Celsius. Use it for weather reports; it holds below 10 °C and above 5 km/h.")]
    public static Chill WindChill([Description("Of the air, in °C.")] double temperature, [Description("In km/h.")] int wind, [Description("Whether skin is dry; wet skin feels 3 °C colder.")] bool dry = true)
    {
        var feels = 13.12 + (0.6215 * temperature) + (((0.3965 * temperature) - 11.37) * Math.Pow(wind, 0.16));
        return new((int)Math.Round(dry ? feels : feels - 3));
    }

    [Description("Write the one line that stands for a support ticket in a list. Use it before posting tickets to a channel.")]
    public static Ticket TicketLine(
        [Description("Such as SHOP-1042.")] string id, [Description("What it is about.")] string title, [Description("How soon it matters.")] string priority, [Description("Who works on it; nobody where it is left out.")] string? owner = null) =>
        new(string.Concat(id, " [", priority, "] ", title + (owner is null ? "" : " @" + owner)));

    [Description("Add up an order: units, the sum without shipping, shipping by the customer's country, and the total. Prices are in euro.")]
    public static OrderPrice PriceOrder([Description("Who pays.")] Customer customer, [Description("What is bought.")] IReadOnlyList<OrderLine> lines)
    {
        var units = 0;
        var net = 0.0;
        foreach (var line in lines)
        {
            units += line.Quantity;
            net += line.Quantity * line.Price;
        }

        var shipping = net >= 500 ? 0 : customer.Country == "DE" ? 4.9 : 12.5;
        return new(units, net, shipping, net + shipping);
    }

    [Description("Compute the area of a circle, a rectangle or a triangle. Use it for plans and materials; all lengths are in metres.")]
    public static Area ShapeArea([Description("By its kind.")] Shape shape) => new(shape switch
    {
        Circle c => Math.PI * c.Radius * c.Radius,
        Rectangle r => r.Width * r.Height,
        Triangle t => t.Base * t.Height / 2,
        _ => 0,
    });

    [Description("List the monthly payments of a loan at a fixed rate: interest, principal and what is left, each month. Use it for offers.")]
    public static Loan LoanPlan([Description("What is lent.")] double amount, [Description("Percent a year.")] double rate, [Description("Payments.")] int months)
    {
        var monthly = rate / 1200;
        var payment = Math.Round(amount * monthly / (1 - Math.Pow(1 + monthly, -months)), 2);
        var left = amount;
        var plan = new Payment[months];
        for (var i = 0; i < plan.Length; i++)
        {
            var interest = Math.Round(left * monthly, 2);
            var principal = i == plan.Length - 1 ? left : Math.Round(payment - interest, 2);
            left = Math.Round(left - principal, 2);
            plan[i] = new(i + 1, interest, principal, left);
        }

        return new(payment, plan);
    }
}

internal sealed record Chill(int Feels);

internal sealed record Ticket(string Line);

internal sealed record Customer(string Name, string Country);

internal sealed record OrderLine(string Sku, int Quantity, double Price);

internal sealed record OrderPrice(int Units, double Net, double Shipping, double Total);

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Circle), "circle")]
[JsonDerivedType(typeof(Rectangle), "rectangle")]
[JsonDerivedType(typeof(Triangle), "triangle")]
internal abstract record Shape;

internal sealed record Circle(double Radius) : Shape;

internal sealed record Rectangle(double Width, double Height) : Shape;

internal sealed record Triangle(double Base, double Height) : Shape;

internal sealed record Area([property: JsonPropertyName("area")] double Value);

internal sealed record Loan(double Payment, IReadOnlyList<Payment> Plan);

internal sealed record Payment(int Month, double Interest, double Principal, double Left);
