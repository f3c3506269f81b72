using System.Collections.Generic;
using System.Linq;
using ToolGen.Generator.Templates;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Generator.Types;

/// <summary>Unions: one schema or null, and objects that a constant property tells apart. Others have no C# type.</summary>
public sealed partial class TypeBuilder
{
    private readonly HashSet<SchemaNode> cases = [];
    private readonly List<(string Record, string Union, string Property, string Value)> caseRecords = [];

    private TypeUse? Union(SchemaNode node, string name, string parent)
    {
        var alternatives = node.AnyOf.Count > 0 ? node.AnyOf : node.OneOf;
        if (alternatives.Count == 0 || (node.AnyOf.Count > 0 && node.OneOf.Count > 0) || !IsBareUnion(node)) return null;
        var cases = alternatives.Where(one => !IsNull(one)).ToList();
        var isNullable = cases.Count < alternatives.Count && (node.Types & SchemaTypes.Null) != 0;
        if (cases.Count == 1 && alternatives.Count == 2) return this.OrNull(node, cases[0], isNullable, name, parent);
        return alternatives.Count - cases.Count <= 1 && this.Discriminator(cases) is { } property ? this.Cases(node, cases, property, isNullable, name, parent) : null;
    }

    /// <summary>Whether only the alternatives decide.</summary>
    private static bool IsBareUnion(SchemaNode node) =>
        node is { Reference: null, DynamicReference: null, Not: null, If: null, Enum: null, Const: null, AdditionalProperties: null, UnevaluatedProperties: null, UnevaluatedItems: null, Contains: null, PropertyNames: null }
        && node is { MinProperties: null, MaxProperties: null, Items: null, AllOf.Count: 0, DependentSchemas.Count: 0, DependentRequired.Count: 0, Properties.Count: 0, PatternProperties.Count: 0, PrefixItems.Count: 0, Required.Count: 0 };

    private static bool IsNull(SchemaNode node) => node.Types == SchemaTypes.Null && !node.HasInPlace && node.Enum is null && node.Const is null;

    private TypeUse? OrNull(SchemaNode node, SchemaNode one, bool isNullable, string name, string parent)
    {
        // Of "exactly one" an alternative that takes null too would let none pass.
        if (!isNullable || (node.OneOf.Count > 0 && (this.TypesOf(one, 0) & SchemaTypes.Null) != 0)) return null;
        var use = this.Build(one, name, parent);
        return use.Type == LeafType.Element || node.Types != SchemaTypes.Any ? null : use with { IsNullable = true };
    }

    /// <summary>The property that tells all cases apart: required, and in each a constant text of its own.</summary>
    private string? Discriminator(List<SchemaNode> cases)
    {
        if (cases.Count < 2) return null;
        var records = cases.Select(this.Followed).ToList();
        if (records.Any(record => record.Types != SchemaTypes.Object || record.HasInPlace || record.Properties.Count == 0 || this.cases.Contains(record))) return null;
        return records[0].Properties.Select(property => property.Name).FirstOrDefault(name => records.Select(record => this.ConstantOf(record, name)) is var constants
            && constants.All(constant => constant is not null) && constants.Distinct().Count() == records.Count);
    }

    private string? ConstantOf(SchemaNode record, string name)
    {
        if (record.Properties.FirstOrDefault(property => property.Name == name) is not { IsRequired: true } property) return null;
        var schema = this.Followed(property.Schema);
        return (schema.Const ?? (schema.Enum is { Count: 1 } only ? only[0] : null)) is JsonString text && schema.Types == SchemaTypes.String ? text.Value : null;
    }

    private SchemaNode Followed(SchemaNode node)
    {
        for (var i = 0; i < 16 && node.IsBareReference && !node.HasAssertions && this.plan.Definitions.TryGetValue(node.Reference!, out var target); i++) node = target;
        return node;
    }

    private TypeUse Cases(SchemaNode node, List<SchemaNode> cases, string property, bool isNullable, string name, string parent)
    {
        var union = this.NameOf(node, name, parent);
        var use = this.built[node] = new(new UnionType(union), isNullable, null, (node.Types & ~SchemaTypes.Null) is SchemaTypes.Object || node.Types == SchemaTypes.Any ? null : this.WholeRule(node));
        foreach (var one in cases) this.cases.Add(this.Followed(one));
        var models = new List<UnionCase>();
        var index = this.types.Unions.Count;
        this.types.Unions.Add(null!);
        foreach (var one in cases)
        {
            var value = this.ConstantOf(this.Followed(one), property)!;
            var built = this.Build(one, CSharpNames.Type(value), union);
            models.Add(new(CSharpText.Literal(value), built.Type.Name, built.Read, built.Write("c")));
            this.caseRecords.Add((built.Type.Name, union, property, CSharpText.Literal(value)));
        }

        this.types.Unions[index] = new(union, CSharpText.Comment(node.Description ?? node.Title ?? ""), this.role, CSharpText.Literal(property), models) { IsWrittenBack = this.isWrittenBack };
        return use;
    }

    /// <summary>Ties the records of all cases to their unions, once every record is known.</summary>
    private void TieCases()
    {
        foreach (var (name, union, property, value) in this.caseRecords)
        {
            var index = this.types.Records.FindIndex(record => record.Name == name);
            var properties = this.types.Records[index].Properties.Select(one => one.JsonName == property ? one with { IsConstant = true, Initializer = $" = {value};" } : one).ToList();
            this.types.Records[index] = this.types.Records[index] with { Base = union, Properties = properties };
        }
    }
}
