// Converts a text into a value of a type; the type is any that the caller can name.
using System;
using System.ComponentModel;
using System.Globalization;
using ToolGen;

namespace Vulnerable
{
    public static class ConversionTools
    {
        /// <summary>Converts a text into a value of a type and shows it.</summary>
        /// <param name="type">The type, such as System.Guid.</param>
        /// <param name="text">The text.</param>
        [Tool(Name = "convert_value", ReadOnly = true)]
        public static string ConvertValue(string type, string text)
        {
            var target = Type.GetType(type, throwOnError: true, ignoreCase: true)!;
            var converter = TypeDescriptor.GetConverter(target);
            return converter.CanConvertFrom(typeof(string))
                ? converter.ConvertFromInvariantString(text)?.ToString() ?? "null"
                : Activator.CreateInstance(target, text)?.ToString() ?? "null";
        }
    }
}

namespace Fixed
{
    public static class ConversionTools
    {
        /// <summary>Converts a text into a value of a type and shows it.</summary>
        /// <param name="type">guid, integer, number, date or duration.</param>
        /// <param name="text">The text.</param>
        [Tool(Name = "convert_value", ReadOnly = true)]
        public static string ConvertValue(string type, string text)
        {
            IFormattable value = type.ToLowerInvariant() switch
            {
                "guid" => Guid.Parse(text),
                "integer" => long.Parse(text, CultureInfo.InvariantCulture),
                "number" => double.Parse(text, CultureInfo.InvariantCulture),
                "date" => DateOnly.Parse(text, CultureInfo.InvariantCulture),
                "duration" => TimeSpan.Parse(text, CultureInfo.InvariantCulture),
                _ => throw new ToolException(ToolErrorCodes.InvalidInput, "a type is guid, integer, number, date or duration"),
            };
            return value.ToString(null, CultureInfo.InvariantCulture);
        }
    }
}
