using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ToolGen.Generator.Templates;
using ToolGen.Specification.Capabilities;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Emit;

/// <summary>
/// What a tool's descriptor is read from, as the contract's <c>CatalogSource.Part</c> says it. It stands beside the tool's class, not in it: to list tools
/// a process then needs none of their types.
/// </summary>
/// <param name="Namespace">Of the tool.</param>
/// <param name="ClassName">Of the tool.</param>
/// <param name="Data">The two lines.</param>
public sealed record PublishedTool(string Namespace, string ClassName, string Data)
{
    private const string Holder = "_Published";

    internal static PublishedTool Of(ToolSpec spec, string nameSpace, string className, string kind, CapabilitySet capabilities, AnnotationValues annotations, McpTool mcp)
    {
        var fields = new[] { mcp.InputStart, mcp.InputLength, mcp.OutputStart, mcp.OutputLength }.Select(number => number.ToString(CultureInfo.InvariantCulture))
            .Append(annotations.Digits)
            .Concat([spec.Name, spec.Description.Value, spec.Title is { } title ? "=" + title.Value : "", spec.Version, kind, SpecHash.Of(spec), ShownExample.Of(spec)])
            .Concat(capabilities.All.Select(capability => capability.Text));
        var head = string.Concat(fields.Select(field => field.Replace("\\", "\\\\").Replace("\n", "\\n").Replace("\t", "\\t") + "\t"));
        return new(nameSpace, className, string.Format(CultureInfo.InvariantCulture, "{0}\t{1}\t{2}\n{3}\n", Encoding.UTF8.GetByteCount(head), Encoding.UTF8.GetByteCount(mcp.Json), head, mcp.Json));
    }

    /// <summary>Where a tool's data stand, without the <c>global::</c>.</summary>
    public static string PlaceOf(string nameSpace, string className) => $"{nameSpace}.{Holder}.{NameOf(className)}";

    /// <summary>Where the data of a bucket stand.</summary>
    internal static string PlaceOf(string nameSpace, int bucket) => $"{nameSpace}.{Holder}.{NameOf(bucket)}";

    /// <summary>A namespace block with the data of one tool.</summary>
    public string Print() => Block(this.Namespace, [Property(NameOf(this.ClassName), Literal(this.Data))]);

    /// <summary>A namespace block with the data of several: one piece, of which each tool has its own.</summary>
    internal static string Print(int bucket, IReadOnlyList<PublishedTool> tools)
    {
        var whole = new StringBuilder();
        var properties = new List<string>();
        var start = 0;
        foreach (var tool in tools)
        {
            var length = Encoding.UTF8.GetByteCount(tool.Data);
            properties.Add(Property(NameOf(tool.ClassName), string.Format(CultureInfo.InvariantCulture, "{0}.Slice({1}, {2})", NameOf(bucket), start, length)));
            whole.Append(tool.Data);
            start += length;
        }

        return Block(tools[0].Namespace, [Property(NameOf(bucket), Literal(whole.ToString())), .. properties]);
    }

    // No class is called so: what a bucket has has no "Data" behind it, and what a tool has does.
    private static string NameOf(string className) => className + "Data";

    private static string NameOf(int bucket) => string.Format(CultureInfo.InvariantCulture, "Bucket{0:00}", bucket);

    // Bytes, not a string: an assembly holds at most 16 MiB of strings, which is some thousand tools.
    private static string Literal(string data) => CSharpText.Literal(data) + "u8";

    private static string Property(string name, string value) => $"        internal static global::System.ReadOnlySpan<byte> {name} => {value};\n";

    private static string Block(string nameSpace, IEnumerable<string> properties) =>
        $"namespace {nameSpace}\n{{\n    internal static partial class {Holder}\n    {{\n{string.Join("\n", properties)}    }}\n}}\n";
}
