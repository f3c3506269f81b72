using System;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Generator.Gate;
using ToolGen.Specification.Findings;

namespace ToolGen.Generator.Fixes;

/// <summary><c>throw new ArgumentException("message")</c> → <c>throw Fail("invalid_input", "message")</c>.</summary>
internal static class ThrowMends
{
    private const string Ending = "Exception";

    public static void Find(CodeText code, SyntaxNode root, int offset)
    {
        foreach (var node in root.DescendantNodes())
        {
            var thrown = node switch
            {
                ThrowStatementSyntax statement => statement.Expression,
                ThrowExpressionSyntax expression => expression.Expression,
                _ => null,
            };
            if (thrown is not ObjectCreationExpressionSyntax { Initializer: null } creation) continue;
            var type = creation.Type.ToString().Split('.').Last();
            if (!type.EndsWith(Ending, StringComparison.Ordinal)) continue;
            var mended = Fail(type, creation.ArgumentList);
            code.Report(
                FindingCatalog.ThrownException, creation.SpanStart - offset, creation.Span.Length, "write Fail",
                [(creation.SpanStart - offset, creation.Span.Length, mended)], "new " + type, mended);
        }
    }

    private static string Fail(string type, ArgumentListSyntax? list)
    {
        var arguments = list?.Arguments.Select(argument => argument.Expression).ToArray() ?? [];
        if (type == "ToolException" && arguments.Length == 2) return $"Fail({arguments[0]}, {arguments[1]})";
        var message = arguments.LastOrDefault(IsText) ?? arguments.LastOrDefault(argument => argument is not InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } });
        var code = Code(type);
        return $"Fail(\"{code}\", {message?.ToString() ?? "\"" + code.Replace('_', ' ') + "\""})";
    }

    private static bool IsText(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => literal.Token.Value is string,
        InterpolatedStringExpressionSyntax => true,
        BinaryExpressionSyntax sum => IsText(sum.Left) || IsText(sum.Right),
        ParenthesizedExpressionSyntax inner => IsText(inner.Expression),
        _ => false,
    };

    private static string Code(string type) => type switch
    {
        "Exception" or "ApplicationException" or "SystemException" => "failed",
        "KeyNotFoundException" or "FileNotFoundException" => "not_found",
        "TimeoutException" => "timeout",
        "UnauthorizedAccessException" => "denied",
        "FormatException" or "InvalidDataException" => "bad_data",
        _ when type.StartsWith("Argument", StringComparison.Ordinal) => "invalid_input",
        _ => Snake(type.Substring(0, type.Length - Ending.Length)),
    };

    private static string Snake(string name)
    {
        var snake = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && !char.IsUpper(name[i - 1])) snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }

        return snake.Length == 0 ? "failed" : snake.ToString();
    }
}
