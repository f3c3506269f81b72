using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Rules.Suppressions;

/// <summary>Whoever takes a finding of security away says why: TG3901, over pragmas, attributes and what the project's files switch off.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SuppressionAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Descriptor = FindingCatalog.SuppressionWithoutReason.ToDiagnostic();
    private static readonly ImmutableArray<string> Ids = [.. SecurityFindings.All.Select(finding => finding.Id)];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var options = start.Options.AnalyzerConfigOptionsProvider;
            var isStrict = ProfileOptions.IsStrict(options.GlobalOptions);
            var compilation = start.Compilation;
            var isTold = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
            start.RegisterSyntaxTreeAction(tree =>
            {
                Pragmas(tree, isStrict);
                foreach (var id in Ids.Where(id => !Reason.IsGiven(ProfileOptions.ReasonOf(options.GetOptions(tree.Tree), id))))
                {
                    if (IsOffFor(compilation, tree.Tree, id, tree.CancellationToken))
                        tree.ReportDiagnostic(Diagnostic.Create(Descriptor, Location.Create(tree.Tree, default), "a section of .editorconfig", id));
                    else if (IsOff(compilation, id, tree.CancellationToken) && isTold.TryAdd(id, true))
                        tree.ReportDiagnostic(Diagnostic.Create(Descriptor, Location.None, "NoWarn, a rule set or a .globalconfig", id));
                }
            });
            start.RegisterSyntaxNodeAction(Attribute, SyntaxKind.Attribute);
        });
    }

    private static bool IsOff(Compilation compilation, string id, CancellationToken cancellation) =>
        (compilation.Options.SpecificDiagnosticOptions.TryGetValue(id, out var written) && written == ReportDiagnostic.Suppress)
        || (compilation.Options.SyntaxTreeOptionsProvider?.TryGetGlobalDiagnosticValue(id, cancellation, out var configured) == true && configured == ReportDiagnostic.Suppress);

    private static bool IsOffFor(Compilation compilation, SyntaxTree tree, string id, CancellationToken cancellation) =>
        compilation.Options.SyntaxTreeOptionsProvider?.TryGetDiagnosticValue(tree, id, cancellation, out var configured) == true && configured == ReportDiagnostic.Suppress;

    private static void Pragmas(SyntaxTreeAnalysisContext context, bool isStrict)
    {
        var root = context.Tree.GetRoot(context.CancellationToken);
        for (var directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            if (directive is not PragmaWarningDirectiveTriviaSyntax { IsActive: true } pragma || !pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword)) continue;
            if (Reason.IsGiven(string.Concat(pragma.DescendantTrivia().Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))))) continue;
            if (pragma.ErrorCodes.Count == 0 && isStrict) context.ReportDiagnostic(Diagnostic.Create(Descriptor, pragma.GetLocation(), "a pragma", "every finding"));
            foreach (var code in pragma.ErrorCodes.Where(code => SecurityFindings.Is(code.ToString())))
                context.ReportDiagnostic(Diagnostic.Create(Descriptor, code.GetLocation(), "a pragma", code.ToString()));
        }
    }

    private static void Attribute(SyntaxNodeAnalysisContext context)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (attribute.ArgumentList is not { Arguments: { Count: >= 2 } arguments } || !attribute.Name.ToString().Contains("SuppressMessage")) return;
        if (context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type?.ToDisplayString() != "System.Diagnostics.CodeAnalysis.SuppressMessageAttribute") return;

        // TG3001 or TG3001:Title.
        var id = Text(arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == "checkId") ?? arguments[1])?.Split(':')[0].Trim();
        if (id is null || !SecurityFindings.Is(id)) return;
        if (!Reason.IsGiven(Text(arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == "Justification"))))
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, attribute.GetLocation(), "an attribute", id));

        string? Text(AttributeArgumentSyntax? argument) => argument is null ? null : context.SemanticModel.GetConstantValue(argument.Expression, context.CancellationToken).Value as string;
    }
}
