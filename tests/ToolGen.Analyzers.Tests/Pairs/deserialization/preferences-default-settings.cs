// Imports preferences of a user; the defaults for the whole process honour type names.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using ModelContextProtocol.Server;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;

namespace Vulnerable
{
    public static class Startup
    {
        public static void Configure() => JsonConvert.DefaultSettings = () => new JsonSerializerSettings
        {
            TypeNameHandling = TypeNameHandling.Auto,
            Converters = { new StringEnumConverter() },
        };
    }

    [McpServerToolType]
    public sealed class PreferenceTools
    {
        static PreferenceTools() => Startup.Configure();

        [McpServerTool(Name = "import_preferences"), Description("Imports preferences exported elsewhere.")]
        public string Import(string exported)
        {
            var preferences = JsonConvert.DeserializeObject<IDictionary<string, object>>(exported) ?? new Dictionary<string, object>();
            return string.Join(Environment.NewLine, preferences.OrderBy(p => p.Key).Select(p => $"{p.Key} = {p.Value}"));
        }
    }
}

namespace Fixed
{
    public static class Startup
    {
        public static void Configure() => JsonConvert.DefaultSettings = () => new JsonSerializerSettings
        {
            TypeNameHandling = TypeNameHandling.None,
            Converters = { new StringEnumConverter() },
        };
    }

    [McpServerToolType]
    public sealed class PreferenceTools
    {
        static PreferenceTools() => Startup.Configure();

        [McpServerTool(Name = "import_preferences"), Description("Imports preferences exported elsewhere.")]
        public string Import(string exported)
        {
            var preferences = JsonConvert.DeserializeObject<IDictionary<string, object>>(exported) ?? new Dictionary<string, object>();
            return string.Join(Environment.NewLine, preferences.OrderBy(p => p.Key).Select(p => $"{p.Key} = {p.Value}"));
        }
    }
}
