using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Specs.Reading;

/// <summary>Invisible characters written as escapes: samples may hold them as data, what is read or run may not (SPEC §6).</summary>
internal static class HiddenText
{
    /// <summary>Looks at every name and string of a spec but those of its samples.</summary>
    public static void Check(JsonObject root, FindingSink sink)
    {
        foreach (var member in root.Members)
        {
            if (member.Name is "examples" or "given") continue;
            Name(member, sink);
            Check(member.Value, member.Name, sink);
        }
    }

    private static void Check(JsonNode node, string label, FindingSink sink)
    {
        switch (node)
        {
            case JsonString text:
                var at = InvisibleCharacters.IndexIn(text.Value);
                if (at >= 0) Report(sink, new(text.OffsetOf(at), 1), label, text.Value, at);
                break;
            case JsonArray array:
                foreach (var item in array.Items) Check(item, label, sink);
                break;
            case JsonObject @object:
                foreach (var member in @object.Members)
                {
                    Name(member, sink);
                    Check(member.Value, member.Name, sink);
                }

                break;
        }
    }

    private static void Name(JsonMember member, FindingSink sink)
    {
        var at = InvisibleCharacters.IndexIn(member.Name);
        if (at >= 0) Report(sink, member.NameSpan, member.Name, member.Name, at);
    }

    private static void Report(FindingSink sink, TextSpan span, string label, string text, int at) =>
        sink.Add(FindingCatalog.HiddenText, span, Shapes.Shown.Text(label), InvisibleCharacters.Name(InvisibleCharacters.CodePointAt(text, at)));
}
