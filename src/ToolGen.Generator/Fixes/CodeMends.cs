using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using ToolGen.Generator.Gate;
using ToolGen.Specification;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Generator.Fixes;

/// <summary>
/// Finds near misses of the C# in a spec that have one mechanical remedy, by syntax alone; what only the compiler sees is the forge's.
/// Text that the gate would not let to the parser is left to the gate.
/// </summary>
public static class CodeMends
{
    /// <summary>The mends of a spec's C#; some show only when others are made.</summary>
    public static EquatableArray<Finding> Find(JsonDocument spec)
    {
        var sink = new FindingSink(spec.Source);
        if (spec.Root is not JsonObject root) return sink.ToArray();
        foreach (var part in new[] { "implementation", "fallback" })
        {
            if (root[part] is not JsonObject implementation) continue;
            var words = new Vocabulary(root, implementation);
            foreach (var site in CodeSite.Of(implementation)) Mend(site, words, sink);
        }

        return sink.ToArray();
    }

    private static void Mend(CodeSite site, Vocabulary words, FindingSink sink)
    {
        if (site.Text.Value.Length > CodeLimits.BodyLength) return;
        if (site.Role == CodeRole.Value && ProseMends.Find(site, words, sink)) return;
        var own = new FindingSink(sink.Source);
        var code = new CodeText(site.Text, site.Length, own);
        if (!TextCheck.Accepts(code, CodeLimits.BodyLength, "") || !CodeScan.Accepts(code, comments: true))
        {
            // The gate knows one slip that is mechanical: 'text' in single quotes.
            foreach (var finding in own.ToArray().Where(finding => finding.Descriptor == FindingCatalog.CodeSingleQuotedText && finding.Fix is not null && site.Role != CodeRole.FailText))
                sink.Add(finding.Descriptor, finding.Place.Span, finding.Fix, finding.Arguments.ToArray());
            return;
        }

        code = new CodeText(site.Text, site.Length, sink);
        switch (site.Role)
        {
            case CodeRole.FailText:
                FailTextMends.Find(code, words);
                break;
            case CodeRole.Body:
                if (MethodMends.Find(code)) return;
                var block = SyntaxFactory.ParseStatement("{" + code.Value + "\n}", 0, CodeParsing.Options);
                ThrowMends.Find(code, block, 1);
                NameMends.Find(code, block, 1, words, site);
                break;
            default:
                NameMends.Find(code, SyntaxFactory.ParseExpression(code.Value, 0, CodeParsing.Options), 0, words, site);
                break;
        }
    }
}
