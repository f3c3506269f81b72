// Tells how the server is set up; any environment variable is handed out.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class SetupTools
    {
        [McpServerTool(Name = "environment_value", ReadOnly = true), Description("Value of an environment variable of the server.")]
        public static string EnvironmentValue([Description("Name of the variable")] string name)
        {
            var value = Environment.GetEnvironmentVariable(name);
            return value is null ? $"{name} is not set." : $"{name}={value}";
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class SetupTools
    {
        private static readonly HashSet<string> Needed = new(StringComparer.Ordinal) { "SHOP_DB", "SHOP_API_KEY", "SHOP_REGION" };

        [McpServerTool(Name = "environment_value", ReadOnly = true), Description("Whether an environment variable that the server needs is set.")]
        public static string EnvironmentValue([Description("Name of the variable")] string name)
        {
            if (!Needed.Contains(name)) return "The server needs no such variable.";
            return string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)) ? $"{name} is not set." : $"{name} is set.";
        }
    }
}
