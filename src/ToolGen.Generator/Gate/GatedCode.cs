using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Gate;

/// <summary>C# of a spec that passed the gate: only its text may fill a hole of a template, and only unchanged.</summary>
public abstract class GatedCode
{
    private protected GatedCode(SpecText text, string source)
    {
        this.Text = text;
        this.Source = source;
    }

    /// <summary>The field of the spec.</summary>
    public SpecText Text { get; }

    /// <summary>What fills the hole, unit for unit.</summary>
    public string Source { get; }

    /// <summary>The syntax that passed.</summary>
    public abstract SyntaxNode Node { get; }

    /// <summary>Where each line of <see cref="Source"/> stands in the spec, for <c>#line (l,c)-(l,c) n "path"</c>.</summary>
    public virtual IReadOnlyList<CodeLine> LinesIn(SourceText spec)
    {
        var lines = new List<CodeLine>();
        for (var start = 0; ;)
        {
            var end = this.Source.IndexOf('\n', start);
            var length = (end < 0 ? this.Source.Length : end) - start;
            lines.Add(new(start, length, spec.PositionOf(this.Text.OffsetOf(start)), spec.PositionOf(this.Text.OffsetOf(start + length))));
            if (end < 0) return lines;
            start = end + 1;
        }
    }
}

/// <summary>One line of gated C#. Positions count from 0.</summary>
/// <param name="Start">Offset in <see cref="GatedCode.Source"/>.</param>
/// <param name="Length">Without the line break.</param>
/// <param name="From">The first unit in the spec.</param>
/// <param name="To">Behind the last unit in the spec.</param>
public readonly record struct CodeLine(int Start, int Length, TextPosition From, TextPosition To);

/// <summary>One pure expression.</summary>
public sealed class GatedExpression : GatedCode
{
    internal GatedExpression(SpecText text, string source, ExpressionSyntax node, IReadOnlyList<string> roots, IReadOnlyList<InvocationExpressionSyntax> calls)
        : base(text, source)
    {
        this.Expression = node;
        this.RootNames = roots;
        this.FunctionCalls = calls;
    }

    /// <inheritdoc/>
    public override SyntaxNode Node => this.Expression;

    /// <summary>The tree of the expression alone; its positions are those of <see cref="GatedCode.Source"/>.</summary>
    public ExpressionSyntax Expression { get; }

    /// <summary>The values of the scope that it uses, each once, in the order of their first use: what orders <c>let</c>s.</summary>
    public IReadOnlyList<string> RootNames { get; }

    /// <summary>Calls of the scope's functions such as <c>sum(row.Total)</c>, inner ones too, in written order.</summary>
    public IReadOnlyList<InvocationExpressionSyntax> FunctionCalls { get; }
}

/// <summary>The statements of a <c>body</c>.</summary>
public sealed class GatedBody : GatedCode
{
    internal GatedBody(SpecText text, string source, BlockSyntax block)
        : base(text, source) => this.Block = block;

    /// <inheritdoc/>
    public override SyntaxNode Node => this.Block;

    /// <summary>The block, its braces not of the spec: open brace, line break, <see cref="GatedCode.Source"/>, line break, close brace.</summary>
    public BlockSyntax Block { get; }
}
