using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Specification.Schemas;

/// <content>The keywords that apply other schemas: to the same value, or to parts that no name or place tells.</content>
public sealed partial class SchemaNode
{
    /// <summary>A key of <see cref="SchemaPlan.Definitions"/>.</summary>
    public string? Reference { get; init; }

    public SchemaDynamicReference? DynamicReference { get; internal set; }

    /// <summary><c>$dynamicAnchor</c>.</summary>
    public string? DynamicAnchor { get; init; }

    public IReadOnlyList<SchemaNode> AllOf { get; init; } = [];

    public IReadOnlyList<SchemaNode> AnyOf { get; init; } = [];

    public IReadOnlyList<SchemaNode> OneOf { get; init; } = [];

    public SchemaNode? Not { get; init; }

    public SchemaNode? If { get; init; }

    public SchemaNode? Then { get; init; }

    public SchemaNode? Else { get; init; }

    /// <summary>For the whole object, where the property is there.</summary>
    public IReadOnlyList<SchemaProperty> DependentSchemas { get; init; } = [];

    public IReadOnlyList<SchemaDependency> DependentRequired { get; init; } = [];

    public SchemaNode? PropertyNames { get; init; }

    public IReadOnlyList<SchemaPattern> PatternProperties { get; init; } = [];

    public SchemaNode? Contains { get; init; }

    /// <summary>Null: 1, where <see cref="Contains"/> is written.</summary>
    public long? MinContains { get; init; }

    public long? MaxContains { get; init; }

    /// <summary>For members that nothing else said something about, in whatever schema of the same object.</summary>
    public SchemaNode? UnevaluatedProperties { get; internal set; }

    public SchemaNode? UnevaluatedItems { get; init; }

    /// <summary>Schemas of the same value, references left out.</summary>
    internal IEnumerable<SchemaNode> InPlace =>
        this.AllOf.Concat(this.AnyOf).Concat(this.OneOf).Concat(this.DependentSchemas.Select(one => one.Schema)).Concat(Some(this.Not, this.If, this.Then, this.Else));

    /// <summary>Schemas of the value's parts.</summary>
    internal IEnumerable<SchemaNode> Parts =>
        this.Properties.Select(property => property.Schema).Concat(this.PatternProperties.Select(pattern => pattern.Schema)).Concat(this.PrefixItems)
            .Concat(Some(this.Items, this.AdditionalProperties, this.PropertyNames, this.Contains, this.UnevaluatedProperties, this.UnevaluatedItems, this.ContentSchema));

    /// <summary>Every schema inside this one, <c>$defs</c> left out.</summary>
    internal IEnumerable<SchemaNode> Inner => this.InPlace.Concat(this.Parts);

    /// <summary>Whether other schemas are applied to the same value.</summary>
    internal bool HasInPlace =>
        this.Reference is not null || this.DynamicReference is not null || this.AllOf.Count > 0 || this.AnyOf.Count > 0 || this.OneOf.Count > 0
        || this.Not is not null || this.If is not null || this.DependentSchemas.Count > 0;

    /// <summary>A <c>$ref</c> beside which nothing applies another schema to the same value, nor names properties of its own.</summary>
    internal bool IsBareReference =>
        this.Reference is not null && this.DynamicReference is null && this.AllOf.Count == 0 && this.AnyOf.Count == 0 && this.OneOf.Count == 0 && this.Not is null && this.If is null
        && this.DependentSchemas.Count == 0 && this.Properties.Count == 0 && this.PatternProperties.Count == 0 && this.PrefixItems.Count == 0 && this.Items is null
        && this.AdditionalProperties is null or { Types: SchemaTypes.None };

    /// <summary>Whether anything is asserted beside <see cref="Reference"/>.</summary>
    internal bool HasAssertions =>
        this.Types != SchemaTypes.Any || this.Enum is not null || this.Const is not null || this.Minimum is not null || this.Maximum is not null
        || this.ExclusiveMinimum is not null || this.ExclusiveMaximum is not null || this.MultipleOf is not null || this.MinLength is not null
        || this.MaxLength is not null || this.Pattern is not null || this.FormatAsserted || this.Base64 || this.JsonText || this.MinItems is not null
        || this.MaxItems is not null || this.UniqueItems || this.Required.Count > 0 || this.DependentRequired.Count > 0 || this.MinProperties is not null
        || this.MaxProperties is not null || this.DynamicReference is not null || this.Inner.Any();

    private static IEnumerable<SchemaNode> Some(params SchemaNode?[] nodes) => nodes.OfType<SchemaNode>();
}
