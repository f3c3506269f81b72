using System.Collections.Generic;
using System.Linq;
using ToolGen.Generator.Templates;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Generator.Types;

/// <summary>Objects: records and maps.</summary>
public sealed partial class TypeBuilder
{
    /// <summary>Objects of more have no type: a constructor of so many parameters helps nobody, and holds up the compiler.</summary>
    private const int MaxProperties = 1_000;

    private TypeUse Object(SchemaNode node, string name, string parent)
    {
        if (node.Properties.Count > MaxProperties) return this.Untyped(node, isSaid: true);
        var isRoot = ReferenceEquals(node, this.plan.Root);
        if (node.Properties.Count == 0 && !(isRoot && this.role == TypeRole.Input) && (node.PatternProperties.Count > 0 || node.AdditionalProperties is not { Types: SchemaTypes.None }))
            return this.Map(node, name, parent);
        return this.Record(node, name, parent, this.NeedsWhole(node) ? this.WholeRule(node) : null);
    }

    /// <param name="node">Its properties.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="parent">What stands in front where that name is taken.</param>
    /// <param name="whole">The field of the rule that the value must pass as a whole.</param>
    /// <param name="written">The schema that it stands for, where the properties come from several.</param>
    private TypeUse Record(SchemaNode node, string name, string parent, string? whole, SchemaNode? written = null)
    {

        var recordName = this.NameOf(written ?? node, name, parent);
        var type = new RecordType(recordName);

        // Known before its properties are: they can hold it.
        var known = this.built[written ?? node] = new(type, (node.Types & SchemaTypes.Null) != 0, null, whole);
        var index = this.types.Records.Count;
        this.types.Records.Add(null!);
        var members = new NameTable();
        var properties = new List<PropertyModel>();
        foreach (var property in node.Properties) properties.Add(this.Property(property, recordName, members, "p" + properties.Count));
        SetParameterDefaults(properties);

        this.types.Records[index] = new(recordName, CSharpText.Comment(node.Description ?? node.Title ?? ""), this.role, properties, this.Additional(node, recordName), this.UnknownOf(node))
        {
            IsWrittenBack = this.isWrittenBack,
            ShapeNames = string.Concat(properties.Select(p => ", " + CSharpText.Literal(p.JsonName + (p.IsRequired ? "!" : "?")))),
        };
        return known;
    }

    private TypeUse Map(SchemaNode node, string name, string parent)
    {
        var closed = node.AdditionalProperties is { Types: SchemaTypes.None };
        var schema = node.PatternProperties.Count == 0 ? node.AdditionalProperties : closed && node.PatternProperties.Count == 1 ? node.PatternProperties[0].Schema : null;
        var value = schema is not null ? this.Build(schema, name + "Value", parent) : this.Untyped(node, isSaid: true, isElement: true);
        return new(new MapType(value), false, this.Rule(RuleText.OfMembers(node)), node.Required.Count > 0 || NeedsWholeObject(node) ? this.WholeRule(node) : null);
    }

    private PropertyModel Property(SchemaProperty property, string owner, NameTable members, string local)
    {
        var wanted = CSharpNames.Member(property.Name, owner);
        var name = members.Take(wanted);
        if (name != wanted) this.findings.Add(FindingCatalog.NamesAlike, property.Schema.Node.Span, property.Name, name);

        var use = this.Build(property.Schema, CSharpNames.Type(property.Name), owner);
        var hasDefault = !property.IsRequired && property.Schema.Default is { } value and not JsonNull && SchemaInterpreter.Check(this.plan, property.Schema, value).Count == 0;

        // In foreign data absent and null mean the same (SPEC §2, short records), and nobody writes it back.
        var isOptional = !property.IsRequired && !hasDefault && use.IsNullable && this.role != TypeRole.Record;
        var type = isOptional ? $"global::ToolGen.Optional<{use.TypeName}>"
            : property.IsRequired || hasDefault || use.IsNullable ? use.TypeName
            : use.Type.Name + "?";
        var start = hasDefault ? this.DefaultOf(property.Schema.Default!, use) : "default!";
        return new()
        {
            JsonName = property.Name,
            Name = name,
            Type = type,
            Summary = CSharpText.Comment(property.Schema.Description ?? ""),
            IsRequired = property.IsRequired,
            IsOptional = isOptional,
            Use = use,
            LeavesNullOut = this.role == TypeRole.Record,
            Initializer = hasDefault ? $" = {start};" : "",
            Start = start,
            Local = local,
        };
    }

    /// <summary>Trailing properties that C# may leave out, so that <c>new Output(a)</c> stays right when an optional one is added.</summary>
    private static void SetParameterDefaults(List<PropertyModel> properties)
    {
        for (var i = properties.Count - 1; i >= 0 && !properties[i].IsRequired; i--)
        {
            var literal = properties[i].Initializer.Length == 0 ? "default" : properties[i].Start;
            if (literal.StartsWith("Wire.", System.StringComparison.Ordinal)) return;
            properties[i] = properties[i] with { ParameterDefault = " = " + literal };
        }
    }

    /// <summary>A literal where C# has one, else a field that reads the JSON once.</summary>
    private string DefaultOf(JsonNode value, TypeUse use)
    {
        switch (value)
        {
            case JsonString text when use.Type == LeafType.String:
                return CSharpText.Literal(text.Value);
            case JsonBoolean flag when use.Type == LeafType.Boolean:
                return flag.Value ? "true" : "false";
            case JsonNumber number when (use.Type == LeafType.Int32 || use.Type == LeafType.Int64) && number.Text.Length < 10 && number.Text.All(c => c is '-' or (>= '0' and <= '9')):
                return number.Text;
        }

        var field = "D" + this.types.Defaults.Count;
        this.types.Defaults.Add(new(use.TypeName, field, $"global::ToolGen.ToolReader.Constant<{use.TypeName}>({CSharpText.Literal(value.ToString())}u8, {use.Reader})"));
        return "Wire." + field;
    }

    private PropertyModel? Additional(SchemaNode node, string owner)
    {
        if (this.role == TypeRole.Record || this.UnknownOf(node) != "Kept") return null;
        var use = node.PatternProperties.Count == 0 && node.AdditionalProperties is { } schema ? this.Build(schema, owner + "Value", owner) : new(LeafType.Element, false);
        return new()
        {
            JsonName = "",
            Name = "AdditionalProperties",
            Type = $"global::System.Collections.Generic.IReadOnlyDictionary<string, {use.TypeName}>",
            Summary = "Members that the schema does not name.",
            IsRequired = false,
            IsOptional = false,
            Use = use,
            Initializer = $" = new global::System.Collections.Generic.Dictionary<string, {use.TypeName}>();",
            Start = "",
            Local = "more",
        };
    }

    private string UnknownOf(SchemaNode node) =>
        this.role == TypeRole.Record ? "Ignored"
        : node.PatternProperties.Count > 0 ? "Kept"
        : (node.AdditionalProperties ?? node.UnevaluatedProperties) is not { } additional ? "Ignored"
        : additional.Types == SchemaTypes.None ? "Refused"
        : "Kept";

    /// <summary>Assertions that a record's reader does not make.</summary>
    private bool NeedsWhole(SchemaNode node) =>
        node.MinProperties is > 0 || node.MaxProperties is not null || node.Enum is not null || node.Const is not null || NeedsWholeObject(node)
        || node.Required.Any(name => node.Properties.All(property => property.Name != name));

    /// <summary>Assertions on names, and on what nothing else names.</summary>
    private static bool NeedsWholeObject(SchemaNode node) =>
        node.PatternProperties.Count > 0 || node.PropertyNames is not null || node.DependentRequired.Count > 0 || node.UnevaluatedProperties is not null;

    private void AddConstants(SchemaNode node, string name)
    {
        var names = new NameTable();
        var constants = new List<ConstantModel>();
        foreach (var text in node.Enum!.OfType<JsonString>()) constants.Add(new(names.Take(CSharpNames.Member(text.Value, name)), CSharpText.Literal(text.Value)));
        this.types.Constants.Add(new(name, CSharpText.Comment(node.Description ?? ""), constants));
    }
}
