using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Specification.Secrets;

namespace ToolGen.Analyzers.Rules.Secrets;

/// <summary>The name of the place that a text goes to.</summary>
internal static class PlaceName
{
    /// <summary>A local, parameter, member or key.</summary>
    public static string? Of(IOperation target) => Origins.Plain(target) switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string key } }, ..] } => key,
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } indexed } => Of(indexed),
        IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member => member.Member.Name,
        _ => null,
    };

    /// <summary>The parameter's name, or the key before it in <c>Add("X-Api-Key", …)</c>.</summary>
    public static string? Of(IArgumentOperation argument)
    {
        var parameter = argument.Parameter!;
        if (parameter.ContainingSymbol is not IMethodSymbol { ContainingType: not null } method) return null;
        // ToolGen's own are given the name of a secret.
        if (IsOfToolGen(method)) return null;
        if (method.ContainingType.Name == "AuthenticationHeaderValue" && parameter.Name == "parameter") return "credentials";
        // What configurations, dictionaries and environments are asked for is a name.
        if (parameter.Name is "key" or "name" or "value" or "item" or "defaultValue" or "values" || parameter.Type.SpecialType == SpecialType.System_Object)
            return TakesPairs(method) && KeyBefore(argument) is { } key ? key : null;
        return IsOfCryptography(method) ? null : parameter.Name;
    }

    /// <summary>What a method returns, where its name says that and no other deed.</summary>
    public static string? Returned(IMethodSymbol method)
    {
        if (method.AssociatedSymbol is { } property) return property.Name;
        var words = NameWords.Of(method.Name);
        var gives = words.Count > 0 && (words[0] is "get" or "read" or "load" or "fetch" or "make" or "create" or "build" or "default" or "resolve" or "find" or "lookup" or "obtain" or "provide" || SecretName.Mentions(words[0]) || words[0] is "api" or "access");
        return gives ? method.Name.EndsWith("Async", StringComparison.Ordinal) ? method.Name.Substring(0, method.Name.Length - 5) : method.Name : null;
    }

    /// <summary>A local, parameter, member or key, or what one of those was read, trimmed or encoded of.</summary>
    public static string? Compared(IOperation value) => Of(value) ?? Origins.Plain(value) switch
    {
        IInvocationOperation { Instance: { } instance } call when instance.Type.IsTextOrBytes() || call.TargetMethod.Name == "GetBytes" => Compared(call.TargetMethod.Name == "GetBytes" && call.Arguments.Length > 0 ? call.Arguments[0].Value : instance),
        IInvocationOperation { Arguments: [{ Value: var first }, ..], TargetMethod.IsExtensionMethod: true } => Compared(first),
        _ => null,
    };

    private static string? KeyBefore(IArgumentOperation argument)
    {
        var siblings = argument.Parent switch
        {
            IInvocationOperation call => call.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => [],
        };
        var at = siblings.IndexOf(argument);
        return at > 0 && siblings[at - 1].Value.ConstantValue is { HasValue: true, Value: string key } && (SecretName.IsStrong(key) || SecretName.IsWeak(key)) ? HeaderOrKey(key) : null;
    }

    // All that stands in this header is a secret.
    private static string HeaderOrKey(string key) => key.EndsWith("Authorization", StringComparison.OrdinalIgnoreCase) ? "credentials" : key;

    private static bool TakesPairs(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Constructor || new[] { "Add", "TryAdd", "Set", "Append", "With", "GetValue", "AddOrUpdate", "Put", "Define", "Insert" }.Any(start => method.Name.StartsWith(start, StringComparison.Ordinal));

    private static bool IsOfToolGen(IMethodSymbol method) => method.ContainingAssembly?.Name.StartsWith("ToolGen", StringComparison.Ordinal) ?? false;

    // Those are TG3143's.
    private static bool IsOfCryptography(IMethodSymbol method) => Crypto.MaterialRoles.IsCryptographic(method.ContainingType);
}
