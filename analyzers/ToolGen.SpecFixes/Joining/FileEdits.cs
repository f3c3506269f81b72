using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Generator.Types;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ToolGen.SpecFixes.Joining;

/// <summary>The edits of one file: nodes that become others, and namespaces that they need.</summary>
/// <param name="model">Of the file as it stands.</param>
/// <param name="tools">The namespace of the catalog.</param>
/// <param name="names">Of the tools that join; more can come.</param>
internal sealed class FileEdits(SemanticModel model, string tools, IReadOnlyCollection<string> names)
{
    private readonly Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>> edits = [];
    private readonly SortedSet<string> usings = new(StringComparer.Ordinal);
    private bool? isOwnTaken;

    public SemanticModel Model => model;

    public bool HasEdits => this.edits.Count > 0;

    /// <summary>What a node becomes, given what its own parts have become; of two edits of a node, one after the other.</summary>
    public void Replace(SyntaxNode node, Func<SyntaxNode, SyntaxNode> edit) =>
        this.edits[node] = this.edits.TryGetValue(node, out var before) ? now => edit(before(now)) : edit;

    public void Use(string space) => this.usings.Add(space);

    /// <summary>A name of ToolGen's own namespace as it is written here: whole, where the namespace would make a name of the file mean two things.</summary>
    public string Own(string name)
    {
        if (this.IsOwnTaken()) return "ToolGen." + name;
        this.Use("ToolGen");
        return name;
    }

    /// <summary>The catalog of the project. To be asked when all tools are known.</summary>
    public string Catalog(int position)
    {
        var found = model.LookupSymbols(position, name: "Catalog").Select(symbol => symbol is IAliasSymbol alias ? alias.Target : symbol).ToArray();
        if (found.Any(symbol => !IsIn(symbol, tools)) || names.Any(name => this.SeenAtEnd(CSharpNames.ClassOf(name)).Any(symbol => !IsIn(symbol, tools)))) return $"global::{tools}.Catalog";
        if (found.Length == 0) this.Use(tools);
        return "Catalog";
    }

    public SyntaxNode Apply()
    {
        var root = (CompilationUnitSyntax)model.SyntaxTree.GetRoot();
        var changed = root.ReplaceNodes(this.edits.Keys, (original, now) => this.edits[original](now));
        var known = new HashSet<string>(changed.Usings.Where(one => one.Alias is null).Select(one => one.Name!.ToString()), StringComparer.Ordinal);
        var missing = this.usings.Where(space => !known.Contains(space)).Select(space => UsingDirective(ParseName(space).WithLeadingTrivia(Space)).WithTrailingTrivia(EndOfLine(NewLine(root)))).ToList();
        if (missing.Count == 0) return changed;
        if (changed.Usings.Count > 0) return changed.WithUsings(changed.Usings.AddRange(missing));

        // What stands above the first line (a licence, `#:package`) stays there.
        var first = changed.GetFirstToken(includeZeroWidth: true);
        missing[0] = missing[0].WithLeadingTrivia(first.LeadingTrivia);
        return changed.ReplaceToken(first, first.WithLeadingTrivia(EndOfLine(NewLine(root)))).WithUsings(List(missing));
    }

    private bool IsOwnTaken() => this.isOwnTaken ??= model.Compilation.GetTypeByMetadataName("ToolGen.ToolAttribute")!.ContainingNamespace.GetTypeMembers()
        .SelectMany(type => new[] { type.Name, type.Name.Replace("Attribute", "") }).Distinct().SelectMany(this.SeenAtEnd).Any(symbol => !IsIn(symbol, "ToolGen"));

    private IEnumerable<ISymbol> SeenAtEnd(string name) => model.LookupNamespacesAndTypes(model.SyntaxTree.GetRoot().FullSpan.End, name: name);

    private static bool IsIn(ISymbol symbol, string space) => symbol.ContainingNamespace?.ToDisplayString() == space;

    private static string NewLine(SyntaxNode root) => root.ToFullString().Contains("\r\n") ? "\r\n" : "\n";
}
