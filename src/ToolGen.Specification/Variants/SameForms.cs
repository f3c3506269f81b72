using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Specification.Variants;

/// <summary>Finds what is said as it is although it leads through definitions, and puts <see cref="VariantForm.Same"/> there.</summary>
internal sealed class SameForms
{
    private readonly HashSet<string> same;

    public SameForms(IReadOnlyList<KeyValuePair<string, VariantForm>> definitions)
    {
        this.same = new(definitions.Select(one => one.Key));
        while (this.same.RemoveWhere(name => !this.IsSame(definitions.First(one => one.Key == name).Value)) > 0)
        {
        }
    }

    public VariantForm Of(VariantForm form) => this.IsSame(form) ? VariantForm.Same : form switch
    {
        ListForm list => new ListForm(this.Of(list.Item)),
        TupleForm tuple => new TupleForm(tuple.Items.Select(this.Of).ToArray()),
        EntriesForm map => new EntriesForm(this.Of(map.Value)),
        RecordForm record => record with { Fields = record.Fields.Select(field => field with { Form = this.Of(field.Form) }).ToArray(), MoreValue = this.Of(record.MoreValue) },
        UnionForm union => union with { Branches = union.Branches.Select(branch => branch with { Form = this.Of(branch.Form) }).ToArray() },
        WrappedForm wrapped => wrapped with { Form = this.Of(wrapped.Form) },
        _ => form,
    };

    private bool IsSame(VariantForm form) => form switch
    {
        SameForm => true,
        ListForm list => this.IsSame(list.Item),
        RecordForm { More: null } record => record.Fields.All(field => field.Absence == Absence.Absent && field.Name == field.Canonical && this.IsSame(field.Form)),
        UnionForm { Choice: not UnionChoice.Case } union => union.Branches.All(branch => this.IsSame(branch.Form)),
        ReferenceForm reference => this.same.Contains(reference.Name),
        _ => false,
    };
}
