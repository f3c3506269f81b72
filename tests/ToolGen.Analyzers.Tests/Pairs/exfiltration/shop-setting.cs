// Answers questions about a shop's settings; names that are not known fall through to the whole configuration.
using System;
using System.ComponentModel;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class SettingsPlugin(IConfiguration configuration)
    {
        [KernelFunction("get_setting"), Description("A setting of the shop: currency, opening or vat.")]
        public string GetSetting(string name)
        {
            string? value = name.ToLowerInvariant() switch
            {
                "currency" => configuration["Shop:Currency"],
                "opening" => configuration["Shop:Opening"],
                "vat" => configuration.GetValue<decimal>("Shop:Vat").ToString(CultureInfo.InvariantCulture),
                _ => configuration[name],
            };
            return value ?? "not set";
        }
    }
}

namespace Fixed
{
    public sealed class SettingsPlugin(IConfiguration configuration)
    {
        [KernelFunction("get_setting"), Description("A setting of the shop: currency, opening or vat.")]
        public string GetSetting(string name)
        {
            string? value = name.ToLowerInvariant() switch
            {
                "currency" => configuration["Shop:Currency"],
                "opening" => configuration["Shop:Opening"],
                "vat" => configuration.GetValue<decimal>("Shop:Vat").ToString(CultureInfo.InvariantCulture),
                _ => throw new ArgumentException("There is no such setting.", nameof(name)),
            };
            return value ?? "not set";
        }
    }
}
