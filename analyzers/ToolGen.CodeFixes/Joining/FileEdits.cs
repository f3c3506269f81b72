using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ToolGen.CodeFixes.Joining;

/// <summary>The edits of one file: nodes that become others, and namespaces that they need.</summary>
/// <param name="model">Of the file as it stands.</param>
/// <param name="tools">The namespace of the catalog.</param>
internal sealed class FileEdits(SemanticModel model, string tools)
{
    private readonly Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>> edits = [];
    private readonly SortedSet<string> usings = new(StringComparer.Ordinal);

    public SemanticModel Model => model;

    public bool HasEdits => this.edits.Count > 0;

    /// <summary>What a node becomes, given what its own parts have become; of two edits of a node, one after the other.</summary>
    public void Replace(SyntaxNode node, Func<SyntaxNode, SyntaxNode> edit) =>
        this.edits[node] = this.edits.TryGetValue(node, out var before) ? now => edit(before(now)) : edit;

    public void Use(string space) => this.usings.Add(space);

    /// <summary>A name of ToolGen's own namespace as it is written here: whole, where another library has the same.</summary>
    public string Own(string name)
    {
        var taken = new[] { name, name + "Attribute", "Tool" }.SelectMany(one => model.LookupNamespacesAndTypes(model.SyntaxTree.GetRoot().FullSpan.End, name: one))
            .Any(symbol => symbol.ContainingNamespace?.ToDisplayString() != "ToolGen");
        if (taken) return "ToolGen." + name;
        this.Use("ToolGen");
        return name;
    }

    /// <summary>The catalog of the project.</summary>
    public string Catalog(int position)
    {
        if (model.LookupSymbols(position, name: "Catalog").Any(symbol => symbol.ContainingNamespace?.ToDisplayString() != tools)) return $"global::{tools}.Catalog";
        if (model.GetEnclosingSymbol(position)?.ContainingNamespace?.ToDisplayString() is not { } here || (here != tools && !here.StartsWith(tools + ".", StringComparison.Ordinal))) this.Use(tools);
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

    private static string NewLine(SyntaxNode root) => root.ToFullString().Contains("\r\n") ? "\r\n" : "\n";
}
