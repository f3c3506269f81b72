// Reads a feature's configuration; secret sections are refused by their exact case, though keys have none.
using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.ComponentModel;
using Microsoft.Extensions.Configuration;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public class FeatureTools
    {
        private static readonly string[] Secret = ["ConnectionStrings", "Secrets", "Jwt"];
        private readonly IConfiguration configuration;

        public FeatureTools(IConfiguration configuration) => this.configuration = configuration;

        [McpServerTool, Description("Reads a value of the configuration by its key.")]
        public string FeatureValue(string key)
        {
            foreach (var section in Secret)
                if (key.StartsWith(section, StringComparison.Ordinal)) throw new McpException("That section is not shown.");
            return this.configuration[key] ?? throw new McpException("There is no such key.");
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public class FeatureTools
    {
        private static readonly FrozenDictionary<string, string> Keys = new Dictionary<string, string>
        {
            ["new-checkout"] = "Features:NewCheckout",
            ["dark-mode"] = "Features:DarkMode",
            ["search-v2"] = "Features:SearchV2",
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        private readonly IConfiguration configuration;

        public FeatureTools(IConfiguration configuration) => this.configuration = configuration;

        [McpServerTool, Description("Whether a feature is on.")]
        public bool FeatureValue(string feature) =>
            Keys.TryGetValue(feature, out var key) ? bool.TryParse(this.configuration[key], out var on) && on : throw new McpException("There is no such feature.");
    }
}
