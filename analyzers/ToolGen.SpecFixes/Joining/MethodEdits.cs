using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Generator.Joining;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ToolGen.SpecFixes.Joining;

/// <summary>A method becomes a <c>[Tool]</c>: the attribute, in place of another where there is one, and <c>[FromServices]</c>.</summary>
internal static class MethodEdits
{
    public static void Join(FileEdits file, MethodDeclarationSyntax method, JoinCandidate candidate, AttributeSyntax? instead)
    {
        var text = file.Own("Tool") + (candidate.Arguments.Count == 0 ? "" : $"({string.Join(", ", candidate.Arguments)})");
        var attribute = ((CompilationUnitSyntax)ParseCompilationUnit($"[{text}] class C;")).DescendantNodes().OfType<AttributeSyntax>().First();
        if (instead is not null) file.Replace(instead, _ => attribute.WithTriviaFrom(instead));
        else file.Replace(method, now => WithList((MethodDeclarationSyntax)now, AttributeList(SingletonSeparatedList(attribute))));

        foreach (var parameter in method.ParameterList.Parameters.Where(parameter => candidate.Services.Contains(parameter.Identifier.ValueText)))
        {
            var service = AttributeList(SingletonSeparatedList(Attribute(ParseName(file.Own("FromServices"))))).WithTrailingTrivia(Space);
            file.Replace(parameter, now => now.WithoutLeadingTrivia() is ParameterSyntax plain
                ? plain.WithAttributeLists(plain.AttributeLists.Insert(0, service)).WithLeadingTrivia(now.GetLeadingTrivia()) : now);
        }
    }

    /// <summary>A type none of whose methods has an attribute of the stack any more needs the type's own no longer.</summary>
    public static void Unmark(FileEdits file, AttributeSyntax mark)
    {
        if (mark.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type || mark.Parent is not AttributeListSyntax list) return;
        var (at, within) = (type.AttributeLists.IndexOf(list), list.Attributes.IndexOf(mark));
        file.Replace(type, now =>
        {
            var declared = (TypeDeclarationSyntax)now;
            var lists = list.Attributes.Count == 1
                ? declared.AttributeLists.RemoveAt(at)
                : declared.AttributeLists.Replace(declared.AttributeLists[at], declared.AttributeLists[at].WithAttributes(declared.AttributeLists[at].Attributes.RemoveAt(within)));
            return declared.WithAttributeLists(lists).WithLeadingTrivia(now.GetLeadingTrivia());
        });
    }

    private static MethodDeclarationSyntax WithList(MethodDeclarationSyntax method, AttributeListSyntax list)
    {
        var above = method.GetLeadingTrivia();
        var indent = above.LastOrDefault() is { RawKind: (int)SyntaxKind.WhitespaceTrivia } space ? TriviaList(space) : TriviaList();
        var end = method.SyntaxTree?.GetRoot().ToFullString().Contains("\r\n") == true ? CarriageReturnLineFeed : LineFeed;
        var plain = method.WithLeadingTrivia(indent);
        return plain.WithAttributeLists(plain.AttributeLists.Insert(0, list.WithLeadingTrivia(above).WithTrailingTrivia(end)));
    }
}
