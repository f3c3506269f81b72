using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ToolGen.Analyzers.Taint;

/// <summary>What the attributes of <c>System.ComponentModel.DataAnnotations</c> take from a value, where somebody enforces them.</summary>
internal static class Enforced
{
    /// <summary>ToolGen's own host refuses an argument that its schema does not allow; other hosts only tell the model.</summary>
    public static bool By(ISymbol? method) =>
        method is not null && method.GetAttributes().Any(attribute => attribute.AttributeClass is { } type && TypeNames.Full(type) == "ToolGen.ToolAttribute");

    /// <summary>What a value that came by a path of fields out of a parameter can no longer do.</summary>
    public static Danger Of(IParameterSymbol parameter, IEnumerable<string> path)
    {
        var cleared = Of(parameter);
        ITypeSymbol? type = parameter.Type;
        foreach (var name in path)
        {
            if (name[0] == '[')
            {
                type = type is IArrayTypeSymbol array ? array.ElementType : (type as INamedTypeSymbol)?.TypeArguments.LastOrDefault();
                continue;
            }

            var member = type?.GetMembers(name).FirstOrDefault(one => one is IPropertySymbol or IFieldSymbol);
            if (member is null) break;
            cleared |= Of(member);
            type = (member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type;
        }

        return cleared;
    }

    public static Danger Of(ISymbol member) => member.GetAttributes().Aggregate(Danger.None, (cleared, attribute) => cleared | Of(attribute));

    private static Danger Of(AttributeData attribute) => attribute.AttributeClass?.ToDisplayString() switch
    {
        "System.ComponentModel.DataAnnotations.RangeAttribute" => Danger.Amount,
        "System.ComponentModel.DataAnnotations.MaxLengthAttribute" or "System.ComponentModel.DataAnnotations.StringLengthAttribute" or "System.ComponentModel.DataAnnotations.LengthAttribute" => Danger.Length | Danger.Backtracking | Danger.Depth,
        "System.ComponentModel.DataAnnotations.AllowedValuesAttribute" => Danger.All,
        _ => Danger.None,
    };
}
