using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ToolGen.Analyzers.Rules.Reach;

/// <summary>
/// The code of a project that its tools run: their bodies and whatever those call, virtual and interface members by every implementation of the
/// project. Walked once a project, at the first question; rules ask only at places that matter to them.
/// </summary>
internal sealed class ReachedCode
{
    private static readonly ConditionalWeakTable<Compilation, ReachedCode> Known = new();

    private readonly Compilation compilation;
    private readonly object gate = new();
    private readonly Models models;
    private readonly Dictionary<object, object[]> edges = new(CallNodes.Comparer);
    private Dictionary<ToolTraits, Dictionary<object, ToolEntry>>? reached;
    private Overriders? overriders;

    private ReachedCode(Compilation compilation)
    {
        this.compilation = compilation;
        this.models = Models.Of(compilation);
    }

    public static ReachedCode Of(Compilation compilation) => Known.GetValue(compilation, one => new(one));

    /// <summary>A tool with these traits that runs an operation; null where none does.</summary>
    public ToolEntry? By(ToolTraits traits, IOperation operation, ISymbol containing, CancellationToken cancellation)
    {
        this.models.Take(operation);
        var nodes = this.Reached(cancellation)[traits];
        if (nodes.TryGetValue(CallNodes.Of(containing), out var entry)) return entry;
        for (var one = operation; one is not null; one = one.Parent)
            if (one is IAnonymousFunctionOperation or ILocalFunctionOperation && nodes.TryGetValue(one.Syntax, out entry)) return entry;
        return null;
    }

    private Dictionary<ToolTraits, Dictionary<object, ToolEntry>> Reached(CancellationToken cancellation)
    {
        lock (this.gate)
        {
            if (this.reached is { } known) return known;
            var types = Types(this.compilation.Assembly.GlobalNamespace);
            var entries = ToolEntries.Of(this.compilation, types, this.models.Of, cancellation).ToArray();
            if (entries.Length > 0) this.overriders ??= new(types, cancellation);
            return this.reached = new[] { ToolTraits.Any, ToolTraits.HasContext, ToolTraits.Pure, ToolTraits.ReadOnly }
                .ToDictionary(traits => traits, traits => this.Walk(entries.Where(entry => (entry.Traits & traits) != 0), cancellation));
        }
    }

    private Dictionary<object, ToolEntry> Walk(IEnumerable<ToolEntry> entries, CancellationToken cancellation)
    {
        var seen = new Dictionary<object, ToolEntry>(CallNodes.Comparer);
        var open = new Queue<(object Node, ToolEntry Entry)>(entries.Select(entry => (entry.Node, entry)));
        while (open.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var (node, entry) = open.Dequeue();
            if (seen.ContainsKey(node)) continue;
            seen.Add(node, entry);
            if (!this.edges.TryGetValue(node, out var next)) this.edges.Add(node, next = this.Next(node, cancellation).Distinct(CallNodes.Comparer).ToArray());
            foreach (var one in next) open.Enqueue((one, entry));
            if (ReferenceEquals(node, entry.Node) && node is IMethodSymbol { IsStatic: false } method)
                foreach (var made in method.ContainingType.InstanceConstructors) open.Enqueue((CallNodes.Of(made), entry));
        }

        return seen;
    }

    private IEnumerable<object> Next(object node, CancellationToken cancellation)
    {
        foreach (var syntax in node is ISymbol symbol ? symbol.DeclaringSyntaxReferences.Select(one => one.GetSyntax(cancellation)) : [(SyntaxNode)node])
        {
            if (Code(syntax) is not { } code || !this.compilation.ContainsSyntaxTree(code.SyntaxTree) || this.models.Of(code.SyntaxTree).GetOperation(code, cancellation) is not { } body) continue;
            foreach (var callee in body.DescendantsAndSelf().SelectMany(Callees.Of).Where(one => one.OriginalDefinition.DeclaringSyntaxReferences.Length > 0 || one.IsImplicitlyDeclared))
            {
                yield return CallNodes.Of(callee);
                foreach (var extra in this.Beside(callee)) yield return CallNodes.Of(extra);
            }
        }

        if (node is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } constructor)
            foreach (var member in constructor.ContainingType.GetMembers().Where(one => one.IsStatic == constructor.IsStatic && one is IFieldSymbol or IPropertySymbol)) yield return member;
    }

    private IEnumerable<ISymbol> Beside(ISymbol callee)
    {
        if (callee.IsStatic && callee.ContainingType?.StaticConstructors.FirstOrDefault() is { IsImplicitlyDeclared: false } starts) yield return starts;
        if (callee is IMethodSymbol method)
            foreach (var runs in this.overriders!.Of(method)) yield return runs;
    }

    /// <summary>The part of a declaration that runs.</summary>
    private static SyntaxNode? Code(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax variable => variable.Initializer,
        PropertyDeclarationSyntax property => property.Initializer,
        BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax => declaration,
        _ => null,
    };

    private static IReadOnlyList<INamedTypeSymbol> Types(INamespaceSymbol root)
    {
        var all = new List<INamedTypeSymbol>();
        var open = new Queue<INamespaceOrTypeSymbol>([root]);
        while (open.Count > 0)
            foreach (var member in open.Dequeue().GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                if (member is INamedTypeSymbol type) all.Add(type);
                open.Enqueue(member);
            }

        return all;
    }
}
