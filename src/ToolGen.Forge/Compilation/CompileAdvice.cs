using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Checks;

namespace ToolGen.Forge.Compilation;

/// <summary>What to write instead, for the errors that C# of specs has most: a wrong name, a wrong constructor, a null or a number of another type.</summary>
internal static class CompileAdvice
{
    private const int NamesShown = 12;

    /// <summary>A sentence; the general one where nothing better is known.</summary>
    public static string For(Diagnostic diagnostic, SemanticModel model)
    {
        var node = diagnostic.Location.SourceTree?.GetRoot().FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return diagnostic.Id switch
        {
            "CS1061" or "CS0117" when node is not null => Member(node, model),
            "CS0103" when node is not null => Name(node, model),
            "CS1729" or "CS7036" or "CS1739" or "CS9035" when node is not null => Constructor(node, model),
            "CS0266" or "CS0029" or "CS1503" or "CS0019" => "Convert it: `x ?? 0` or `x!.Value` for a value that may be null, `(int)x`, `(double)x` or `(decimal)x` for another number.",
            "CS8602" or "CS8604" or "CS8629" or "CS8600" or "CS8603" or "CS8601" => "It may be absent: guard it with `?? value`, `?.`, or a check before.",
            "CS0161" => "Let every way through the body end in `return new Output(…)` or `throw Fail(\"code\", \"message\")`.",
            "CS0246" or "CS0234" => "Use a type of the tool (`toolgen types` prints them) or one of the fixed usings.",
            _ => General,
        };
    }

    private const string General = "Write C# that fits the tool's types; `toolgen types` prints them.";

    private static string Member(SyntaxNode node, SemanticModel model)
    {
        var access = node.FirstAncestorOrSelf<MemberAccessExpressionSyntax>();
        var receiver = access?.Expression ?? node.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression;
        var type = receiver is null ? null : model.GetTypeInfo(receiver).Type ?? model.GetSymbolInfo(receiver).Symbol as ITypeSymbol;
        if (type is null || type.TypeKind == TypeKind.Error) return General;
        var wanted = (access?.Name ?? node as SimpleNameSyntax)?.Identifier.ValueText ?? node.ToString();
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            && Members(nullable.TypeArguments[0]).Contains(wanted, StringComparer.Ordinal))
            return $"`{receiver}` may be null: write `{receiver}.Value.{wanted}` behind a check, or `{receiver}?.{wanted}`.";

        var names = Members(type);
        return NearMiss.Of(wanted, names) is { } near
            ? $"Write `{near}`."
            : $"`{type.Name}` has {string.Join(", ", names.Take(NamesShown))}{(names.Count > NamesShown ? ", …" : "")}.";
    }

    private static List<string> Members(ITypeSymbol type)
    {
        var names = new List<string>();
        for (var current = type; current is not null && current.SpecialType != SpecialType.System_Object; current = current.BaseType)
            names.AddRange(current.GetMembers()
                .Where(member => member is { DeclaredAccessibility: Accessibility.Public, CanBeReferencedByName: true, IsImplicitlyDeclared: false } and (IPropertySymbol or IMethodSymbol or IFieldSymbol))
                .Select(member => member.Name));
        return names.Distinct(StringComparer.Ordinal).ToList();
    }

    private static string Name(SyntaxNode node, SemanticModel model)
    {
        var wanted = node is SimpleNameSyntax name ? name.Identifier.ValueText : node.ToString();
        var names = model.LookupSymbols(node.SpanStart)
            .Where(symbol => symbol is ILocalSymbol or IParameterSymbol or INamedTypeSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction })
            .Select(symbol => symbol.Name).Distinct(StringComparer.Ordinal).ToList();
        return NearMiss.Of(wanted, names) is { } near ? $"Write `{near}`." : General;
    }

    private static string Constructor(SyntaxNode node, SemanticModel model)
    {
        var creation = node.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>();
        if (creation is null || model.GetTypeInfo(creation).Type is not INamedTypeSymbol { TypeKind: not TypeKind.Error } type) return General;
        var best = type.InstanceConstructors.Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public && !constructor.IsImplicitlyDeclared)
            .OrderByDescending(constructor => constructor.Parameters.Length).FirstOrDefault();
        return best is null
            ? General
            : $"Write `new {type.Name}({string.Join(", ", best.Parameters.Select(p => p.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + " " + p.Name))})`, in this order.";
    }
}
