// Shows which keys are in place; the mask covers four characters and shows all others.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using Microsoft.Extensions.Configuration;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class KeyTools(IConfiguration configuration)
    {
        [McpServerTool, Description("Which keys are in place.")]
        public List<string> KeyStatus()
        {
            var lines = new List<string>();
            foreach (var key in configuration.GetSection("Keys").GetChildren())
                lines.Add($"{key.Key}: {Mask(key.Value ?? "")}");
            return lines;
        }

        private static string Mask(string secret) => secret.Length <= 4 ? "****" : secret[..^4] + "****";
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class KeyTools(IConfiguration configuration)
    {
        [McpServerTool, Description("Which keys are in place.")]
        public List<string> KeyStatus()
        {
            var lines = new List<string>();
            foreach (var key in configuration.GetSection("Keys").GetChildren())
                lines.Add($"{key.Key}: {(string.IsNullOrWhiteSpace(key.Value) ? "missing" : "present")}");
            return lines;
        }
    }
}
