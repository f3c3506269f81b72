using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ToolGen.Analyzers.Rules.Secrets;

/// <summary>The texts of the code that a value may be: constants, either side of a choice, what is decoded or joined of constants alone.</summary>
internal static class HardCodedText
{
    private const int FewestBytes = 8;
    private const int Furthest = 6;

    public static IEnumerable<(string Text, IOperation At)> Of(IOperation value, int depth = 0)
    {
        value = Origins.Plain(value);
        if (depth > Furthest) return [];
        if (value.ConstantValue is { HasValue: true, Value: var constant }) return constant is string text ? [(text, value)] : [];
        return value switch
        {
            IUtf8StringOperation utf8 => [(utf8.Value, value)],
            ICoalesceOperation either => Of(either.Value, depth + 1).Concat(Of(either.WhenNull, depth + 1)),
            IConditionalOperation { WhenFalse: { } otherwise } choice => Of(choice.WhenTrue, depth + 1).Concat(Of(otherwise, depth + 1)),
            ISwitchExpressionOperation choice => choice.Arms.SelectMany(arm => Of(arm.Value, depth + 1)),
            IArrayCreationOperation { Initializer.ElementValues: { } elements } array => OfElements(array, elements, depth),
            ICollectionExpressionOperation collection => OfElements(collection, collection.Elements, depth),
            IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } looked } => Of(looked, depth + 1),
            IInvocationOperation { TargetMethod.Name: "GetValueOrDefault", Arguments: [{ Value: var looked }, ..] } => Of(looked, depth + 1),
            ILocalReferenceOperation { IsDeclaration: false } local when LookedUp(local) is { } looked => Of(looked, depth + 1),
            IObjectCreationOperation { Initializer: { } initializer } => initializer.Initializers.SelectMany(one => OfAdded(one, depth)),
            _ when Origins.Of(value).Skip(1).FirstOrDefault() is { } origin => Of(origin, depth + 1),
            IInvocationOperation or IInterpolatedStringOperation or IBinaryOperation or IObjectCreationOperation when FixedBytes.Are(value) => [(Joined(value), value)],
            _ => [],
        };
    }

    private static IEnumerable<(string Text, IOperation At)> OfElements(IOperation whole, IReadOnlyList<IOperation> elements, int depth)
    {
        if (elements.Count > 0 && whole.Type.IsTextOrBytes() && elements.All(one => Origins.Plain(one).ConstantValue is { HasValue: true, Value: byte or int or char }))
            return elements.Count < FewestBytes ? [] : [(string.Concat(elements.Select(one => Origins.Plain(one).ConstantValue.Value is char c ? c.ToString() : System.Convert.ToInt32(Origins.Plain(one).ConstantValue.Value, System.Globalization.CultureInfo.InvariantCulture).ToString("x2", System.Globalization.CultureInfo.InvariantCulture))), whole)];
        return elements.SelectMany(one => Of(one, depth + 1));
    }

    // new() { ["admin"] = "…" } and new() { { "admin", "…" } }: the last is the value.
    private static IEnumerable<(string Text, IOperation At)> OfAdded(IOperation added, int depth) => added switch
    {
        IInvocationOperation { Arguments: [.., var last] } => Of(last.Value, depth + 1),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true } } assignment => Of(assignment.Value, depth + 1),
        _ => [],
    };

    // The table of table.TryGetValue(key, out var local).
    private static IOperation? LookedUp(ILocalReferenceOperation local) =>
        Origins.Uses(local, local.Local).Select(use => Origins.Plain(use).Parent is IDeclarationExpressionOperation declared ? declared.Parent : use.Parent)
            .OfType<IArgumentOperation>().Where(one => one.Parameter?.RefKind == RefKind.Out).Select(one => one.Parent).OfType<IInvocationOperation>()
            .FirstOrDefault(call => call.TargetMethod.Name == "TryGetValue")?.Instance;

    private static string Joined(IOperation value, int depth = 0) => string.Concat(value.DescendantsAndSelf().Select(one => one switch
    {
        ILiteralOperation { ConstantValue: { HasValue: true, Value: string text } } => text,
        ILiteralOperation { ConstantValue: { HasValue: true, Value: char c } } => c.ToString(),
        IUtf8StringOperation utf8 => utf8.Value,
        IFieldReferenceOperation { ConstantValue: { HasValue: true, Value: string named } } => named,
        ILocalReferenceOperation or IFieldReferenceOperation when depth < Furthest && Origins.Last(one) is var behind && behind != one => Joined(behind, depth + 1),
        _ => "",
    }));
}
