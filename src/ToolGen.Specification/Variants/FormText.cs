using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Variants;

/// <summary>
/// Forms as compact JSON, which the contract's <c>VariantMap</c> reads: 0 as it is, 1 JSON text, <c>l</c> list, <c>t</c> tuple, <c>m</c> map, <c>o</c> object
/// (name: [form, absence, own name]; <c>a</c>: all others), <c>u</c> by type, <c>p v</c> by property, <c>c</c> by case, <c>r</c> definition, <c>w f</c> wrapped.
/// </summary>
internal static class FormText
{
    public static JsonNode Of(VariantForm root, IReadOnlyList<KeyValuePair<string, VariantForm>> definitions)
    {
        var places = definitions.Select((one, index) => (one.Key, index)).ToDictionary(one => one.Key, one => one.index);
        return JsonMake.Object(JsonMake.Member("f", Form(root)), JsonMake.Member("d", JsonMake.Array(definitions.Select(one => Form(one.Value)))));

        JsonNode Form(VariantForm form) => form switch
        {
            SameForm => JsonMake.Number(0),
            TextForm => JsonMake.Number(1),
            ListForm list => JsonMake.Object("l", Form(list.Item)),
            TupleForm tuple => JsonMake.Object("t", JsonMake.Array(tuple.Items.Select(Form))),
            EntriesForm map => JsonMake.Object("m", Form(map.Value)),
            RecordForm record => Record(record),
            UnionForm { Choice: UnionChoice.Type } union => JsonMake.Object("u", JsonMake.Array(union.Branches.Select(branch => JsonMake.Array([JsonMake.Number((long)branch.Said), Form(branch.Form)])))),
            UnionForm { Choice: UnionChoice.Property } union => JsonMake.Object(JsonMake.Member("p", JsonMake.Text(union.Property!)), JsonMake.Member("v", Keyed(union))),
            UnionForm union => JsonMake.Object("c", Keyed(union)),
            ReferenceForm reference => JsonMake.Object("r", JsonMake.Number(places[reference.Name])),
            WrappedForm wrapped => JsonMake.Object(JsonMake.Member("w", JsonMake.Text(wrapped.Name)), JsonMake.Member("f", Form(wrapped.Form))),
            _ => throw new InvalidOperationException("a form without text: " + form.GetType().Name),
        };

        JsonNode Keyed(UnionForm union) => JsonMake.Object(union.Branches.SelectMany(branch => branch.Keys, (branch, key) => JsonMake.Member(key, Form(branch.Form))));

        // A property that stands for itself needs no entry.
        JsonNode Record(RecordForm record)
        {
            var fields = JsonMake.Object(record.Fields.Where(field => !field.Form.IsSame || field.Absence != Absence.Absent || field.Name != field.Canonical).Select(field =>
                JsonMake.Member(field.Name, JsonMake.Array(
                    new[] { Form(field.Form), JsonMake.Number((long)field.Absence) }.Concat(field.Name == field.Canonical ? [] : new[] { JsonMake.Text(field.Canonical) })))));
            return record.More is { } more
                ? JsonMake.Object(JsonMake.Member("o", fields), JsonMake.Member("a", JsonMake.Array([JsonMake.Text(more), Form(record.MoreValue)])))
                : JsonMake.Object("o", fields);
        }
    }
}
