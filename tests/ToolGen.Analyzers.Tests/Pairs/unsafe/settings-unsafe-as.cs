// Reads a setting as the kind that the caller says it is; the object is not asked whether it is one.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class SettingTools
    {
        private readonly Dictionary<string, object> settings = new()
        {
            ["title"] = "Harbour office",
            ["berths"] = new[] { 12, 14, 15 },
            ["seed"] = 4711L,
        };

        [McpServerTool(Name = "read_setting", ReadOnly = true), Description("Reads a setting as text, list or number.")]
        public string Read(string name, string kind)
        {
            if (!settings.TryGetValue(name, out var value)) return "There is no such setting.";
            return kind switch
            {
                "text" => Unsafe.As<string>(value).ToUpperInvariant(),
                "list" => string.Join(", ", Unsafe.As<int[]>(value)),
                "number" => Unsafe.Unbox<long>(value).ToString(CultureInfo.InvariantCulture),
                _ => Unsafe.As<object, nint>(ref value).ToString("x"),
            };
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class SettingTools
    {
        private readonly Dictionary<string, object> settings = new()
        {
            ["title"] = "Harbour office",
            ["berths"] = new[] { 12, 14, 15 },
            ["seed"] = 4711L,
        };

        [McpServerTool(Name = "read_setting", ReadOnly = true), Description("Reads a setting as text, list or number.")]
        public string Read(string name, string kind)
        {
            if (!settings.TryGetValue(name, out var value)) return "There is no such setting.";
            return (kind, value) switch
            {
                ("text", string text) => text.ToUpperInvariant(),
                ("list", int[] list) => string.Join(", ", list),
                ("number", long number) => number.ToString(CultureInfo.InvariantCulture),
                _ => "The setting is of another kind.",
            };
        }
    }
}
