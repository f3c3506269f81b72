using System.Linq;
using Microsoft.CodeAnalysis;

namespace ToolGen.Analyzers.Taint;

/// <summary>The kinds of check that .NET itself offers.</summary>
internal enum LibraryCheck
{
    None,

    /// <summary>Is it one of these?</summary>
    Membership,

    /// <summary>Is it the text of such a value?</summary>
    Parsed,
    Equality,
    StartsWith,
    EndsWith,

    /// <summary>Does a function hold of each, or of any?</summary>
    EachOf,

    /// <summary>Does the text hold this somewhere?</summary>
    Holds,
}

internal static class LibraryChecks
{
    public static LibraryCheck Of(IMethodSymbol method)
    {
        var isText = method.ContainingType.SpecialType == SpecialType.System_String;
        return method.Name switch
        {
            "StartsWith" when isText && method.Parameters[0].Type.SpecialType is SpecialType.System_String or SpecialType.System_Char => LibraryCheck.StartsWith,
            "EndsWith" when isText && method.Parameters[0].Type.SpecialType == SpecialType.System_String => LibraryCheck.EndsWith,
            "Contains" or "ContainsAny" or "ContainsAnyExcept" when isText || method.ContainingType.Is("System.MemoryExtensions") && method.TypeArguments is [{ SpecialType: SpecialType.System_Char }] => LibraryCheck.Holds,
            "EndsInDirectorySeparator" => LibraryCheck.EndsWith,
            "Equals" => LibraryCheck.Equality,
            "Contains" or "ContainsKey" or "TryGetValue" when !isText => LibraryCheck.Membership,
            "TryParse" or "TryParseExact" or "IsDefined" => LibraryCheck.Parsed,
            "All" or "TrueForAll" or "Any" or "Exists" when method.Parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Delegate) => LibraryCheck.EachOf,
            _ => LibraryCheck.None,
        };
    }
}
