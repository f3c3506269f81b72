using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Generator.Kinds.Declarative;
using ToolGen.Generator.Kinds.Transform;
using ToolGen.Generator.Templates;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.File;

/// <summary>Statements that give a row, or the <c>value</c> made of it, to the writer of a file.</summary>
internal sealed class RowWriter(TransformCode code, StepWriter steps, FileWrite write)
{
    private const string None = "null";

    /// <summary>The statements, and the columns of a table where they are known.</summary>
    public (string Text, string Columns) Write(string format)
    {
        switch (write.Value)
        {
            case null:
                return this.Row("row", steps.Shape, format);
            case ResultObject record when !OutputFormats.IsPlain(format):
                var made = new ValueWriter(code).Write(record, code.Names.Row, out var shape, steps.Use);
                var (text, columns) = this.Row("__value", shape!, format);
                return ($"var __value = {made}; {text}", columns);
            case ResultExpression expression:
                return (this.Expression(expression, format), None);
            default:
                return (this.Misfit(format), None);
        }
    }

    private (string Text, string Columns) Row(string row, RowShape shape, string format)
    {
        if (OutputFormats.IsPlain(format))
        {
            var text = shape["line"] ?? shape["text"] ?? (shape.Fields.Count == 1 ? shape.Fields[0] : null);
            return (text is null ? this.Misfit(format) : $"__text.Value(global::ToolGen.Values.HoleText.Of({row}.{text.Name}));", None);
        }

        if (shape.Access == RowAccess.Indexer) return ($"__text.Row({row});", None);
        if (!shape.IsKnown) code.Findings.Add(FindingCatalog.OutputUnknown, write.Node.Span);
        return (Fields("__text", row, shape, 1), $"new[] {{ {string.Join(", ", shape.Fields.Select(field => CSharpText.Literal(field.JsonName)))} }}");
    }

    private static string Fields(string text, string owner, RowShape shape, int depth) =>
        string.Join(" ", shape.Fields.Select(field => $"{text}.Add({CSharpText.Literal(field.JsonName)}, {owner}.{field.Name}{Inner(field.Inner, depth)});"));

    private static string Inner(RowShape? shape, int depth)
    {
        if (shape is not { IsKnown: true }) return "";
        var (text, item) = ("__text" + depth.ToString(CultureInfo.InvariantCulture), "__item" + depth.ToString(CultureInfo.InvariantCulture));
        return $", static ({text}, {item}) => {{ {Fields(text, item, shape, depth + 1)} }}";
    }

    private string Expression(ResultExpression value, string format)
    {
        if (code.Gate(value.Expression, code.Names.Row) is not { } gated) return "";
        steps.Use(gated);
        if (format == OutputFormats.Csv || gated.Expression is AnonymousObjectCreationExpressionSyntax) return this.Misfit(format);
        var hole = code.Hole(gated, SyntaxKind.Argument);
        return OutputFormats.IsPlain(format) ? $"__text.Value(global::ToolGen.Values.HoleText.Of({hole}));" : $"__text.Value({hole});";
    }

    private string Misfit(string format)
    {
        code.Findings.Add(FindingCatalog.OutputMisfit, write.Value?.Node.Span ?? write.Node.Span, format.ToLowerInvariant(), OutputFormats.IsPlain(format) ? "a text for each row, such as \"value\": \"row.Name\"" : "an object for each row, such as \"value\": {\"name\": \"row.Name\"}");
        return "";
    }
}
