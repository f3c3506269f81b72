// Fills a letter's placeholders; a path such as order.Shop.ApiKey walks over the properties of every object it meets.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;
using ToolGen;

namespace Vulnerable
{
    public sealed record Shop(string Name, string ApiKey);
    public sealed record Order(int Number, decimal Total, Shop Shop);

    public interface IOrders
    {
        Order Get(int number);
    }

    public sealed class LetterTools(IOrders orders)
    {
        private static readonly Regex Placeholder = new(@"\{\{([\w.]{1,100})\}\}", RegexOptions.NonBacktracking);

        /// <summary>Writes a letter about an order.</summary>
        /// <param name="template">Text with placeholders such as {{Number}} or {{Shop.Name}}.</param>
        [Tool(ReadOnly = true)]
        public string WriteLetter(int number, string template)
        {
            var order = orders.Get(number);
            return Placeholder.Replace(template, match => Resolve(order, match.Groups[1].Value));
        }

        private static string Resolve(object? value, string path)
        {
            foreach (var part in path.Split('.'))
            {
                if (value is null) return "";
                value = value.GetType().GetProperty(part)?.GetValue(value);
            }

            return Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        }
    }
}

namespace Fixed
{
    public sealed record Shop(string Name, string ApiKey);
    public sealed record Order(int Number, decimal Total, Shop Shop);

    public interface IOrders
    {
        Order Get(int number);
    }

    public sealed class LetterTools(IOrders orders)
    {
        private static readonly Regex Placeholder = new(@"\{\{([\w.]{1,100})\}\}", RegexOptions.NonBacktracking);

        /// <summary>Writes a letter about an order.</summary>
        /// <param name="template">Text with placeholders: {{Number}}, {{Total}}, {{Shop.Name}}.</param>
        [Tool(ReadOnly = true)]
        public string WriteLetter(int number, string template)
        {
            var order = orders.Get(number);
            var values = new Dictionary<string, string>
            {
                ["Number"] = order.Number.ToString(CultureInfo.InvariantCulture),
                ["Total"] = order.Total.ToString("0.00", CultureInfo.InvariantCulture),
                ["Shop.Name"] = order.Shop.Name,
            };
            return Placeholder.Replace(template, match => values.GetValueOrDefault(match.Groups[1].Value, ""));
        }
    }
}
