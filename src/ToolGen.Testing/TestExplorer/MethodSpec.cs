using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Testing;

/// <summary>The spec of a method with <c>[Tool]</c>, put together again from its descriptor and its examples.</summary>
internal static class MethodSpec
{
    private const string Kind = "method";
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>Whether a tool was made of a method.</summary>
    public static bool Is(Tool tool) => tool.Descriptor.Kind == Kind;

    /// <summary>Its spec.</summary>
    /// <param name="tool">Made of a method of the same assembly.</param>
    public static SourceText Of(Tool tool)
    {
        var described = Encoding.UTF8.GetString(tool.Descriptor.McpTool.Span);
        var examples = string.Join(",\n", ExamplesOf(tool).Select(Text));
        return new($"[ToolExample] of {tool.Descriptor.Name}", $"{described[..^1]},\n\"examples\":[{examples}]}}");
    }

    private static IEnumerable<ToolExampleAttribute> ExamplesOf(Tool tool) => tool.GetType().Assembly.GetTypes().SelectMany(type => type.GetMethods(All))
        .Where(method => method.GetCustomAttribute<ToolAttribute>() is { } attribute && (attribute.Name ?? MethodName.ToolOf(method.Name)) == tool.Descriptor.Name)
        .SelectMany(method => method.GetCustomAttributes<ToolExampleAttribute>());

    private static string Text(ToolExampleAttribute example)
    {
        var members = new List<string>();
        if (example.Name is not null) members.Add("\"name\":" + JsonWriter.Quote(example.Name));
        members.Add("\"input\":" + example.Input);
        if (example.Output is not null) members.Add("\"output\":" + example.Output);
        if (example.Error is not null) members.Add("\"error\":" + JsonWriter.Quote(example.Error));
        if (example.Given is not null) members.Add("\"given\":" + example.Given);
        return $"{{{string.Join(",", members)}}}";
    }
}
