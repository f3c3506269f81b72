using System.Linq;
using System.Text;
using ToolGen.Generator.Templates;
using ToolGen.Generator.Types;
using ToolGen.Specification.Schemas;

namespace ToolGen.Generator.Kinds.Compose;

/// <summary>
/// Writers of values for another tool's slot: members that the slot does not take are left out, so that a tool can answer more in a later version
/// without breaking those who hand its answers on.
/// </summary>
internal sealed class ProjectedWriter(ToolTypes types)
{
    private const int MaxDepth = 16;

    /// <summary>The method that writes a value, which must not be null.</summary>
    public string Of(SchemaValue value, SchemaPlan plan, SchemaNode target) => this.Of(value, plan, SchemaValue.Follow(plan, target), 0);

    private string Of(SchemaValue value, SchemaPlan plan, SchemaNode target, int depth)
    {
        var plain = value.Use with { IsNullable = false, Whole = null };
        if (depth > MaxDepth || !this.HasMore(value, plan, target, depth)) return types.WriterOf(plain);
        if (value.Element() is { } element)
        {
            var inner = this.Of(element, plan, SchemaValue.Follow(plan, target.Items!), depth + 1);
            return types.AddMember(name => $"internal static void {name}(global::ToolGen.ToolWriter w, {plain.TypeName} v) {{ w.List(v, static (w, v) => {{ {Guarded("v", element.Use.IsNullable, "w", inner)} }}); }}");
        }

        var record = types.Records.First(one => one.Name == ((NamedType)value.Use.Type).Name);
        var body = new StringBuilder();
        foreach (var property in record.Properties)
        {
            if (target.Properties.FirstOrDefault(one => one.Name == property.JsonName) is not { } slot || value.Member(property.JsonName, types) is not { } member) continue;
            var slotNode = SchemaValue.Follow(plan, slot.Schema);
            if (!this.HasMore(member, plan, slotNode, depth + 1)) body.Append(property.Write).Append(' ');
            else body.Append($"if (v.{property.Name} is {{ }} {property.Local}) {{ w.Name({CSharpText.Literal(property.JsonName)}u8); {this.Of(member, plan, slotNode, depth + 1)}(w, {property.Local}); }} ");
        }

        return types.AddMember(name => $"internal static void {name}(global::ToolGen.ToolWriter w, {plain.TypeName} v) {{ w.Object(); {body}w.EndObject(); }}");
    }

    private static string Guarded(string value, bool isNullable, string writer, string method) =>
        isNullable ? $"if ({value} is {{ }} o) {method}({writer}, o); else {writer}.Null();" : $"{method}({writer}, {value});";

    // Whether a value can have members that the target refuses.
    private bool HasMore(SchemaValue value, SchemaPlan plan, SchemaNode target, int depth)
    {
        if (depth > MaxDepth) return false;
        if (value.Element() is { } element) return target.Items is { } items && this.HasMore(element, plan, SchemaValue.Follow(plan, items), depth + 1);
        if (value.Use.Type is not RecordType || target.Properties.Count == 0) return false;
        var isClosed = target.AdditionalProperties is { Types: SchemaTypes.None };
        return value.Node.Properties.Any(property => target.Properties.FirstOrDefault(one => one.Name == property.Name) is { } slot
            ? value.Member(property.Name, types) is { } member && this.HasMore(member, plan, SchemaValue.Follow(plan, slot.Schema), depth + 1)
            : isClosed);
    }
}
