using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Gate;

/// <summary>Lets the statements of a <c>body</c> through (SPEC §5 code, §6), or says at each place why not.</summary>
public static class BodyGate
{
    private const string Before = "class C{async System.Threading.Tasks.ValueTask<object>M()\n{\n";
    private const string After = "\n}}";

    /// <summary>Checks the text of a body: statements alone, as one method body whose braces are not its own. Comments are allowed.</summary>
    /// <param name="text">The field.</param>
    /// <param name="findings">Where findings go; at least one is added when null is returned.</param>
    public static GatedBody? Check(SpecText text, FindingSink findings)
    {
        var code = new CodeText(text, text.Value.Length, findings);
        if (!TextCheck.Accepts(code, CodeLimits.BodyLength, "statements that end in `return new Output(…);`")) return null;
        if (!CodeScan.Accepts(code, comments: true)) return null;

        var whole = Before + code.Value + After;
        var unit = SyntaxFactory.ParseCompilationUnit(whole, 0, CodeParsing.Options);
        if (unit.ContainsDirectives || unit.ContainsSkippedText || unit.ContainsDiagnostics || unit.ToFullString() != whole)
        {
            SyntaxErrors.Report(code, unit, Before.Length);
            return null;
        }

        if (OwnBlock(unit, whole.Length) is not { } block)
        {
            code.Report(FindingCatalog.CodeUnbalanced, code.Value.Length - 1, 1, "}");
            return null;
        }

        // The block's own depth and braces are not the text's: the walk begins at its statements.
        var check = new SyntaxCheck(code, SyntaxAllowList.Body, Before.Length);
        return check.Accepts(block) ? new(text, code.Value, block) : null;
    }

    // One class with one method, and the braces where they were written around the text.
    private static BlockSyntax? OwnBlock(CompilationUnitSyntax unit, int length) =>
        unit is { Usings.Count: 0, Externs.Count: 0, AttributeLists.Count: 0, Members: [ClassDeclarationSyntax { Members: [MethodDeclarationSyntax { Body: { } block } method] } type] }
        && method.AttributeLists.Count == 0
        && block.OpenBraceToken.SpanStart == Before.Length - 2
        && block.CloseBraceToken.SpanStart == length - 2
        && type.CloseBraceToken.SpanStart == length - 1
            ? block
            : null;
}
