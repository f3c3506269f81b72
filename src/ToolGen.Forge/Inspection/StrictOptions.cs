using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ToolGen.Forge.Inspection;

/// <summary>What the strict profile says to rules in a project.</summary>
internal sealed class StrictOptions : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options();

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => this.GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => this.GlobalOptions;

    private sealed class Options : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == "toolgen.profile" ? "strict" : null;
            return value is not null;
        }
    }
}
