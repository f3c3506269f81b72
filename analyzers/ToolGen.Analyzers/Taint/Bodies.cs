using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ToolGen.Analyzers.Taint;

/// <summary>The bodies of one compilation, each graph built once.</summary>
internal sealed class Bodies(Compilation compilation)
{
    private readonly ConcurrentDictionary<ISymbol, Body?> bodies = new(SymbolEqualityComparer.Default);
    private readonly Models models = Models.Of(compilation);

    public Compilation Compilation { get; } = compilation;

    /// <summary>The body of a method that is written here; null for one of a library, an abstract or an extern one.</summary>
    public Body? Of(IMethodSymbol method, CancellationToken cancellation)
    {
        method = (method.PartialImplementationPart ?? method).OriginalDefinition;
        if (IsWire(method)) return null;
        return this.bodies.GetOrAdd(method, symbol => this.Build((IMethodSymbol)symbol, cancellation));
    }

    /// <summary>The initializer of a field or an automatic property; null where there is none.</summary>
    public Body? Initializer(ISymbol member, CancellationToken cancellation) =>
        this.bodies.GetOrAdd(member.OriginalDefinition, symbol => this.BuildInitializer(symbol, cancellation));

    public SemanticModel ModelOf(SyntaxTree tree) => this.models.Of(tree);

    /// <summary>The readers and writers that a template makes of a schema: as a library's, what goes in comes out, and there are thousands
    /// of lines of them. What stands under a #line is a spec's own C#, whatever it is called.</summary>
    private static bool IsWire(IMethodSymbol method) =>
        method.ContainingType is { Name: "Wire", ContainingType: { } tool } && tool.BaseType.Is("ToolGen.Tool`2")
        && method.Locations is [{ SourceTree: not null } place, ..] && IsTemplates(place);

    /// <summary>Whether a template wrote what stands there around the C# of a spec.</summary>
    public static bool IsTemplates(Location place) =>
        place.SourceTree!.FilePath.EndsWith(".g.cs", System.StringComparison.Ordinal) && !place.GetMappedLineSpan().HasMappedPath;

    private Body? Build(IMethodSymbol method, CancellationToken cancellation)
    {
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            var syntax = reference.GetSyntax(cancellation);
            if (!this.Compilation.ContainsSyntaxTree(syntax.SyntaxTree)) return null;
            if (syntax is LocalFunctionStatementSyntax)
            {
                if (method.ContainingSymbol is not IMethodSymbol outer || this.Of(outer, cancellation) is not { } around) return null;
                return around.Graph.LocalFunctions.Contains(method, SymbolEqualityComparer.Default)
                    ? new(method, around.Graph.GetLocalFunctionControlFlowGraph(method, cancellation), OperationOf(syntax))
                    : null;
            }

            if (syntax is TypeDeclarationSyntax { ParameterList: null }) return null;
            if (OperationOf(syntax) is { } operation && Graph(operation, cancellation) is { } graph) return new(method, graph);
        }

        return null;

        IOperation? OperationOf(SyntaxNode syntax) => this.ModelOf(syntax.SyntaxTree).GetOperation(syntax, cancellation);
    }

    private Body? BuildInitializer(ISymbol member, CancellationToken cancellation)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            SyntaxNode? initializer = reference.GetSyntax(cancellation) switch
            {
                VariableDeclaratorSyntax variable => variable.Initializer,
                PropertyDeclarationSyntax property => property.Initializer,
                _ => null,
            };
            if (initializer is null || !this.Compilation.ContainsSyntaxTree(initializer.SyntaxTree)) continue;
            if (this.ModelOf(initializer.SyntaxTree).GetOperation(initializer, cancellation) is { } operation && Graph(operation, cancellation) is { } graph) return new(member, graph);
        }

        return null;
    }

    private static ControlFlowGraph? Graph(IOperation operation, CancellationToken cancellation) => operation switch
    {
        IMethodBodyOperation { Parent: null } body => ControlFlowGraph.Create(body, cancellation),
        IConstructorBodyOperation { Parent: null } body => ControlFlowGraph.Create(body, cancellation),
        IBlockOperation { Parent: null } body => ControlFlowGraph.Create(body, cancellation),
        IFieldInitializerOperation { Parent: null } body => ControlFlowGraph.Create(body, cancellation),
        IPropertyInitializerOperation { Parent: null } body => ControlFlowGraph.Create(body, cancellation),
        _ => null,
    };
}
