using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using ToolGen.Checks;
using ToolGen.Generator.Gate;
using ToolGen.Generator.Templates;
using ToolGen.Generator.Types;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.Declarative;

/// <summary>Values of <c>set</c> and <c>select</c>, whose types the compiler infers: expressions, constants, anonymous objects, lists.</summary>
internal sealed class ValueWriter(DeclarativeCode code)
{
    /// <summary>The text of a value.</summary>
    /// <param name="value">As the spec has it.</param>
    /// <param name="scope">Of its expressions.</param>
    /// <param name="inner">What is known of the value's own properties.</param>
    /// <param name="seen">Is told of every expression.</param>
    public string Write(ResultValue value, ExpressionScope scope, out RowShape? inner, Action<GatedExpression> seen)
    {
        inner = null;
        switch (value)
        {
            case ResultExpression expression:
                return this.Hole(expression.Expression, scope, seen);
            case ResultObject record:
                var shape = RowShape.Of();
                var fields = new List<string>();
                foreach (var property in record.Properties)
                {
                    var text = this.Write(property.Value, scope, out var propertyInner, seen);
                    shape = shape.With(property.Name, propertyInner, property.Member.NameSpan);
                    fields.Add($"{shape[property.Name]!.Name} = {text}");
                }

                inner = shape;
                return $"new {{ {string.Join(", ", fields)} }}";
            case ResultEach each:
                var sequence = this.Hole(each.Sequence, scope, seen, SyntaxKind.Argument);
                if (each.Select is null) return $"{Slots.Name}.List({sequence})";
                var item = this.Write(each.Select, scope.With("item"), out inner, seen);
                return $"{Slots.Name}.Map({sequence}, item => {item})";
            default:
                return Constant(value.Node);
        }
    }

    private string Hole(SpecText text, ExpressionScope scope, Action<GatedExpression> seen, params SyntaxKind[] parents)
    {
        var gated = code.Gate(text, scope);
        if (gated is not null) seen(gated);
        return code.Hole(gated, parents);
    }

    /// <summary>JSON that stands for itself, typed as C# would.</summary>
    public static string Constant(JsonNode node) => node switch
    {
        JsonBoolean flag => flag.Value ? "true" : "false",
        JsonNumber number when ExactNumber.TryGetInt64(number.Text.AsSpan(), out var integer) => integer.ToString(System.Globalization.CultureInfo.InvariantCulture) + "L",
        JsonNumber number => number.Text + "d",
        JsonString text => CSharpText.Literal(text.Value),
        JsonArray array => array.Items.Count == 0 ? "global::System.Array.Empty<string>()" : $"new[] {{ {string.Join(", ", array.Items.Select(Constant))} }}",
        _ => "default(string)",
    };
}

/// <summary>The contract's helper that fits values to the slots of a result.</summary>
internal static class Slots
{
    public const string Name = "global::ToolGen.Values.Slots";
}
