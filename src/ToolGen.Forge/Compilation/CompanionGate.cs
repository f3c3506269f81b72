using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Generator.Gate;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;
using TextSpan = ToolGen.Specification.Json.TextSpan;

namespace ToolGen.Forge.Compilation;

/// <summary>
/// Lets <c>NAME.tool.cs</c> into the forge's compiler. A project compiles that file as its own; here it is as hostile as a spec, so it has one
/// shape, and every body and initializer in it passes the gate that bodies of specs pass.
/// </summary>
internal sealed class CompanionGate
{
    private readonly SourceText source;
    private readonly FindingSink findings;

    private CompanionGate(SourceText source, FindingSink findings)
    {
        this.source = source;
        this.findings = findings;
    }

    /// <summary>The file's namespace, in which the generated part must stand; null where the file was refused, with at least one finding.</summary>
    public static string? Check(SourceText source, string className, FindingSink findings)
    {
        var unit = CSharpSyntaxTree.ParseText(source.Text, CodeParsing.Options).GetCompilationUnitRoot();
        var gate = new CompanionGate(source, findings);
        return gate.Namespace(unit, className) is { } name && findings.Errors == 0 ? name : null;
    }

    private string? Namespace(CompilationUnitSyntax unit, string className)
    {
        if (unit.ContainsDirectives) return this.Refuse(unit.GetFirstDirective()!, "a directive");
        if (unit.GetDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } slip)
            return this.Refuse(unit.FindToken(slip.Location.SourceSpan.Start), slip.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        if (InvisibleCharacters.IndexIn(this.source.Text) is var hidden and >= 0) return this.Refuse(unit.FindToken(hidden), "a character that cannot be seen");
        if (unit.AttributeLists.Count + unit.Externs.Count > 0) return this.Refuse(unit, "an attribute or extern alias");
        if (unit.Members is not [BaseNamespaceDeclarationSyntax space])
            return this.Refuse(unit, "a file without a namespace, or with more than one");
        foreach (var import in unit.Usings.Concat(space.Usings))
        {
            // An alias or a static import could make a name of the gate's closed scope mean something else.
            if (import.Alias is not null || !import.StaticKeyword.IsKind(SyntaxKind.None) || !import.GlobalKeyword.IsKind(SyntaxKind.None)) return this.Refuse(import, "an alias, static or global using");
        }

        if (space.Externs.Count > 0 || space.Members is not [ClassDeclarationSyntax type] || type.Identifier.ValueText != className)
            return this.Refuse(space, $"anything but one partial class {className}");
        if (type.AttributeLists.Count > 0 || type.BaseList is not null || type.TypeParameterList is not null || type.ParameterList is not null
            || !type.Modifiers.Any(SyntaxKind.PartialKeyword) || type.Modifiers.Any(SyntaxKind.UnsafeKeyword))
            return this.Refuse(type.Identifier, "a class that is not `public sealed partial`, or has attributes, a base or parameters");
        foreach (var member in type.Members) this.Member(member);
        return space.Name.ToString();
    }

    private void Member(MemberDeclarationSyntax member)
    {
        if (member.DescendantNodes().OfType<AttributeListSyntax>().FirstOrDefault() is { } attribute) this.Refuse(attribute, "an attribute");
        else if (member.Modifiers.FirstOrDefault(modifier => modifier.Kind() is SyntaxKind.UnsafeKeyword or SyntaxKind.ExternKeyword or SyntaxKind.NewKeyword) is { RawKind: not 0 } modifier)
            this.Refuse(modifier, $"`{modifier.Text}`");
        else if (member is MethodDeclarationSyntax { ExplicitInterfaceSpecifier: null } method) this.Method(method);
        else if (member is FieldDeclarationSyntax field && field.Modifiers.Any(SyntaxKind.ConstKeyword) | field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword)) this.Field(field);
        else this.Refuse(member, "a member that is neither a method nor a constant or readonly field");
    }

    private void Method(MethodDeclarationSyntax method)
    {
        if (method.ParameterList.Parameters.FirstOrDefault(parameter => parameter.Default is { Value: not LiteralExpressionSyntax }) is { } parameter)
            this.Refuse(parameter, "a default that is no literal");
        if (method.Body is { } block) this.Code(block.OpenBraceToken.Span.End, block.CloseBraceToken.SpanStart, "");
        else if (method.ExpressionBody is { } arrow) this.Code(arrow.Expression.SpanStart, arrow.Expression.Span.End, "return ");
        else this.Refuse(method, "a method without a body");
    }

    private void Field(FieldDeclarationSyntax field)
    {
        foreach (var variable in field.Declaration.Variables)
            if (variable.Initializer is { } initializer) this.Code(initializer.Value.SpanStart, initializer.Value.Span.End, "return ");
    }

    /// <summary>The gate reads texts of specs: this is one whose first character stands at <paramref name="start"/> of the file.</summary>
    private void Code(int start, int end, string before)
    {
        var code = before + this.source.Text[start..end] + (before.Length > 0 ? ";" : "");
        if (string.IsNullOrWhiteSpace(code)) return;
        var text = new JsonString(code.Replace("\r\n", "\n", System.StringComparison.Ordinal), new TextSpan(start - before.Length - 1, code.Length + 2));
        BodyGate.Check(new SpecText(text, [text]), this.findings);
    }

    private string? Refuse(SyntaxNodeOrToken at, string what)
    {
        this.findings.Add(FindingCatalog.CompanionRefused, new TextSpan(at.SpanStart, System.Math.Min(at.Span.Length, 200)), what);
        return null;
    }

    private string? Refuse(SyntaxNode at, string what) => this.Refuse((SyntaxNodeOrToken)at, what);

    private string? Refuse(SyntaxToken at, string what) => this.Refuse((SyntaxNodeOrToken)at, what);
}
