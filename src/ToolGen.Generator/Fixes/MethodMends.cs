using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Generator.Gate;
using ToolGen.Specification.Fixes;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Generator.Fixes;

/// <summary>A whole method pasted into <c>body</c> → its statements, with its parameters called as the body's are.</summary>
internal static class MethodMends
{
    /// <summary>True where the text is a method, and the finding was added.</summary>
    public static bool Find(CodeText code)
    {
        if (SyntaxFactory.ParseMemberDeclaration(code.Value, 0, CodeParsing.Options) is not MethodDeclarationSyntax method) return false;
        if (method.ContainsDiagnostics || method.ContainsSkippedText || method.ContainsDirectives || method.Body is null && method.ExpressionBody is null) return false;
        if (method.ParameterList.Parameters.Count > 3 || method.TypeParameterList is not null || !method.ParameterList.Parameters.Any(IsInput)) return false;

        var lines = Statements(method);
        JsonNode mended = lines.Count == 1
            ? new JsonString(lines[0], default)
            : new JsonArray(lines.Select(line => (JsonNode)new JsonString(line, default)).ToArray(), default);
        code.Replace(FindingCatalog.WholeMethod, "keep the statements", mended, method.Identifier.ValueText);
        return true;
    }

    private static bool IsInput(ParameterSyntax parameter) => parameter.Type?.ToString() == "Input" || parameter.Identifier.ValueText == "input";

    private static List<string> Statements(MethodDeclarationSyntax method)
    {
        var names = method.ParameterList.Parameters.ToDictionary(parameter => parameter.Identifier.ValueText, NameOf);
        SyntaxNode inside = (SyntaxNode?)method.Body ?? method.ExpressionBody!.Expression;
        var renamed = inside.ReplaceTokens(
            inside.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => RootName.IsRoot(name) && names.ContainsKey(name.Identifier.ValueText)).Select(name => name.Identifier),
            (token, _) => SyntaxFactory.Identifier(token.LeadingTrivia, names[token.ValueText], token.TrailingTrivia));
        if (renamed is not BlockSyntax block) return [$"return {renamed.ToString().Trim()};"];

        var text = block.ToFullString();
        text = text.Substring(text.IndexOf('{') + 1, text.LastIndexOf('}') - text.IndexOf('{') - 1);
        var lines = text.Split('\n').Select(line => line.TrimEnd()).ToList();
        while (lines.Count > 0 && lines[0].Length == 0) lines.RemoveAt(0);
        while (lines.Count > 0 && lines[lines.Count - 1].Length == 0) lines.RemoveAt(lines.Count - 1);
        var indentation = lines.Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return lines.Select(line => line.Length == 0 ? line : line.Substring(indentation)).ToList();
    }

    private static string NameOf(ParameterSyntax parameter) => parameter.Type?.ToString() switch
    {
        "Input" => "input",
        "ToolContext" => "context",
        "CancellationToken" or "System.Threading.CancellationToken" => "cancellationToken",
        _ => parameter.Identifier.ValueText,
    };
}
