using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Specification.Variants;

/// <content>Lists, tuples, objects and maps.</content>
internal sealed partial class SchemaSpeaker
{
    private static readonly SchemaNode Free = new() { Node = JsonMake.True, Pointer = "#" };

    private static bool IsMap(MergedSchema merged) => merged.Properties.Count == 0 && merged.IsOpen;

    private SaidSchema Array(MergedSchema merged, int levels)
    {
        if (merged.Array is { PrefixItems.Count: > 0 } tuple)
        {
            if (tuple.Items is not { Types: SchemaTypes.None } || tuple.MinItems != tuple.PrefixItems.Count) return this.Text(merged.Nodes[0], "a tuple of varying length");
            var items = tuple.PrefixItems.Select((item, index) => (Name: TupleForm.NameOf(index), Value: this.Of(item, SchemaTypes.Any, levels + 1))).ToArray();
            this.Lose(LossKind.Form, tuple, "prefixItems", $"an object with {TupleForm.NameOf(0)} to {TupleForm.NameOf(items.Length - 1)}");
            this.carried.Add((tuple, "prefixItems"));
            this.carried.Add((tuple, "minItems"));
            this.carried.Add((tuple, "maxItems"));
            return SaidSchema.Object(items, _ => true, new TupleForm(items.Select(item => item.Value.Form).ToArray()));
        }

        var element = this.Of(merged.Array?.Items ?? Free, SchemaTypes.Any, levels + 1);
        var counts = new[] { this.Count(merged, "minItems", one => one.MinItems), this.Count(merged, "maxItems", one => one.MaxItems) };
        return SaidSchema.Array(element, element.Form.IsSame ? VariantForm.Same : new ListForm(element.Form), counts.OfType<JsonMember>().ToArray());
    }

    private SaidSchema Object(MergedSchema merged, int levels)
    {
        var taken = new HashSet<string>(merged.Properties.Select(property => property.Name).Where(SafeNames.IsSafe));
        if (IsMap(merged))
        {
            var (map, value) = this.Entries(merged, levels);
            this.Lose(LossKind.Form, merged.Nodes[0], null, $"a list of {{\"{EntriesForm.Name}\", \"{EntriesForm.ValueName}\"}}");
            return map with { Form = new EntriesForm(value), Description = "A map as a list of entries, each name once." };
        }

        var properties = new List<(string Name, SaidSchema Value)>();
        var fields = new List<FieldForm>();
        var required = new List<bool>();
        foreach (var property in merged.Properties.Where(property => property.Schema.Types != SchemaTypes.None || property.IsRequired))
        {
            var name = SafeNames.IsSafe(property.Name) ? property.Name : SafeNames.Of(property.Name, taken);
            if (name != property.Name) this.Lose(LossKind.Form, property.Schema, null, $"the property {JsonWriter.Quote(name)}");
            var (value, form, absence) = this.Property(property, levels + 1);
            properties.Add((name, value));
            fields.Add(new(name, property.Name, form, absence));
            required.Add(property.IsRequired || this.provider.WantsEveryProperty);
        }

        string? more = null;
        var moreForm = VariantForm.Same;
        if (merged.IsOpen)
        {
            more = SafeNames.Of("additional_properties", taken);
            (var map, moreForm) = this.Entries(merged, levels + 1);
            this.Lose(LossKind.Form, merged.Nodes[0], null, $"all other properties as entries of \"{more}\"");
            properties.Add((more, map with { Description = "All other properties as a list of entries, each name once." }));
            required.Add(true);
        }

        var isSame = more is null && fields.All(field => field.Form.IsSame && field.Absence == Absence.Absent && field.Name == field.Canonical);
        return SaidSchema.Object(properties, index => required[index], isSame ? VariantForm.Same : new RecordForm(fields, more, moreForm));
    }

    private (SaidSchema Value, VariantForm Form, Absence Absence) Property(SchemaProperty property, int levels)
    {
        var before = this.losses.Count;
        var value = levels == 1 && this.folded.Contains(property.Name) ? this.Text(property.Schema, "the tool would be beyond the provider's limits") : this.Of(property.Schema, SchemaTypes.Any, levels);
        if (property.IsRequired || !this.provider.WantsEveryProperty) return (value, value.Form, Absence.Absent);
        if (!value.Types.HasFlag(SchemaTypes.Null)) return (value.OrNull(), value.Form, Absence.Null);
        if (levels + 1 + value.Levels > this.provider.MaxLevels)
        {
            this.losses.RemoveRange(before, this.losses.Count - before);
            return (this.Text(property.Schema, this.TooDeep).OrNull(), VariantForm.Text, Absence.Null);
        }

        this.Lose(LossKind.Form, property.Schema, null, "{\"value\": …}, since null says that it is absent");
        var wrapped = SaidSchema.Around(EntriesForm.ValueName, value with { Description = null }, VariantForm.Same).OrNull();
        return (wrapped with { Description = value.Description }, value.Form, Absence.NullBesideWrapped);
    }

    private (SaidSchema Map, VariantForm Value) Entries(MergedSchema merged, int levels)
    {
        var value = this.Of(merged.More ?? Free, SchemaTypes.Any, levels + 2);
        var entry = SaidSchema.Object([(EntriesForm.Name, SaidSchema.Scalar("string", SchemaTypes.String)), (EntriesForm.ValueName, value)], _ => true, VariantForm.Same);
        return (SaidSchema.Array(entry, VariantForm.Same), value.Form);
    }
}
