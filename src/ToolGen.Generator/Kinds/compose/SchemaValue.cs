using System.Linq;
using ToolGen.Generator.Types;
using ToolGen.Specification.Schemas;

namespace ToolGen.Generator.Kinds.Compose;

/// <summary>A value whose schema is known: an input, what a step answers, a part of either.</summary>
/// <param name="Plan">The schema that it is part of.</param>
/// <param name="Node">The value's own; a reference is followed.</param>
/// <param name="Use">Its C# type.</param>
/// <param name="MayBeNull">Whether it can be null or absent.</param>
internal sealed record SchemaValue(SchemaPlan Plan, SchemaNode Node, TypeUse Use, bool MayBeNull)
{
    /// <summary>A property, by its name in JSON.</summary>
    public SchemaValue? Member(string jsonName, ToolTypes types)
    {
        var property = this.Node.Properties.FirstOrDefault(one => one.Name == jsonName);
        var model = this.Use.Type is NamedType named ? types.Records.FirstOrDefault(record => record.Name == named.Name)?.Properties.FirstOrDefault(one => one.JsonName == jsonName) : null;
        return property is null || model is null ? null : new(this.Plan, Follow(this.Plan, property.Schema), model.Use, this.MayBeNull || IsNullable(Follow(this.Plan, property.Schema)) || !(property.IsRequired || HasDefault(property)));
    }

    /// <summary>A property, by its name in C#.</summary>
    public SchemaValue? MemberInCode(string name, ToolTypes types) => this.Use.Type is NamedType named
        && types.Records.FirstOrDefault(record => record.Name == named.Name)?.Properties.FirstOrDefault(one => one.Name == name) is { } model ? this.Member(model.JsonName, types) : null;

    /// <summary>An element, where it is a list.</summary>
    public SchemaValue? Element() => this.Node.Items is { } items && this.Use.Type is ListType list
        ? new(this.Plan, Follow(this.Plan, items), list.Element, IsNullable(Follow(this.Plan, items))) : null;

    /// <summary>A schema, or what it refers to.</summary>
    public static SchemaNode Follow(SchemaPlan plan, SchemaNode node)
    {
        for (var i = 0; i < 64 && node.Reference is { } pointer && plan.Definitions.TryGetValue(pointer, out var target); i++) node = target;
        return node;
    }

    /// <summary>Whether null is among its values.</summary>
    public static bool IsNullable(SchemaNode node) =>
        node.Types == SchemaTypes.Any ? node.AnyOf.Concat(node.OneOf).Any(one => one.Types == SchemaTypes.Null) : (node.Types & SchemaTypes.Null) != 0;

    private static bool HasDefault(SchemaProperty property) => property.Schema.Default is not (null or Specification.Json.JsonNull);
}
