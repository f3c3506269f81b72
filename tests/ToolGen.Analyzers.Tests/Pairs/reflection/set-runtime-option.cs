// Changes an option of the running server; any static field of the class can be set, the one for checks of rights too.
using System;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    internal static class RuntimeOptions
    {
        public static int PageSize = 20;
        public static string Theme = "light";
        private static bool checkRights = true;

        public static bool CheckRights => checkRights;
    }

    [McpServerToolType]
    internal sealed class OptionTools
    {
        private const BindingFlags All = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

        [McpServerTool(Name = "set_option"), Description("Changes an option of the server.")]
        internal static string Set(string name, string value)
        {
            FieldInfo field = typeof(RuntimeOptions).GetField(name, All) ?? throw new McpException("There is no such option.");
            field.SetValue(null, Convert.ChangeType(value, field.FieldType, CultureInfo.InvariantCulture));
            return $"{name} = {field.GetValue(null)}";
        }
    }
}

namespace Fixed
{
    internal static class RuntimeOptions
    {
        public static int PageSize = 20;
        public static string Theme = "light";
        private static bool checkRights = true;

        public static bool CheckRights => checkRights;
    }

    [McpServerToolType]
    internal sealed class OptionTools
    {
        [McpServerTool(Name = "set_option"), Description("Changes an option of the server: PageSize or Theme.")]
        internal static string Set(string name, string value) => (name, value) switch
        {
            (nameof(RuntimeOptions.PageSize), _) when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= 100
                => $"{name} = {RuntimeOptions.PageSize = size}",
            (nameof(RuntimeOptions.Theme), "light" or "dark") => $"{name} = {RuntimeOptions.Theme = value}",
            _ => throw new McpException("PageSize takes 1 to 100, Theme takes light or dark."),
        };
    }
}
