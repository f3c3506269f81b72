using System;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;
using ToolGen.Testing.Comparison;

namespace ToolGen.Sandbox.Link;

/// <summary>The schema that a tool's outputs are held to on this side: the code that checked them first ran beside the tool's own.</summary>
internal sealed class OutputSchema
{
    private const int Large = 1 << 20, MostValues = 2_000_000;

    private static readonly object One = new();

    // A descriptor is one object a tool.
    private static readonly ConditionalWeakTable<ToolDescriptor, OutputSchema> Read = [];

    private readonly Lazy<SchemaPlan?> plan;

    private OutputSchema(ToolDescriptor descriptor) => this.plan = new(() => PlanOf(descriptor.OutputSchema));

    public static OutputSchema Of(ToolDescriptor descriptor) => Read.GetValue(descriptor, static one => new(one));

    /// <summary>What is wrong with an output, or null.</summary>
    public string? FaultOf(ReadOnlyMemory<byte> output)
    {
        if (output.Length <= Large) return this.Checked(output);
        if (Values(output) > MostValues) return $"an output of more than {MostValues} values";

        // What a value takes here is many times its text: of large ones one is held at a time.
        lock (One) return this.Checked(output);
    }

    private string? Checked(ReadOnlyMemory<byte> output)
    {
        if (JsonText.Parse(output) is not { } value) return "an output that is no JSON";
        if (this.plan.Value is not { } schema) return "an output of a tool whose schema cannot be read";
        return SchemaInterpreter.Check(schema, value).FirstOrDefault() is { } violation ? $"an output that breaks its schema: {(violation.Pointer.Length == 0 ? "it" : violation.Pointer)} {violation.Message}" : null;
    }

    private static int Values(ReadOnlyMemory<byte> output)
    {
        var reader = new Utf8JsonReader(output.Span, new JsonReaderOptions { MaxDepth = 256 });
        var values = 0;
        try
        {
            while (values <= MostValues && reader.Read()) values++;
        }
        catch (JsonException)
        {
            // It is told by the check.
        }

        return values;
    }

    // What is closed says so in a published schema.
    private static SchemaPlan? PlanOf(ReadOnlyMemory<byte> schema)
    {
        var document = JsonReader.Read("outputSchema", schema.Span);
        return document.Root is null ? null : SchemaReader.Read(document.Root, new(document.Source), SchemaUse.Plain, SchemaOptions.Specs with { Reviews = false, Closes = false });
    }
}
