// Shows how the shop is configured; a whole section is flattened, credentials included.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using Microsoft.Extensions.Configuration;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class ConfigurationTools(IConfiguration configuration)
    {
        [McpServerTool(Name = "show_configuration", ReadOnly = true), Description("Settings of a section.")]
        public IReadOnlyDictionary<string, string?> ShowConfiguration(string section) =>
            configuration.GetSection(section).AsEnumerable(makePathsRelative: true).ToDictionary(pair => pair.Key, pair => pair.Value);
    }
}

namespace Fixed
{
    public sealed record ShopSettings(string Currency, string Language, int PageSize, bool GuestCheckout);

    [McpServerToolType]
    public sealed class ConfigurationTools(IConfiguration configuration)
    {
        [McpServerTool(Name = "show_configuration", ReadOnly = true), Description("Settings of the shop.")]
        public ShopSettings ShowConfiguration()
        {
            var shop = configuration.GetSection("Shop");
            return new(
                shop["Currency"] ?? "EUR",
                shop["Language"] ?? "en",
                int.TryParse(shop["PageSize"], out var size) ? size : 20,
                bool.TryParse(shop["GuestCheckout"], out var guest) && guest);
        }
    }
}
