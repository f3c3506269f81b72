using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Forge.Compilation;
using ToolGen.Forge.Stations;
using ToolGen.Generator;
using ToolGen.Generator.Types;
using ToolGen.Specification;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;
using SourceText = ToolGen.Specification.Json.SourceText;

namespace ToolGen.Forge.Fixes;

/// <summary>Mends that only a compile shows: members spelled as in JSON, element types by another name, a decimal where a double is meant.</summary>
internal static class CompileMends
{
    /// <summary>Compiles a spec and says which of its errors have one mechanical remedy. Nothing where the spec cannot be read or generated.</summary>
    public static EquatableArray<Finding> Find(SourceText text, SourceText? companion)
    {
        var reading = SpecReader.Read(text);
        if (reading.Spec is not { Implementation: not null } spec) return [];
        var generated = ToolSource.Generate(spec, new GenerationOptions());
        var mends = generated.Findings.Where(finding => finding.Fix is not null).ToEquatableArray();
        if (generated.IsFallback || mends.Count > 0) return mends;
        var unit = new ToolUnit(spec.Name, "Tools", generated.ClassName, "#nullable enable\n" + generated.Source, text, spec.Root, companion, GenerateStation.WrittenCapabilities(spec, companion)) { Nominals = generated.Nominals };
        return Find(unit);
    }

    private static EquatableArray<Finding> Find(ToolUnit unit)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.None);
        var trees = new List<SyntaxTree> { CSharpSyntaxTree.ParseText(unit.Source, options, unit.ClassName + ".g.cs") };
        if (unit.Companion is { } companion) trees.Add(CSharpSyntaxTree.ParseText(companion.Text, options, companion.Path));
        trees.AddRange(ToolCompiler.Nominals([unit]));
        var compilation = CSharpCompilation.Create(
            "Mends", trees, ToolReferences.All, new(OutputKind.DynamicallyLinkedLibrary, checkOverflow: true, nullableContextOptions: NullableContextOptions.Enable));
        var tool = compilation.GetTypeByMetadataName(unit.TypeName);
        var model = compilation.GetSemanticModel(trees[0]);
        var sink = new FindingSink(unit.Spec);
        var errors = model.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();

        // What the code needs shows when it compiles.
        if (errors.Length == 0)
        {
            return EffectGate.Check(unit, trees, compilation, default)
                .Select(finding => finding.Place.Path == unit.Spec.Path ? finding : finding with { Place = Place.Of(unit.Spec, default) }).ToEquatableArray();
        }

        foreach (var diagnostic in errors)
        {
            var node = trees[0].GetRoot().FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (SpecPlaces.Find(unit, node.GetLocation()) is not { } place || unit.Spec.Text.Substring(place.Span.Start, place.Span.Length) != Escaped(node)) continue;
            switch (diagnostic.Id)
            {
                case "CS1061" or "CS0117" when node is SimpleNameSyntax name: Member(sink, place, name, model); break;
                case "CS0246" when node is SimpleNameSyntax name: ElementType(sink, place, name, tool); break;
                case "CS1503" or "CS0266" when IsDecimalForDouble(diagnostic): Cast(sink, place, node); break;
            }
        }

        return sink.ToArray();
    }

    private static void Member(FindingSink sink, Place place, SimpleNameSyntax name, SemanticModel model)
    {
        var receiver = name.Parent is MemberAccessExpressionSyntax access && access.Name == name
            ? access.Expression
            : name.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression;
        var type = receiver is null ? null : model.GetTypeInfo(receiver).Type;
        var spelling = CSharpNames.Pascal(name.Identifier.ValueText);
        if (type is null || spelling == name.Identifier.ValueText || !type.GetMembers(spelling).OfType<IPropertySymbol>().Any()) return;
        Write(sink, FindingCatalog.PropertySpelling, place, name.Identifier.ValueText, spelling);
    }

    // Slot → SlotsItem, Busy → BusyItem: the one element type whose list is called so, in the singular or the plural.
    private static void ElementType(FindingSink sink, Place place, SimpleNameSyntax name, INamedTypeSymbol? tool)
    {
        const string ending = "Item";
        var word = name.Identifier.ValueText;
        var found = (tool?.GetTypeMembers() ?? []).Select(type => type.Name)
            .Where(type => type.EndsWith(ending, StringComparison.Ordinal) && IsSingular(word, type[..^ending.Length])).Take(2).ToArray();
        if (found.Length == 1) Write(sink, FindingCatalog.ElementType, place, word, found[0]);
    }

    private static bool IsSingular(string word, string list) =>
        list == word || list == word + "s" || list == word + "es" || (word.EndsWith('y') && list == word[..^1] + "ies");

    private static bool IsDecimalForDouble(Diagnostic diagnostic)
    {
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        return message.Contains("'decimal'", StringComparison.Ordinal) && message.Contains("'double'", StringComparison.Ordinal)
            && message.IndexOf("'decimal'", StringComparison.Ordinal) < message.IndexOf("'double'", StringComparison.Ordinal);
    }

    private static void Cast(FindingSink sink, Place place, SyntaxNode node)
    {
        var expression = node is ArgumentSyntax argument ? argument.Expression : node;
        if (expression is not ExpressionSyntax) return;
        var isPrimary = expression is InvocationExpressionSyntax or MemberAccessExpressionSyntax or IdentifierNameSyntax or ParenthesizedExpressionSyntax or ElementAccessExpressionSyntax;
        TextEdit[] edits = isPrimary
            ? [new(new(place.Span.Start, 0), "(double)")]
            : [new(new(place.Span.Start, 0), "(double)("), new(new(place.Span.End, 0), ")")];
        var mended = isPrimary ? $"(double){expression}" : $"(double)({expression})";
        sink.Add(FindingCatalog.DecimalForDouble, place.Span, new FindingFix("cast to double", new(edits)), ShownText.Cut(expression.ToString(), 81), ShownText.Cut(mended, 81));
    }

    private static void Write(FindingSink sink, FindingDescriptor descriptor, Place place, string given, string mended) =>
        sink.Add(descriptor, place.Span, new FindingFix($"write {mended}", new(new TextEdit(place.Span, mended))), given, mended);

    // As the node stands inside a JSON string: an edit is made only where that is exactly what the place holds.
    private static string Escaped(SyntaxNode node)
    {
        var quoted = JsonWriter.Quote(node.ToString());
        return quoted[1..^1];
    }
}
