using System;
using System.Collections.Generic;
using ToolGen.Checks;

namespace ToolGen;

/// <summary>
/// The assertions of one schema as generated code holds them: typed readers and writers check the parts that their type leaves open,
/// <see cref="ToolReader.Check"/> checks all. What is not set does not restrict.
/// </summary>
public sealed partial class SchemaRule
{
    public JsonTypes Types { get; init; } = JsonTypes.Any;

    /// <summary>The allowed values as JSON; a <c>const</c> is an enum of one.</summary>
    public IReadOnlyList<string>? Enum { get; init; }

    /// <summary>Bounds as JSON numbers, compared exactly.</summary>
    public string? Minimum { get; init; }

    public string? Maximum { get; init; }

    public string? ExclusiveMinimum { get; init; }

    public string? ExclusiveMaximum { get; init; }

    public string? MultipleOf { get; init; }

    /// <summary>In Unicode code points.</summary>
    public long MinLength { get; init; }

    public long MaxLength { get; init; } = long.MaxValue;

    public TextPattern? Pattern { get; init; }

    /// <summary>An asserted format of SPEC §2.</summary>
    public string? Format { get; init; }

    /// <summary>The string holds base64 (RFC 4648 §4).</summary>
    public bool Base64 { get; init; }

    /// <summary>The string, decoded where it is base64, holds JSON …</summary>
    public bool JsonText { get; init; }

    /// <summary>… that fits this.</summary>
    public SchemaRule? Content { get; init; }

    public long MinItems { get; init; }

    public long MaxItems { get; init; } = long.MaxValue;

    public bool UniqueItems { get; init; }

    public IReadOnlyList<SchemaRule> PrefixItems { get; init; } = [];

    /// <summary>For elements behind <see cref="PrefixItems"/>.</summary>
    public SchemaRule? Items { get; init; }

    /// <summary>What at least <see cref="MinContains"/> and at most <see cref="MaxContains"/> elements fit.</summary>
    public SchemaRule? Contains { get; init; }

    public long MinContains { get; init; } = 1;

    public long MaxContains { get; init; } = long.MaxValue;

    /// <summary>For elements that no other rule of the same array has said something about.</summary>
    public SchemaRule? UnevaluatedItems { get; init; }

    public IReadOnlyList<(string Name, SchemaRule Rule)> Properties { get; init; } = [];

    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>For members whose names match.</summary>
    public IReadOnlyList<(TextPattern Pattern, SchemaRule Rule)> PatternProperties { get; init; } = [];

    /// <summary>For the names themselves.</summary>
    public SchemaRule? PropertyNames { get; init; }

    /// <summary>Where the first is there, the others must be.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<string> Required)> DependentRequired { get; init; } = [];

    /// <summary>For members that <see cref="Properties"/> and <see cref="PatternProperties"/> lack; a rule of <see cref="JsonTypes.None"/> closes the object.</summary>
    public SchemaRule? AdditionalProperties { get; init; }

    public long MinProperties { get; init; }

    public long MaxProperties { get; init; } = long.MaxValue;

    /// <summary>For members that no other rule of the same object has said something about.</summary>
    public SchemaRule? UnevaluatedProperties { get; init; }
}
