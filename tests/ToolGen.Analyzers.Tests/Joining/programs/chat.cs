using System.ComponentModel;
using Microsoft.Extensions.AI;

namespace App;

public static class Chat
{
    public static ChatOptions Options(int degrees)
    {
        var station = new Station(degrees);
        return new ChatOptions
        {
            Tools =
            [
                AIFunctionFactory.Create(GetWeather),
                AIFunctionFactory.Create(station.MeasureAsync, "measure", "Measures the temperature here."),
                AIFunctionFactory.Create(Convert.ToKelvin, new AIFunctionFactoryOptions { Name = "to_kelvin" }),
                AIFunctionFactory.Create((int a, int b) => a + b, "add", "Adds two numbers."),
            ],
        };
    }

    [Description("Gets the weather of a city.")]
    internal static string GetWeather(string city, Unit unit = Unit.Celsius) => unit == Unit.Celsius ? $"21 in {city}" : $"70 in {city}";
}

public enum Unit { Celsius, Fahrenheit }

public sealed record Reading(int Degrees, string Sensor);

public sealed class Station(int degrees)
{
    private int count;

    /// <summary>Another text for people.</summary>
    public async Task<Reading> MeasureAsync([Description("Its name.")] string sensor, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        return new(degrees + this.count++, sensor);
    }
}

public static class Convert
{
    /// <summary>Celsius to Kelvin.</summary>
    public static decimal ToKelvin(decimal celsius) => celsius + 273.15m;
}
