using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Cli.Commands;

/// <summary>Puts what was recorded into a sample's <c>given</c>; parts that stand there already are replaced, the others stay.</summary>
internal static class GivenEdits
{
    private const int Columns = 100;

    public static FindingFix Of(JsonObject sample, JsonObject recorded)
    {
        var kept = (sample["given"] as JsonObject)?.Members.Where(member => recorded[member.Name] is null) ?? [];
        var given = new JsonObject([.. kept, .. recorded.Members], default);
        var text = JsonWriter.Indented(given, Columns).Replace("\n", "\n      ", System.StringComparison.Ordinal);
        return new("Record", new(sample.Member("given") is { } member
            ? new TextEdit(member.Value.Span, text)
            : new TextEdit(new(sample.Members[^1].Value.Span.End, 0), $",\n      \"given\": {text}")));
    }
}
