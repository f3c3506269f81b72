using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Specs;
using ToolGen.Specification.Variants;
using JsonDocument = System.Text.Json.JsonDocument;

namespace ToolGen.TestSupport.Variants;

/// <summary>A tool that has only its schema and the variants, as generated code prints them: what they must keep is asserted with every value.</summary>
internal sealed class VariantTool : Tool
{
    private static readonly System.Text.Json.JsonDocumentOptions Deep = new() { MaxDepth = 512 };

    private readonly ToolSpec spec;
    private readonly Dictionary<StrictProvider, (Variant Variant, SchemaPlan Plan)> variants = [];

    public VariantTool(ToolSpec spec)
    {
        this.spec = spec;
        this.Descriptor = new()
        {
            Name = spec.Name,
            Description = "",
            Version = "1.0.0",
            Kind = "declared",
            InputSchema = Encoding.UTF8.GetBytes(PublishedSchema.Write(spec.Input)),
            OutputSchema = default,
            McpTool = default,
            Annotations = default,
            Capabilities = [],
            SpecHash = "",
        };
        foreach (var (provider, strict) in Provider.All.Zip([StrictProvider.OpenAI, StrictProvider.Anthropic]))
        {
            var variant = Variant.Of(spec, provider);
            this.variants.Add(strict, (variant, PlanOf(variant.Schema.ToString())));
            using var sent = JsonDocument.Parse(this.Strict(strict)!.InputSchema, Deep);
            if (!this.Strict(strict)!.IsDirect) ProviderRulebook.Accepts(provider.Word, sent.RootElement);
            using var whole = JsonDocument.Parse(variant.Schema.ToString(), Deep);
            ProviderRulebook.Accepts(provider.Word, whole.RootElement);
        }
    }

    public override ToolDescriptor Descriptor { get; }

    public SchemaPlan Input => this.spec.Input;

    public Variant Said(StrictProvider provider) => this.variants[provider].Variant;

    /// <summary>A tool of a schema that has no error.</summary>
    public static VariantTool? Of(string schema)
    {
        var reading = SpecReader.Read(new SourceText("schema.tool.json", $$"""{ "name": "schema", "description": "A schema.", "inputSchema": {{schema}}, "outputSchema": { "type": "object" } }"""));
        return reading.Spec is { } spec ? new(spec) : null;
    }

    /// <summary>Asserts that a call is said in each variant and maps back to itself.</summary>
    public void ComesBack(JsonNode call)
    {
        foreach (var (provider, (variant, plan)) in this.variants)
        {
            var said = variant.Say(call);
            Assert.AreEqual("", string.Join("; ", SchemaInterpreter.Check(plan, said).Select(one => $"{one.Pointer} {one.Message}")), $"{provider} {variant.Schema}\n{call}\n{said}");
            var errors = this.Strict(provider)!.ToCanonical(Encoding.UTF8.GetBytes(said.ToString()), out var canonical);
            Assert.AreEqual("", string.Join("; ", errors), $"{provider} {said}");
            var back = JsonReader.Read("back.json", canonical.Span).Root!;
            Assert.IsTrue(JsonEquality.Equals(call, back), $"{provider} {variant.Schema}\n{call}\n{said}\n{back}");
        }
    }

    /// <summary>Whether the variant's schema lets a value through.</summary>
    public bool LetsThrough(StrictProvider provider, JsonNode said) => SchemaInterpreter.Check(this.variants[provider].Plan, said).Count == 0;

    public override ValueTask<ToolResult> CallAsync(ReadOnlyMemory<byte> arguments, ToolContext context, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    protected override ReadOnlySpan<byte> StrictData(StrictProvider provider) => Encoding.UTF8.GetBytes(Variant.Of(this.spec, Provider.All[(int)provider]).Print());

    private static SchemaPlan PlanOf(string schema)
    {
        var text = $$"""{ "name": "variant", "description": "A variant.", "inputSchema": {{schema}}, "outputSchema": { "type": "object" } }""";
        var reading = SpecReader.Read(new SourceText("variant.tool.json", text), SchemaOptions.Standard with { AssertsFormats = true });
        Assert.IsNotNull(reading.Spec, string.Join("\n", reading.Findings) + "\n" + schema);
        return reading.Spec.Input;
    }
}
