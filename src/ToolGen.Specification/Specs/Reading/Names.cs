using System;
using System.Collections.Generic;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Specs.Reading;

/// <summary>The names that an author gives inside an implementation: none may be a word of C#, a name of the scope, or given twice.</summary>
internal sealed class Names(string kind, FindingSink sink)
{
    // ECMA-334 §6.4.4, without the contextual words, which are legal names.
    private static readonly HashSet<string> Keywords = new(
        ("abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum event explicit extern false finally fixed float for foreach goto if implicit in int "
        + "interface internal is lock long namespace new null object operator out override params private protected public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch this throw "
        + "true try typeof uint ulong unchecked unsafe ushort using virtual void volatile while").Split(' '),
        StringComparer.Ordinal);

    private const string Everywhere = "input now item outer context settings await async";

    private const string Functions = "count sum min max average first last date hour day month";

    // What the kind itself puts into the scope (SPEC §1.6).
    private readonly HashSet<string> scope = new((Everywhere + " " + kind switch
    {
        "http" => "response items status",
        "transform" => "row rows run prev patterns " + Functions,
        "file" => "row rows run prev patterns file " + Functions,
        "sql" => "rows affected",
        _ => "",
    }).Split(' '), StringComparer.Ordinal);

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>Names of variables: <c>let</c>, steps, patterns, saved figures.</summary>
    public void Variables(JsonNode? map)
    {
        if (map is not JsonObject @object) return;
        foreach (var member in @object.Members)
        {
            if (Keywords.Contains(member.Name)) sink.Add(FindingCatalog.ReservedWord, member.NameSpan, member.Name);
            else if (this.scope.Contains(member.Name) || !this.taken.Add(member.Name)) sink.Add(FindingCatalog.ShadowedName, member.NameSpan, member.Name);
        }
    }
}
