using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Mcp.Client.Schemas;

/// <summary>What of a value breaks a schema, as errors of a tool.</summary>
internal static class SchemaErrors
{
    public static IReadOnlyList<ToolError> Of(SchemaPlan plan, JsonNode value, string code) =>
        [.. SchemaInterpreter.Check(plan, value).Select(one => new ToolError(code, one.Message, one.Pointer, one.Given, one.Allowed, one.Correction))];
}
