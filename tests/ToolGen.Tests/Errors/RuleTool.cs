using System.Collections.Generic;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.TestSupport;

namespace ToolGen.Tests.Errors;

/// <summary>A tool that takes and gives what a rule allows: it answers with its arguments, or with another output.</summary>
internal class RuleTool(SchemaRule input, SchemaRule? output = null, string? answer = null) : Tool<JsonElement, JsonElement>
{
    private static readonly SchemaRule Closed = new() { Types = JsonTypes.None };

    /// <summary>Arguments of every kind that errors are told of.</summary>
    public static SchemaRule Trip { get; } = Object(
        ["city", "days"],
        ("city", new() { Types = JsonTypes.String, MinLength = 2 }),
        ("days", new() { Types = JsonTypes.Integer, Minimum = "1", Maximum = "14" }),
        ("units", new() { Types = JsonTypes.String, Enum = ["\"celsius\"", "\"fahrenheit\"", "\"kelvin\""] }),
        ("start_date", new() { Types = JsonTypes.String, Format = "date" }),
        ("leaves", new() { Types = JsonTypes.String, Format = "date-time" }),
        ("stay", new() { Types = JsonTypes.String, Format = "duration" }),
        ("booking", new() { Types = JsonTypes.String, Format = "uuid" }),
        ("page", new() { Types = JsonTypes.String, Format = "uri" }),
        ("email", new() { Types = JsonTypes.String, Format = "email" }),
        ("quiet", new() { Types = JsonTypes.Boolean }),
        ("tags", new() { Types = JsonTypes.Array, Items = new() { Types = JsonTypes.String } }),
        ("ids", new() { Types = JsonTypes.Array, Items = new() { Types = JsonTypes.Integer } }),
        ("level", new() { Types = JsonTypes.Integer, Enum = ["1", "2"] }),
        ("mode", new() { Types = JsonTypes.String, Enum = ["\"fast\""] }),
        ("password", new() { Types = JsonTypes.String, MinLength = 4 }),
        ("place", Object(["lat"], ("lat", new() { Types = JsonTypes.Number }), ("lon", new() { Types = JsonTypes.Number }))));

    public override ToolDescriptor Descriptor { get; } = StubDescriptor.Of("trip", kind: "declared");

    public static SchemaRule Object(IReadOnlyList<string> required, params IReadOnlyList<(string, SchemaRule)> properties) =>
        new() { Types = JsonTypes.Object, Properties = properties, Required = required, AdditionalProperties = Closed };

    public async Task<ToolResult> Call(string arguments) => await this.CallAsync(Encoding.UTF8.GetBytes(arguments), new SystemToolContext());

    public override ValueTask<JsonElement> RunAsync(JsonElement arguments, ToolContext context, CancellationToken cancellationToken = default) =>
        new(answer is null ? arguments : JsonDocument.Parse(answer).RootElement);

    protected override JsonElement ReadInput(ref ToolReader reader) => reader.Element(input);

    protected override void WriteOutput(ToolWriter writer, JsonElement value) => writer.Element(value, output);
}
