using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Secrets;

namespace ToolGen.Specification.Specs.Reading;

/// <summary>Secrets in the texts of a spec, as the rules over C# find them: by their issuer's beginning, or under a name within a longer text.</summary>
internal static class PlainSecrets
{
    /// <summary>Looks at every string of a spec, samples too: those are shown to models.</summary>
    public static void Check(JsonNode node, FindingSink sink)
    {
        switch (node)
        {
            case JsonString text:
                if (SecretShapes.KindIn(text.Value) is { } kind) sink.Add(FindingCatalog.KnownSecret, text.Span, kind);
                else if (SecretParts.NameIn(text.Value) is { } name) sink.Add(FindingCatalog.SecretInText, text.Span, name);
                break;
            case JsonArray array:
                foreach (var item in array.Items) Check(item, sink);
                break;
            case JsonObject @object:
                foreach (var member in @object.Members) Check(member.Value, sink);
                break;
        }
    }
}
