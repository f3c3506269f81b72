using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Gate;

/// <summary>
/// C# that ToolGen wrote of a field, such as a literal, for a template that is not ToolGen's: it is held against its place like C# of the
/// spec, since inside quotes of the template a safe literal would be code.
/// </summary>
public sealed class PrintedCode : GatedCode
{
    private readonly TextSpan span;

    private PrintedCode(JsonNode field, string kind, string name, string source, SyntaxNode node)
        : base(new SpecText(field, []), source)
    {
        this.span = field.Span;
        this.Kind = kind;
        this.Field = name;
        this.Node = node;
    }

    /// <inheritdoc/>
    public override SyntaxNode Node { get; }

    /// <summary>The kind whose template prints it.</summary>
    public string Kind { get; }

    /// <summary>The field's name.</summary>
    public string Field { get; }

    /// <summary>An expression on one line.</summary>
    internal static PrintedCode Expression(JsonNode field, string kind, string name, string source) =>
        new(field, kind, name, source, SyntaxFactory.ParseExpression(source, options: CodeParsing.Options));

    /// <summary>Statements on one line, in a block of their own.</summary>
    internal static PrintedCode Statements(JsonNode field, string kind, string name, string statements) =>
        new(field, kind, name, $"{{ {statements}}}", SyntaxFactory.ParseStatement($"{{ {statements}}}", options: CodeParsing.Options));

    /// <inheritdoc/>
    public override System.Collections.Generic.IReadOnlyList<CodeLine> LinesIn(SourceText spec) =>
        [new(0, this.Source.Length, spec.PositionOf(this.span.Start), spec.PositionOf(this.span.End))];
}
