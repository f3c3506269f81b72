using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Specification.Variants;

/// <summary>A value that fits the tool's own schema → as it is said in the variant. The way back is the contract's.</summary>
internal sealed class VariantEncoder(SchemaPlan plan, IReadOnlyList<KeyValuePair<string, VariantForm>> definitions)
{
    public JsonNode Of(VariantForm form, JsonNode value) => form switch
    {
        SameForm => value,
        TextForm => JsonMake.Text(JsonWriter.Compact(value)),
        ListForm list => JsonMake.Array(((JsonArray)value).Items.Select(item => this.Of(list.Item, item))),
        TupleForm tuple => JsonMake.Object(((JsonArray)value).Items.Select((item, index) => JsonMake.Member(TupleForm.NameOf(index), this.Of(tuple.Items[index], item)))),
        EntriesForm map => this.Entries(((JsonObject)value).Members, map.Value),
        RecordForm record => this.Record(record, (JsonObject)value),
        UnionForm union => this.Union(union, value),
        ReferenceForm reference => this.Of(definitions.First(one => one.Key == reference.Name).Value, value),
        WrappedForm wrapped => JsonMake.Object(wrapped.Name, this.Of(wrapped.Form, value)),
        _ => throw new InvalidOperationException("a form that cannot be said: " + form.GetType().Name),
    };

    private JsonObject Record(RecordForm record, JsonObject value)
    {
        var members = new List<JsonMember>();
        foreach (var field in record.Fields)
        {
            if (value[field.Canonical] is { } given) members.Add(JsonMake.Member(field.Name, field.Absence == Absence.NullBesideWrapped ? JsonMake.Object(EntriesForm.ValueName, this.Of(field.Form, given)) : this.Of(field.Form, given)));
            else if (field.Absence != Absence.Absent) members.Add(JsonMake.Member(field.Name, JsonMake.Null));
        }

        if (record.More is { } more)
        {
            var named = new HashSet<string>(record.Fields.Select(field => field.Canonical));
            members.Add(JsonMake.Member(more, this.Entries(value.Members.Where(member => !named.Contains(member.Name)), record.MoreValue)));
        }

        return JsonMake.Object(members);
    }

    private JsonNode Union(UnionForm union, JsonNode value)
    {
        var branch = union.Branches.First(one => (SchemaWalk.TypeOf(value) & one.Types) != 0 && (one.Schema is null || SchemaInterpreter.Check(plan, one.Schema, value).Count == 0));
        var said = this.Of(branch.Form, value);
        return union.Choice == UnionChoice.Case ? JsonMake.Object(branch.Keys[0], said) : said;
    }

    private JsonNode Entries(IEnumerable<JsonMember> members, VariantForm value) => JsonMake.Array(members.Select(member =>
        JsonMake.Object(JsonMake.Member(EntriesForm.Name, JsonMake.Text(member.Name)), JsonMake.Member(EntriesForm.ValueName, this.Of(value, member.Value)))));
}
