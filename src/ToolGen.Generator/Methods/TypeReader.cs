using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ToolGen.Specification;
using ToolGen.Specification.Json;

namespace ToolGen.Generator.Methods;

/// <summary>Types of C# → <see cref="MethodType"/>. One for the arguments of a method, one for its result: what a type is made of and what it shows differ.</summary>
/// <param name="compilation">Where the types stand.</param>
/// <param name="isRead">Whether values are made of JSON, or JSON of values.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class TypeReader(Compilation compilation, bool isRead, CancellationToken cancellationToken)
{
    private const int MaxDepth = 32;
    private const int MaxShapes = 256;

    private static readonly SymbolDisplayFormat Whole = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers | SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private readonly Dictionary<string, ObjectShape?> shapes = new(StringComparer.Ordinal);
    private readonly HashSet<string> shared = new(StringComparer.Ordinal);
    private readonly List<string> order = [];
    private int depth;

    /// <summary>Why the last type that was asked for cannot be said in a schema; null: it can.</summary>
    public string? Problem { get; private set; }

    /// <summary>Annotations that no schema says, such as <c>App.EvenAttribute on count</c>.</summary>
    public List<string> Unsaid { get; } = [];

    /// <summary>The objects that were met, in that order.</summary>
    public EquatableArray<ObjectShape> Shapes =>
        this.order.Select(name => this.shapes[name]!).Where(shape => shape is not null).Select(shape => shape with { IsShared = this.shared.Contains(shape.Name) }).ToEquatableArray();

    /// <summary>The whole name of a type, without <c>?</c>.</summary>
    public static string NameOf(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(Whole);

    /// <summary>A type at one place; null where no schema says it, with <see cref="Problem"/>.</summary>
    /// <param name="type">As declared.</param>
    /// <param name="keywords">See <see cref="MethodUse"/>.</param>
    public MethodUse? Use(ITypeSymbol type, string keywords = "")
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (this.depth == MaxDepth) return this.Fail($"{type} nests deeper than {MaxDepth}");
        this.depth++;
        try
        {
            if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
                return this.Type(nullable.TypeArguments[0]) is { } value ? new(value, true, keywords) : null;
            return this.Type(type) is { } found ? new(ScalarTypes.Encoded(found, keywords), IsNullableReference(type), keywords) : null;
        }
        finally
        {
            this.depth--;
        }
    }

    // Code from before nullable annotations says nothing; a reference there is taken to be one.
    private static bool IsNullableReference(ITypeSymbol type) => type.IsReferenceType && type.NullableAnnotation == NullableAnnotation.Annotated;

    private MethodType? Type(ITypeSymbol type)
    {
        if (ScalarTypes.Of(type, isRead) is { } scalar) return scalar;
        if (type is IArrayTypeSymbol array)
        {
            if (array.Rank != 1) return this.FailType($"{type} has more than one dimension");
            return this.Use(array.ElementType) is { } element ? new SequenceType(NameOf(type), false, element, false, "global::System.Linq.Enumerable.ToArray($)") : null;
        }

        if (type is not INamedTypeSymbol named) return this.FailType($"{type} is no type that JSON has a value for");
        if (named.TypeKind == TypeKind.Error) return this.FailType($"{type} is not known");
        if (SerializerAttributes.ProblemOf(named) is { } problem) return this.FailType(problem);
        if (named.TypeKind == TypeKind.Enum) return EnumOf(named);
        if (named.IsTupleType) return this.Tuple(named);
        if (this.Collection(named) is { } collection) return collection;
        if (this.Problem is not null) return null;
        if (named.TypeKind is not (TypeKind.Class or TypeKind.Struct)) return this.FailType($"{type} is no type that JSON has a value for");
        if (named.IsAbstract) return this.FailType($"{type} is abstract, so no value can be made of it");
        if (named.SpecialType == SpecialType.System_Object || IsFramework(named)) return this.FailType($"{type} is no type that JSON has a value for");
        if (!compilation.IsSymbolAccessibleWithin(named, compilation.Assembly) || named.IsFileLocal) return this.FailType($"{type} cannot be reached from generated code: make it internal or public");
        return this.Object(named);
    }

    private MethodType? Tuple(INamedTypeSymbol named)
    {
        var elements = new List<MethodUse>();
        foreach (var element in named.TupleElements)
        {
            if (this.Use(element.Type) is not { } use) return null;
            elements.Add(use);
        }

        return new ElementsType(NameOf(named), elements.ToEquatableArray());
    }

    private MethodType? Collection(INamedTypeSymbol named)
    {
        var definition = CollectionTypes.Of(named);
        if (definition is null) return null;
        var element = named.TypeArguments[named.TypeArguments.Length - 1];
        if (definition.IsDictionary && named.TypeArguments[0].SpecialType != SpecialType.System_String) return this.FailType($"the keys of {named} are no strings");
        if (this.Use(element) is not { } use) return null;
        var into = definition.Into?.Replace("<T>", $"<{use.TypeName}>").Replace("<string, T>", $"<string, {use.TypeName}>");
        return definition.IsDictionary
            ? new DictionaryType(NameOf(named), named.IsValueType, use, into)
            : new SequenceType(NameOf(named), named.IsValueType, use, definition.IsSet, into);
    }

    private static EnumType EnumOf(INamedTypeSymbol type)
    {
        var members = new List<EnumMember>();
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue))
        {
            var written = Attributes.Find(field, "System.Text.Json.Serialization.JsonStringEnumMemberNameAttribute") is { } attribute ? Attributes.Text(attribute, 0) : null;
            members.Add(new(written ?? field.Name, "@" + field.Name));
        }

        return new(NameOf(type), members.ToEquatableArray(), Attributes.Find(type, "System.FlagsAttribute") is not null);
    }

    private MethodType? Object(INamedTypeSymbol type)
    {
        var name = NameOf(type);
        if (this.shapes.ContainsKey(name))
        {
            // Met before, or being read: it stands under a name of its own in the schema.
            this.shared.Add(name);
            return new ObjectType(name, type.IsValueType);
        }

        if (this.shapes.Count == MaxShapes) return this.FailType($"more than {MaxShapes} types are reached");
        this.shapes[name] = null;
        this.order.Add(name);
        var properties = ObjectReader.Read(type, isRead, compilation, this, out var problem, cancellationToken);
        if (properties is null) return this.FailType(problem ?? this.Problem ?? $"{type} has no properties");
        this.shapes[name] = new(name, type.Name, type.IsValueType, DocText.Of(type, cancellationToken).Summary, properties.ToEquatableArray(), false);
        return new ObjectType(name, type.IsValueType);
    }

    // What the framework brings and no list here names (streams, delegates, threads) is no data.
    private static bool IsFramework(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false }) space = space.ContainingNamespace;
        return space?.Name is "System" or "Microsoft";
    }

    private MethodUse? Fail(string problem)
    {
        this.Problem ??= problem;
        return null;
    }

    private MethodType? FailType(string problem)
    {
        this.Problem ??= problem;
        return null;
    }
}
