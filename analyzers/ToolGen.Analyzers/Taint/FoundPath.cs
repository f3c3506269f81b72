using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Taint;

/// <summary>The way from a source to a sink, as it is told: where it is reported, what arrives, and through which places.</summary>
internal sealed class FoundPath
{
    private readonly Hit hit;
    private readonly string origin;
    private readonly ImmutableArray<SyntaxNode> nodes;
    private readonly SyntaxNode entry;

    private FoundPath(Hit hit, string origin, ImmutableArray<SyntaxNode> nodes, SyntaxNode entry)
    {
        this.hit = hit;
        this.origin = origin;
        this.nodes = nodes;
        this.entry = entry;
    }

    /// <returns>Null where what arrives is nobody else's.</returns>
    public static FoundPath? Of(Hit hit, ImmutableHashSet<ISymbol> arguments, SyntaxNode entry)
    {
        if (hit.Pending is not null) return null;
        if (hit.Also is { } also && !also.Any(flow => IsForeign(Root(flow.Atom), arguments))) return null;
        var atom = Root(hit.Flow.Atom);
        var nodes = new Stack<SyntaxNode>();
        for (var step = hit.Flow.Path; step is not null; step = step.Before) nodes.Push(step.Node);
        var path = nodes.ToList();
        if (path.LastOrDefault() != hit.Site) path.Add(hit.Site);
        switch (atom)
        {
            case SourceAtom source:
                return new(hit, Text(source), [.. path], entry);
            case InputAtom { Root: IParameterSymbol parameter } when arguments.Contains(parameter):
                var enforced = Enforced.By(parameter.ContainingSymbol) ? Enforced.Of(parameter, Fields(hit.Flow.Atom)) : Danger.None;
                if ((hit.Flow.Danger & hit.Sink.Danger & Danger.Input & ~enforced) == Danger.None) return null;
                if (parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } declared) path.Insert(0, declared);
                return new(hit, $"the argument '{parameter.Name}'", [.. path], entry);
            default:
                return null;
        }
    }

    private static IEnumerable<string> Fields(Atom atom)
    {
        var names = new Stack<string>();
        for (; atom is FieldAtom field; atom = field.Parent) names.Push(field.Name);
        return names;
    }

    public FindingDescriptor Finding => this.hit.Sink.FindingOf(Root(this.hit.Flow.Atom));

    private static Atom Root(Atom atom)
    {
        while (atom is FieldAtom field) atom = field.Parent;
        return atom;
    }

    private static bool IsForeign(Atom root, ImmutableHashSet<ISymbol> arguments) =>
        root is SourceAtom { Source: not (Source.Environment or Source.Secret) } || root is InputAtom { Root: IParameterSymbol parameter } && arguments.Contains(parameter);

    /// <summary>Where a method is named, for a finding of the whole of it.</summary>
    public static Location Head(SyntaxNode entry) => entry is MethodDeclarationSyntax method ? method.Identifier.GetLocation() : entry.GetLocation();

    public Diagnostic ToDiagnostic(DiagnosticDescriptor descriptor)
    {
        // An editor asks for the findings of one file: one that lies elsewhere stands where this file leads there.
        var place = this.hit.Site.SyntaxTree == this.entry.SyntaxTree ? this.hit.Site : this.nodes.LastOrDefault(node => node.SyntaxTree == this.entry.SyntaxTree) ?? this.entry;
        var properties = ImmutableDictionary<string, string?>.Empty.Add("path", string.Join("\n", this.nodes.Select(Line)));
        return Diagnostic.Create(descriptor, place.GetLocation(), this.nodes.Select(node => node.GetLocation()), properties, this.hit.Member, this.origin);
    }

    private static string Line(SyntaxNode node)
    {
        var span = node.GetLocation().GetMappedLineSpan();
        var text = node.ToString();
        var end = text.IndexOf('\n');
        if (end >= 0) text = text.Substring(0, end).TrimEnd() + " …";
        return $"{span.Path}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1}): {(text.Length > 100 ? text.Substring(0, 100) + "…" : text)}";
    }

    private static string Text(SourceAtom source) => source.Source switch
    {
        Source.Network => "an answer from the network",
        Source.Unpacked => "what a decompressor puts out",
        Source.File => "a file's content",
        Source.ArchiveEntry => "the name of an archive's entry",
        Source.Table => "a table",
        Source.Database => "a row of a database",
        Source.Console => "what another program wrote",
        Source.Environment => "an environment variable or setting",
        Source.Secret => "a secret",
        _ => "an argument",
    };
}
