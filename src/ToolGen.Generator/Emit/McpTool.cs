using System.Text;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Emit;

/// <summary>A tool in MCP's shape (2026-07-28, Tool): compact JSON, the same on every machine.</summary>
/// <param name="Json">The whole.</param>
/// <param name="InputStart">Where <c>inputSchema</c> begins, in bytes of UTF-8.</param>
/// <param name="InputLength">Its bytes.</param>
/// <param name="OutputStart">Where <c>outputSchema</c> begins.</param>
/// <param name="OutputLength">Its bytes.</param>
public sealed record McpTool(string Json, int InputStart, int InputLength, int OutputStart, int OutputLength)
{
    public static McpTool Of(ToolSpec spec, AnnotationValues annotations)
    {
        var json = new StringBuilder("{\"name\":").Append(JsonWriter.Quote(spec.Name));
        if (spec.Title is { } title) json.Append(",\"title\":").Append(JsonWriter.Quote(title.Value));
        json.Append(",\"description\":").Append(JsonWriter.Quote(spec.Description.Value));
        var (inputStart, inputLength) = Add(json, ",\"inputSchema\":", PublishedSchema.Write(spec.Input));
        var (outputStart, outputLength) = Add(json, ",\"outputSchema\":", PublishedSchema.Write(spec.Output));
        json.Append(",\"annotations\":").Append(annotations.Json).Append('}');
        return new(json.ToString(), inputStart, inputLength, outputStart, outputLength);
    }

    private static (int Start, int Length) Add(StringBuilder json, string key, string schema)
    {
        json.Append(key);
        var start = Encoding.UTF8.GetByteCount(json.ToString());
        json.Append(schema);
        return (start, Encoding.UTF8.GetByteCount(schema));
    }
}
