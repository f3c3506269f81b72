using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Generator.Types;

/// <summary>Plans → the C# types of one tool (SPEC §2).</summary>
public sealed partial class TypeBuilder
{
    private readonly ToolTypes types = new();
    private readonly NameTable typeNames = new();
    private readonly Dictionary<SchemaNode, TypeUse> built = [];
    private readonly Dictionary<SchemaNode, string> reservedNames = [];
    private readonly HashSet<SchemaNode> open = [];
    private readonly string nameSpace;
    private readonly NominalNames nominals;

    // Of the root in work.
    private FindingSink findings;
    private SchemaPlan plan = null!;
    private TypeRole role;
    private bool isWrittenBack;
    private bool isNominal;

    private TypeBuilder(string className, FindingSink findings, string nameSpace, NominalNames nominals)
    {
        this.findings = findings;
        this.nameSpace = nameSpace;
        this.nominals = nominals;
        this.typeNames.Take(className);
    }

    /// <summary>Builds the types of all roots together, since their names share one class.</summary>
    /// <param name="className">The tool's class.</param>
    /// <param name="roots">At least <c>Input</c> and <c>Output</c>; their names come first.</param>
    /// <param name="findings">Takes what is odd about names, and what stays untyped.</param>
    /// <param name="nameSpace">Of the tools.</param>
    /// <param name="nominals">The names of nominal types; null: those that the roots' own give.</param>
    public static ToolTypes Build(string className, IReadOnlyList<TypeRoot> roots, FindingSink findings, string nameSpace = "Tools", NominalNames? nominals = null)
    {
        var builder = new TypeBuilder(className, findings, nameSpace, nominals ?? NominalNames.Of(roots.SelectMany(root => NominalNames.In(root.Plan)), []));
        foreach (var root in roots) builder.reservedNames[root.Plan.Root] = builder.typeNames.Take(root.Name);
        foreach (var root in roots)
        {
            foreach (var definition in root.Plan.Definitions)
            {
                if (builder.reservedNames.ContainsKey(definition.Value) || !(IsRecord(definition.Value) || IsTextEnum(definition.Value))) continue;
                var name = CSharpNames.Type(LastSegment(definition.Key));
                builder.reservedNames[definition.Value] = builder.typeNames.Take(name, root.Name + name);
            }
        }

        foreach (var root in roots)
        {
            builder.plan = root.Plan;
            builder.role = root.Role;
            builder.isWrittenBack = root.IsWrittenBack;

            // What a file or a server gives has no type but its own.
            builder.isNominal = root.Role != TypeRole.Record || root.IsForeign;
            builder.findings = root.IsForeign ? new FindingSink(findings.Source) : findings;
            builder.types.Roots[root.Name] = builder.Build(root.Plan.Root, root.Name, root.Name);
        }

        builder.TieCases();
        return builder.types;
    }

    /// <param name="node">The schema.</param>
    /// <param name="name">What a type made here is called.</param>
    /// <param name="parent">What stands in front where that name is taken.</param>
    private TypeUse Build(SchemaNode node, string name, string parent)
    {
        if (this.built.TryGetValue(node, out var known)) return known;
        if (!this.open.Add(node))
        {
            // The type would contain itself without a name to stop at, such as a list of lists of lists …
            return this.Untyped(node, isSaid: false);
        }

        var use = this.IsDynamic(node) ? this.Untyped(node, isSaid: true) : node.IsBareReference ? this.BuildReference(node, node.Reference!, parent) : node.HasInPlace ? this.Composite(node, name, parent) : this.BuildOwn(node, name, parent);
        this.open.Remove(node);
        return this.built[node] = use;
    }

    private TypeUse BuildReference(SchemaNode node, string key, string parent)
    {
        if (!this.plan.Definitions.TryGetValue(key, out var target)) return this.Untyped(node, isSaid: false);
        var use = this.Build(target, CSharpNames.Type(LastSegment(key)), parent);
        return node.HasAssertions ? use with { Whole = this.WholeRule(node) } : use;
    }

    private TypeUse BuildOwn(SchemaNode node, string name, string parent)
    {
        var isNullable = (node.Types & SchemaTypes.Null) != 0 && node.Types != SchemaTypes.Any
            && (node.Enum is null || node.Enum.Any(value => value is JsonNull)) && node.Const is null or JsonNull;
        var use = (node.Types & ~SchemaTypes.Null) switch
        {
            SchemaTypes.String => this.Text(node, name, parent),
            SchemaTypes.Boolean => new(LeafType.Boolean, false, this.Rule(RuleText.OfBoolean(node))),
            SchemaTypes.Integer => new(IntegerOf(node), false, this.Rule(RuleText.OfNumber(node))),
            SchemaTypes.Number => new(NumberOf(node), false, this.Rule(RuleText.OfNumber(node))),
            SchemaTypes.Array => this.Array(node, name, parent),
            SchemaTypes.Object => this.Object(node, name, parent),
            _ => this.Untyped(node, isSaid: true),
        };
        if (use.Type == LeafType.Element) return use;
        if (use.Type is LeafType leaf && node.NominalType is { } nominal && this.isNominal) use = use with { Type = this.Nominal(node, nominal, leaf) };
        if (use.Type is not (LeafType or NominalType) && (node.Enum is not null || node.Const is not null)) use = use with { Whole = this.WholeRule(node) };
        return use with { IsNullable = isNullable };
    }

    private NominalType Nominal(SchemaNode node, string type, LeafType leaf)
    {
        var name = this.nominals[type];
        var known = this.types.Nominals.FirstOrDefault(one => one.NominalType == type);
        if (known is not null && known.Base != leaf.Name) this.findings.Add(FindingCatalog.NominalBases, node.Node.Span, type, known.Base.Replace("global::", ""), leaf.Name.Replace("global::", ""));
        if (known is null) this.types.Nominals.Add(new(type, name.ClassName, leaf.Name) { FullName = name.FullName });
        return new("global::" + (name.FullName ?? $"{this.nameSpace}.{NominalNames.Folder}.{name.ClassName}"), type, leaf);
    }

    private TypeUse Text(SchemaNode node, string name, string parent)
    {
        var type = node.Base64 ? LeafType.Bytes : !node.FormatAsserted ? LeafType.String : node.Format switch
        {
            "date" => LeafType.Date,
            "time" => LeafType.Time,
            "date-time" => LeafType.DateTime,
            "duration" => LeafType.Duration,
            "uuid" => LeafType.Uuid,
            _ => LeafType.String,
        };
        if (type == LeafType.String && IsTextEnum(node)) this.AddConstants(node, this.NameOf(node, name, parent));
        return new(type, false, this.Rule(RuleText.OfText(node, withFormat: type == LeafType.String, this.References)));
    }

    private static LeafType IntegerOf(SchemaNode node)
    {
        if (node is { FormatAsserted: true, Format: "big" }) return LeafType.Big;
        if (node is { FormatAsserted: true, Format: "decimal" }) return LeafType.Decimal;
        var low = node.Minimum ?? node.ExclusiveMinimum;
        var high = node.Maximum ?? node.ExclusiveMaximum;
        return low is not null && high is not null && FitsInt32(low) && FitsInt32(high) ? LeafType.Int32 : LeafType.Int64;
    }

    private static LeafType NumberOf(SchemaNode node) => node is { FormatAsserted: true, Format: "decimal" } ? LeafType.Decimal
        : node is { FormatAsserted: true, Format: "big" } ? LeafType.Big : LeafType.Double;

    private static bool FitsInt32(JsonNumber bound) => Checks.ExactNumber.TryGetInt64(bound.Text.AsSpan(), out var value) && value is >= int.MinValue and <= int.MaxValue;

    private TypeUse Array(SchemaNode node, string name, string parent)
    {
        if (node.PrefixItems.Count > 0) return this.Tuple(node, name, parent);
        var element = node.Items is { } items ? this.Build(items, name + "Item", parent) : this.Untyped(node, isSaid: true, isElement: true);
        return new(new ListType(element), false, this.Rule(RuleText.OfItems(node)), node.Contains is not null || node.UnevaluatedItems is not null ? this.WholeRule(node) : null);
    }

    /// <summary>A tuple holds exactly its elements; where there may be fewer or more, it is a list of JSON.</summary>
    private TypeUse Tuple(SchemaNode node, string name, string parent)
    {
        var count = node.PrefixItems.Count;
        if (node.MinItems is not { } least || least < count || !(node.Items is { Types: SchemaTypes.None } || node.MaxItems == count)) return this.Untyped(node, isSaid: true);
        var items = node.PrefixItems.Select((item, i) => this.Build(item, name + "Item" + (i + 1), parent)).ToArray();
        var type = new TupleType(new(items), "Tuple" + this.types.Tuples.Count);
        this.types.Tuples.Add(new(type.Suffix, type.Name, this.role, items) { IsWrittenBack = this.isWrittenBack });
        return new(type, false, null, node.UniqueItems || node.Contains is not null || least > count || node.MaxItems < count ? this.WholeRule(node) : null);
    }

    /// <summary>JSON as it is, checked by the whole schema; a finding says so where a type was to be expected.</summary>
    private TypeUse Untyped(SchemaNode node, bool isSaid, bool isElement = false)
    {
        if (isSaid && node.Types != SchemaTypes.None)
            this.findings.Add(FindingCatalog.UntypedValue, node.Node.Span, node.Pointer.Length == 0 ? "the schema" : node.Pointer);
        return new(LeafType.Element, false, isElement || IsAnything(node) ? null : this.WholeRule(node));
    }

    private static bool IsAnything(SchemaNode node) => node.Reference is null && !node.HasAssertions;

    private string NameOf(SchemaNode node, string name, string parent) =>
        this.reservedNames.TryGetValue(node, out var reserved) ? reserved : this.typeNames.Take(name, parent + name);

    private static string LastSegment(string key) => key.Substring(key.TrimEnd('#').LastIndexOfAny(['/', '#']) + 1).Replace("~1", "/").Replace("~0", "~");

    private static bool IsRecord(SchemaNode node) => (node.Types & ~SchemaTypes.Null) == SchemaTypes.Object && node.Properties.Count > 0;

    private static bool IsTextEnum(SchemaNode node) => (node.Types & ~SchemaTypes.Null) == SchemaTypes.String && node.Enum is { Count: > 0 } values && values.Any(value => value is JsonString);
}
