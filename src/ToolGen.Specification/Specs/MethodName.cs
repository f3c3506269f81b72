using System;
using System.Text;

namespace ToolGen.Specification.Specs;

/// <summary>How a method with <c>[Tool]</c> is called where the attribute does not say.</summary>
public static class MethodName
{
    /// <summary><c>GetWeatherAsync</c> → <c>get_weather</c>.</summary>
    public static string ToolOf(string method)
    {
        const string suffix = "Async";
        var stem = method.Length > suffix.Length && method.EndsWith(suffix, StringComparison.Ordinal) ? method.Substring(0, method.Length - suffix.Length) : method;
        var name = new StringBuilder();
        for (var i = 0; i < stem.Length; i++)
        {
            var isStart = char.IsUpper(stem[i]) && i > 0 && (!char.IsUpper(stem[i - 1]) || (i + 1 < stem.Length && char.IsLower(stem[i + 1])));
            if (isStart && name[name.Length - 1] != '_') name.Append('_');
            name.Append(char.ToLowerInvariant(stem[i]));
        }

        return name.ToString().Trim('_');
    }
}
