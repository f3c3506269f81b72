using Microsoft.CodeAnalysis.Diagnostics;

namespace ToolGen.Analyzers.Rules;

/// <summary>A rule over C# of any project: concurrent, and over generated code too, since tools are generated.</summary>
public abstract class RuleAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        this.Register(context);
    }

    private protected abstract void Register(AnalysisContext context);
}
