using System;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <content>Members that are no keyword, or one of another draft; each is a finding.</content>
public sealed partial class SchemaReader
{
    private void RefuseUnknown(JsonObject schema)
    {
        foreach (var member in schema.Members)
        {
            if (SchemaKeywords.IsKnown(member.Name)) this.CheckAnnotation(schema, member);
            else if (SchemaKeywords.Refused.TryGetValue(member.Name, out var remedy)) this.sink.Add(FindingCatalog.RefusedKeyword, member.NameSpan, Excerpt.Quote(member.Name), remedy);
            else this.RefuseUnknown(schema, member);
        }
    }

    private void CheckAnnotation(JsonObject schema, JsonMember member)
    {
        if (member.Name is "deprecated" or "readOnly" or "writeOnly") this.Flag(schema, member.Name);
        else if (member.Name == "$comment") this.Text(schema, member.Name);
        else if (member.Name == "$schema") this.CheckDialect(member);
        else if (SchemaKeywords.Partners.TryGetValue(member.Name, out var partners) && !partners.Any(partner => schema.Member(partner) is not null))
            this.sink.Add(FindingCatalog.KeywordAlone, member.NameSpan, Excerpt.Quote(member.Name), string.Join(" or ", partners.Select(partner => Excerpt.Quote(partner))));
    }

    private void RefuseUnknown(JsonObject schema, JsonMember member)
    {
        var fix = KeywordFix.For(this.sink.Source, schema, member);
        var near = this.sink.IsFull ? null : NearMiss.Of(member.Name, SchemaKeywords.All);
        var remedy = fix is not null ? fix.Title + "."
            : near is not null ? $"Did you mean {Excerpt.Quote(near)}?"
            : "Leave it out, or name it \"x-…\" to keep it as a note.";
        this.sink.Add(FindingCatalog.UnknownKeyword, member.NameSpan, fix, Excerpt.Quote(member.Name), remedy);
    }

    private void CheckDialect(JsonMember member)
    {
        if (member.Value is JsonString text && text.Value.TrimEnd('#') == SchemaDocuments.DialectUri) return;
        var fix = new FindingFix("Write the dialect 2020-12", new(new TextEdit(member.Value.Span, Excerpt.Quote(SchemaDocuments.DialectUri))));
        this.sink.Add(FindingCatalog.OtherDialect, member.Value.Span, fix, Excerpt.Of(member.Value), Excerpt.Quote(SchemaDocuments.DialectUri));
    }

    private bool ReadMediaType(JsonObject schema)
    {
        var type = this.Text(schema, "contentMediaType");
        if (type is null) return false;
        if (IsJson(type.Value)) return this.options.AssertsContents;
        if (this.RefusesUnknown) this.sink.Add(FindingCatalog.UnknownMediaType, type.Span, Excerpt.Of(type));
        return false;
    }

    private static bool IsJson(string type)
    {
        var essence = type.Split(';')[0].Trim();
        return essence.Equals("application/json", StringComparison.OrdinalIgnoreCase) || essence.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }

    private bool ReadEncoding(JsonObject schema)
    {
        var encoding = this.Text(schema, "contentEncoding");
        if (encoding is null) return false;
        if (encoding.Value.Equals("base64", StringComparison.OrdinalIgnoreCase)) return this.options.AssertsContents;
        if (this.RefusesUnknown) this.WrongValue(encoding, "contentEncoding", "\"base64\"");
        return false;
    }
}
