namespace ToolGen.Specification.Schemas;

/// <summary>How schemas are read where it is not by the rules of specs: by a bare validator, a test suite.</summary>
public sealed record SchemaOptions
{
    /// <summary>The rules of specs: known formats and contents are asserted, unknown keywords refused, objects closed where they stand in a tool.</summary>
    public static SchemaOptions Specs { get; } = new();

    /// <summary>JSON Schema by the letter: formats and contents annotate, unknown keywords are ignored, a default may break its schema, nothing is closed that is not written so.</summary>
    public static SchemaOptions Standard { get; } = new() { AssertsFormats = false, AssertsContents = false, RefusesUnknown = false, Reviews = false, Closes = false };

    /// <summary>Documents that references may lead to, beside the file and the meta-schema.</summary>
    public SchemaDocuments Documents { get; init; } = SchemaDocuments.Dialect;

    /// <summary>Whether <c>format</c> is asserted, where it is a known one.</summary>
    public bool AssertsFormats { get; init; } = true;

    /// <summary>Whether <c>contentEncoding</c>, <c>contentMediaType</c> and <c>contentSchema</c> are asserted.</summary>
    public bool AssertsContents { get; init; } = true;

    /// <summary>Whether an unknown keyword, dialect, format or encoding is a finding.</summary>
    public bool RefusesUnknown { get; init; } = true;

    /// <summary>Whether what contradicts itself is a finding: bounds that leave no value, a default that breaks its own schema, an empty <c>enum</c>.</summary>
    public bool Reviews { get; init; } = true;

    /// <summary>Whether objects and tuples of <see cref="SchemaUse.Input"/> and <see cref="SchemaUse.Output"/> are closed unless they say otherwise.</summary>
    public bool Closes { get; init; } = true;
}
