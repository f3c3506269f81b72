// Runs a plugin over a text; the assembly is loaded from whatever file the caller names.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Reflection;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public interface ITextPlugin
    {
        string Apply(string text);
    }

    [McpServerToolType]
    public static class PluginTools
    {
        [McpServerTool(Name = "run_plugin"), Description("Runs a text plugin.")]
        public static string Run([Description("Assembly of the plugin")] string assembly, string text)
        {
            if (!assembly.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) || !File.Exists(assembly)) return "There is no such plugin.";

            var type = Assembly.LoadFrom(assembly).GetExportedTypes().First(t => typeof(ITextPlugin).IsAssignableFrom(t) && !t.IsAbstract);
            var plugin = (ITextPlugin)Activator.CreateInstance(type)!;
            return plugin.Apply(text);
        }
    }
}

namespace Fixed
{
    public interface ITextPlugin
    {
        string Apply(string text);
    }

    public sealed class Shout : ITextPlugin
    {
        public string Apply(string text) => text.ToUpperInvariant();
    }

    public sealed class Backwards : ITextPlugin
    {
        public string Apply(string text) => new(text.Reverse().ToArray());
    }

    [McpServerToolType]
    public static class PluginTools
    {
        private static readonly Dictionary<string, Func<ITextPlugin>> Plugins = new(StringComparer.OrdinalIgnoreCase)
        {
            ["shout"] = () => new Shout(),
            ["backwards"] = () => new Backwards(),
        };

        [McpServerTool(Name = "run_plugin"), Description("Runs a text plugin: shout or backwards.")]
        public static string Run([Description("Name of the plugin")] string plugin, string text)
            => Plugins.TryGetValue(plugin, out var create) ? create().Apply(text) : "There is no such plugin.";
    }
}
