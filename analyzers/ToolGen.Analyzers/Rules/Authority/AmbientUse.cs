using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Analyzers.Taint;

namespace ToolGen.Analyzers.Rules.Authority;

/// <summary>An operation that reaches something of the machine.</summary>
/// <param name="Kind">What.</param>
/// <param name="Name">As people write it, such as <c>File.ReadAllText</c>.</param>
internal sealed record AmbientUse(AmbientKind Kind, string Name)
{
    public static readonly ImmutableArray<OperationKind> Operations =
        [OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.PropertyReference, OperationKind.MethodReference, OperationKind.FieldReference];

    private static readonly HashSet<string> PathNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "path", "fileName", "filePath", "inputUri", "outputFileName", "archiveFileName", "sourceFileName", "destinationFileName", "sourceDirectoryName", "destinationDirectoryName",
    };

    public static AmbientUse? Of(IOperation operation, AmbientTypes types) => operation switch
    {
        IInvocationOperation call => OfMember(call.TargetMethod, call.Instance, types),
        IMethodReferenceOperation reference => OfMember(reference.Method, reference.Instance, types),
        // What is set on an object that is there reaches nothing; what it is used for does.
        IPropertyReferenceOperation property when property.Instance is null || !IsQuiet(property.Property) => OfMember(property.Property, property.Instance, types),
        IFieldReferenceOperation { Field: { IsConst: false, IsStatic: true } field } => OfMember(field, null, types),
        IObjectCreationOperation { Constructor: { } constructor } creation => OfCreation(constructor, creation, types),
        _ => null,
    };

    private static AmbientUse? OfMember(ISymbol member, IOperation? instance, AmbientTypes types)
    {
        var method = member as IMethodSymbol;
        var declaring = (method?.ReducedFrom ?? member).ContainingType;
        if (declaring is null || member.Name is "GetType" or "ToString" or "Equals" or "GetHashCode" or "Dispose" or "DisposeAsync" or "Close") return null;
        // A method of the project's own type is judged by its body.
        if (declaring.Locations.Any(one => one.IsInSource)) return null;
        var kind = types.Of(declaring, member.Name) ?? (instance?.Type is { } type && !SymbolEqualityComparer.Default.Equals(type, declaring) && IsInherited(type, declaring) ? types.Of(type, member.Name) : null)
            ?? (method is not null && TakesPath(method.ReducedFrom ?? method) ? AmbientKind.Files : null);
        return kind is { } found ? new(found, $"{declaring.Name}.{member.Name}") : null;
    }

    private static AmbientUse? OfCreation(IMethodSymbol constructor, IObjectCreationOperation creation, AmbientTypes types)
    {
        var type = constructor.ContainingType;
        if (type.IsA("System.Exception")) return null;
        var kind = types.Of(type, constructor.Parameters.Length == 0 ? "new0" : "new") ?? (TakesPath(constructor) ? AmbientKind.Files : null);
        return kind is { } found ? new(found, $"new {type.Name}") : null;
    }

    private static bool IsQuiet(IPropertySymbol property) => property.ContainingType.IsA("System.Net.Http.HttpMessageInvoker") || property.ContainingType.IsA("System.Net.Http.HttpMessageHandler")
        || property.ContainingType.IsA("System.Data.IDbCommand") || property.ContainingType.IsA("System.Data.IDbConnection");

    // Such as Stream.ReadAsync of a FileStream: the object says what is read.
    private static bool IsInherited(ITypeSymbol type, INamedTypeSymbol declaring) => type.IsA(Taint.TypeNames.Full(declaring.OriginalDefinition));

    /// <summary>Whether a method of the platform's own readers and writers opens a file by its name.</summary>
    private static bool TakesPath(IMethodSymbol method)
    {
        var type = method.ContainingType;
        var space = type.ContainingNamespace?.ToDisplayString() ?? "";
        return (space.StartsWith("System.IO", StringComparison.Ordinal) || space.StartsWith("System.Xml", StringComparison.Ordinal) || space == "System.Security.Cryptography.X509Certificates")
            && type.Name is not ("Path" or "FileSystemName") && !type.IsA("System.Exception")
            && method.Parameters.Any(one => one.Type.SpecialType == SpecialType.System_String && (PathNames.Contains(one.Name) || one.Name == "uri" && space == "System.Xml.Linq"));
    }
}
