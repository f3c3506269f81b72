using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Specification.Findings;

namespace ToolGen.Generator.Gate;

/// <summary>What expressions and bodies have in common: the first walk over a parsed tree. Iterative, so that no tree is too deep for it.</summary>
internal sealed class SyntaxCheck(CodeText code, SyntaxAllowList allowed, int offset)
{
    private bool IsBody => ReferenceEquals(allowed, SyntaxAllowList.Body);

    /// <summary>The walk's own bound on what it tells: the first few findings are the ones that help.</summary>
    private const int MostFindings = 8;

    private int reported;

    /// <summary>Every node, token and trivia under <paramref name="root"/> stands on the list; else findings were added.</summary>
    public bool Accepts(SyntaxNode root)
    {
        var pending = new Stack<(SyntaxNodeOrToken Item, int Depth)>();
        pending.Push((root, 0));
        while (pending.Count > 0 && this.reported < MostFindings)
        {
            var (item, depth) = pending.Pop();
            if (depth > CodeLimits.TreeDepth)
            {
                this.Report(FindingCatalog.CodeTooNested, item, CodeLimits.TreeDepth.ToString(System.Globalization.CultureInfo.InvariantCulture));
                return false;
            }

            if (item.AsNode() is { } node)
            {
                if (!this.AcceptsNode(node)) continue;
                foreach (var child in node.ChildNodesAndTokens().Reverse()) pending.Push((child, depth + 1));
            }
            else
            {
                this.CheckToken(item.AsToken());
            }
        }

        return this.reported == 0;
    }

    private bool AcceptsNode(SyntaxNode node)
    {
        var kind = node.Kind();
        if (ConstructNames.IsAttribute(kind)) return this.Report(FindingCatalog.CodeAttribute, node, Shorten(node.ToString()));
        if (ConstructNames.IsUnsafe(kind)) return this.Report(FindingCatalog.CodeUnsafe, node, ConstructNames.Of(kind));
        if (!allowed.AllowsNode(kind)) return this.Refuse(node, kind);
        switch (node)
        {
            case CastExpressionSyntax cast when !this.IsBody && !IsPredefined(cast.Type):
                return this.Report(FindingCatalog.CodeCast, cast.Type, Shorten(cast.Type.ToString()));
            case SimpleNameSyntax { Identifier.ValueText: "GetType" or "MakeGenericType" or "GetMethod" } name:
                return this.Report(FindingCatalog.CodeReservedMember, name, name.Identifier.ValueText);
            case SimpleNameSyntax { Identifier.ValueText: "dynamic" } name:
                return this.Report(FindingCatalog.CodeConstruct, name, "`dynamic`", this.Place, "Name the type, or write `var`.");
            case MemberAccessExpressionSyntax access when LocalTime.Remedy(access) is { } remedy:
                return this.Report(FindingCatalog.CodeLocalTime, access, Shorten(access.ToString()), remedy);
            case LambdaExpressionSyntax { Block: not null } lambda when !this.IsBody:
                return this.Refuse(lambda.Block, SyntaxKind.Block);
            case ParenthesizedLambdaExpressionSyntax { ReturnType: { } type } when !this.IsBody:
                return this.Refuse(type, type.Kind());
            case ParameterSyntax { Default: { } value } when !this.IsBody:
                return this.Refuse(value, SyntaxKind.EqualsValueClause);
            case SimpleNameSyntax name when this.IsBody && IsReservedRoot(name):
                return this.Report(FindingCatalog.CodeReservedRoot, name, name.Identifier.ValueText);
            default:
                return true;
        }
    }

    private string Place => this.IsBody ? "a body" : "an expression";

    private void CheckToken(SyntaxToken token)
    {
        var kind = token.Kind();
        if (kind == SyntaxKind.IdentifierToken && (token.Text != token.ValueText || token.ValueText.StartsWith("__", System.StringComparison.Ordinal)))
        {
            this.Report(FindingCatalog.CodeVerbatimIdentifier, token);
        }
        else if (ConstructNames.IsUnsafe(kind))
        {
            this.Report(FindingCatalog.CodeUnsafe, token, ConstructNames.Of(kind));
        }
        else if (!allowed.AllowsToken(kind))
        {
            this.Refuse(token, kind);
        }

        foreach (var trivia in token.LeadingTrivia) this.CheckTrivia(trivia);
        foreach (var trivia in token.TrailingTrivia) this.CheckTrivia(trivia);
    }

    private void CheckTrivia(SyntaxTrivia trivia)
    {
        var kind = trivia.Kind();
        if (kind is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia) return;
        if (this.IsBody && kind is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia) return;
        var descriptor = trivia.IsDirective || kind == SyntaxKind.DisabledTextTrivia ? FindingCatalog.CodeDirective
            : kind == SyntaxKind.SkippedTokensTrivia ? FindingCatalog.CodeNotOneExpression : FindingCatalog.CodeComment;
        this.reported++;
        code.Report(descriptor, trivia.SpanStart - offset, trivia.Span.Length, Shorten(trivia.ToString()));
    }

    private bool Refuse(SyntaxNodeOrToken item, SyntaxKind kind) =>
        this.Report(FindingCatalog.CodeConstruct, item, ConstructNames.Of(kind), this.Place, ConstructNames.Remedy(kind, this.IsBody));

    private bool Report(FindingDescriptor descriptor, SyntaxNodeOrToken item, params string[] arguments)
    {
        this.reported++;
        code.Report(descriptor, item.SpanStart - offset, System.Math.Max(1, item.Span.Length), arguments);
        return false;
    }

    private static bool IsPredefined(TypeSyntax type) => type is PredefinedTypeSyntax or NullableTypeSyntax { ElementType: PredefinedTypeSyntax };

    private static bool IsReservedRoot(SimpleNameSyntax name) =>
        name.Identifier.ValueText is "System" or "Microsoft" or "ToolGen" or "global" or "Scriban" or "Interop" or "Windows"
        && RootName.IsRoot(name);

    private static string Shorten(string text) => text.Length > 40 ? text.Substring(0, 40) + "…" : text;
}
