using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using ToolGen.Specification.Findings;

namespace ToolGen.SpecFixes.Joining;

/// <summary>Makes <c>[Tool]</c> methods of what other stacks call as tools, and hands them to the same stack again.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(JoiningCodeFixProvider)), Shared]
public sealed class JoiningCodeFixProvider : CodeFixProvider
{
    /// <summary>All of its fixes are one kind.</summary>
    public const string Key = "join";

    private const string Title = "Make it a [Tool] of the catalog";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [FindingCatalog.McpToolCanJoin.Id, FindingCatalog.KernelFunctionCanJoin.Id, FindingCatalog.FunctionCanJoin.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => JoiningFixAllProvider.Instance;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
            context.RegisterCodeFix(CodeAction.Create(Title, cancellation => ProjectJoining.ApplyAsync(context.Document.Project, [diagnostic.Location], cancellation), Key), diagnostic);
        return Task.CompletedTask;
    }
}
