using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Variants;

/// <summary>Losses as findings at their lines.</summary>
internal static class VariantFindings
{
    public static void Add(FindingSink sink, Provider provider, Loss loss)
    {
        // Schemas of other documents have no place in the spec.
        if (loss.Node.Pointer.IndexOf('#') >= 0) return;
        var span = loss.Keyword is { } keyword && loss.Node.Node is JsonObject written && written.Member(keyword) is { } member ? member.NameSpan : loss.Node.Node.Span;
        switch (loss.Kind)
        {
            case LossKind.Keyword:
                sink.Add(FindingCatalog.KeywordUnsaid, span, JsonWriter.Quote(loss.Keyword!), provider.Title);
                break;
            case LossKind.Form:
                sink.Add(FindingCatalog.SaidOtherwise, span, loss.How, provider.Title);
                break;
            default:
                sink.Add(FindingCatalog.SaidAsText, span, provider.Title, loss.How);
                break;
        }
    }
}
