using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using ToolGen.Generator.Joining;
using ToolGen.Generator.Pipeline;

namespace ToolGen.SpecFixes.Joining;

/// <summary>Methods of a project join its catalog: those of a type together, with the calls that hand the type to its stack.</summary>
internal sealed class ProjectJoining
{
    private readonly Project project;
    private readonly Stacks stacks;
    private readonly Registrations registrations;
    private readonly JoinReader reader;
    private readonly string tools;
    private readonly CancellationToken cancellationToken;
    private readonly Dictionary<SyntaxTree, FileEdits> files = [];
    private readonly Dictionary<string, IMethodSymbol> names = new(System.StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<ISymbol> mcp = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> kernels = new(SymbolEqualityComparer.Default);
    private readonly List<string> ofAssembly = [];

    private ProjectJoining(Project project, Stacks stacks, CancellationToken cancellationToken)
    {
        this.project = project;
        this.stacks = stacks;
        this.cancellationToken = cancellationToken;
        this.registrations = stacks.RegistrationsOf(cancellationToken);
        this.reader = new(stacks, cancellationToken);
        this.tools = ProjectSettings.From(project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions).Namespace;
    }

    /// <summary>What a project becomes.</summary>
    /// <param name="project">The project.</param>
    /// <param name="places">Of findings: attributes, or methods that <c>AIFunctionFactory</c> is given.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<Solution> ApplyAsync(Project project, IEnumerable<Location> places, CancellationToken cancellationToken)
    {
        if (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation || Stacks.Of(compilation) is not { } stacks) return project.Solution;
        var joining = new ProjectJoining(project, stacks, cancellationToken);
        foreach (var place in places)
            if (compilation.SyntaxTrees.FirstOrDefault(tree => tree == place.SourceTree || (tree.FilePath.Length > 0 && tree.FilePath == place.SourceTree!.FilePath)) is { } tree) joining.At(tree, place.SourceSpan);
        joining.ReplaceRegistrations();
        var solution = project.Solution;
        foreach (var pair in joining.files)
            if (project.GetDocument(pair.Key) is { } document && pair.Value.HasEdits) solution = solution.WithDocumentSyntaxRoot(document.Id, pair.Value.Apply());
        return solution;
    }

    private void At(SyntaxTree tree, TextSpan span)
    {
        var node = tree.GetRoot(this.cancellationToken).FindNode(span, getInnermostNodeForTie: true);
        var file = this.FileOf(tree);
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute && attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declared)
        {
            var type = (INamedTypeSymbol)file.Model.GetDeclaredSymbol(declared, this.cancellationToken)!;
            var isKernel = SymbolEqualityComparer.Default.Equals(file.Model.GetTypeInfo(attribute, this.cancellationToken).Type, this.stacks.KernelFunction);
            if ((isKernel ? this.kernels : this.mcp).Add(type)) this.JoinAll(type, isKernel);
        }
        else if (node.AncestorsAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault() is { } call
            && file.Model.GetOperation(call, this.cancellationToken) is IInvocationOperation operation && FunctionCall.Of(operation, this.stacks.Functions!) is { Method: { } method, Problem: null } read)
        {
            var candidate = this.reader.Function(method, read.Name, read.Description);
            if (candidate.Problem is null && this.Join(candidate, null)) RegistrationEdits.Function(file, call, candidate.Name, read.Target);
        }
    }

    private void JoinAll(INamedTypeSymbol type, bool isKernel)
    {
        var all = isKernel ? this.reader.Kernel(type) : this.reader.Mcp(type);
        if (isKernel && all.Any(one => this.names.ContainsKey(one.Name))) return;
        var joined = all.Where(one => one.Problem is null && this.Join(one, isKernel ? this.stacks.KernelFunction : this.stacks.McpTool)).ToArray();
        if (joined.Length == 0) return;
        var isMarked = type.GetAttributes().FirstOrDefault(one => SymbolEqualityComparer.Default.Equals(one.AttributeClass, this.stacks.McpToolType));
        var isLast = joined.Length == all.Count;
        string[] tools = [.. joined.Select(one => one.Name)];
        foreach (var registration in this.registrations.Of(type, isKernel, isMarked is not null).Where(one => one.Type is not null))
        {
            var file = this.FileOf(registration.Call.SyntaxTree);
            if (isKernel) RegistrationEdits.Kernel(file, registration, tools, joined.Any(one => !one.Method.IsStatic));
            else RegistrationEdits.Mcp(file, registration.Call, tools, isLast);
        }

        if (!isKernel && this.registrations.Of(type, false, isMarked is not null).Any(one => one.Type is null)) this.ofAssembly.AddRange(tools);
        if (!isKernel && isLast && isMarked?.ApplicationSyntaxReference is { } mark) MethodEdits.Unmark(this.FileOf(mark.SyntaxTree), (AttributeSyntax)mark.GetSyntax(this.cancellationToken));
    }

    // What a whole assembly handed over is handed over once all of its types are known.
    private void ReplaceRegistrations()
    {
        if (this.ofAssembly.Count == 0) return;
        var left = this.stacks.Compilation.Assembly.GlobalNamespace;
        var isLast = !TypesOf(left).Any(type => !this.IsDone(type) && type.GetAttributes().Any(one => SymbolEqualityComparer.Default.Equals(one.AttributeClass, this.stacks.McpToolType)) && this.reader.Mcp(type).Count > 0);
        var isWhole = isLast && this.stacks.Compilation.GetTypeByMetadataName(this.tools + ".Catalog") is null && this.names.Count == this.ofAssembly.Count;
        foreach (var registration in this.registrations.All.Where(one => one is { Type: null, IsKernels: false }))
            RegistrationEdits.Mcp(this.FileOf(registration.Call.SyntaxTree), registration.Call, isWhole ? null : this.ofAssembly, isLast);
    }

    private bool IsDone(INamedTypeSymbol type) => this.mcp.Contains(type) && this.reader.Mcp(type).All(one => one.Problem is null && this.names.TryGetValue(one.Name, out var method) && SymbolEqualityComparer.Default.Equals(method, one.Method));

    private bool Join(JoinCandidate candidate, INamedTypeSymbol? instead)
    {
        if (this.names.TryGetValue(candidate.Name, out var known)) return SymbolEqualityComparer.Default.Equals(known, candidate.Method);
        if (candidate.Method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(this.cancellationToken) is not MethodDeclarationSyntax method || this.names.ContainsValue(candidate.Method)) return false;
        var attribute = candidate.Method.GetAttributes().FirstOrDefault(one => instead is not null && SymbolEqualityComparer.Default.Equals(one.AttributeClass, instead))?.ApplicationSyntaxReference;
        this.names.Add(candidate.Name, candidate.Method);
        MethodEdits.Join(this.FileOf(method.SyntaxTree), method, candidate, (AttributeSyntax?)attribute?.GetSyntax(this.cancellationToken));
        return true;
    }

    private FileEdits FileOf(SyntaxTree tree) =>
        this.files.TryGetValue(tree, out var file) ? file : this.files[tree] = new(this.stacks.Compilation.GetSemanticModel(tree), this.tools, this.names.Keys);

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceSymbol space) =>
        space.GetTypeMembers().SelectMany(Nested).Concat(space.GetNamespaceMembers().SelectMany(TypesOf));

    private static IEnumerable<INamedTypeSymbol> Nested(INamedTypeSymbol type) => type.GetTypeMembers().SelectMany(Nested).Prepend(type);
}
