using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ToolGen.Analyzers.Taint;

/// <summary>Objects of .NET that are as good as constants: spans of time, and expressions that a generator makes.</summary>
internal static class KnownObjects
{
    private static readonly TimeSpan Endless = TimeSpan.FromMilliseconds(-1);

    /// <returns>Null where it is none.</returns>
    public static Value? Of(ISymbol member) => member.Name switch
    {
        "InfiniteTimeSpan" or "InfiniteMatchTimeout" when member.IsStatic => Value.Known(Endless),
        "NewLine" when member.ContainingType.Is("System.Environment") => Value.Known("\n"),
        "Zero" or "MaxValue" when member.ContainingType.Is("System.TimeSpan") => Value.Known(member.Name == "Zero" ? TimeSpan.Zero : TimeSpan.MaxValue),
        _ => null,
    };

    /// <summary>A span that is made of constants.</summary>
    public static Value? Of(IMethodSymbol method, ImmutableArray<Value> arguments)
    {
        if (!method.ContainingType.Is("System.TimeSpan") || arguments.IsEmpty || !arguments.All(argument => argument.Constant is int or long or double)) return null;
        var numbers = arguments.Select(argument => Convert.ToDouble(argument.Constant, CultureInfo.InvariantCulture)).ToArray();
        double? seconds = (method.MethodKind == MethodKind.Constructor ? "" : method.Name, numbers.Length) switch
        {
            ("FromDays", _) => numbers[0] * 86_400,
            ("FromHours", _) => numbers[0] * 3_600,
            ("FromMinutes", _) => numbers[0] * 60,
            ("FromSeconds", _) => numbers[0],
            ("FromMilliseconds", _) => numbers[0] / 1_000,
            ("FromMicroseconds", _) => numbers[0] / 1_000_000,
            ("FromTicks", _) or ("", 1) => numbers[0] / TimeSpan.TicksPerSecond,
            ("", 3) => (numbers[0] * 3_600) + (numbers[1] * 60) + numbers[2],
            ("", >= 4) => (numbers[0] * 86_400) + (numbers[1] * 3_600) + (numbers[2] * 60) + numbers[3],
            _ => null,
        };
        return seconds is { } known && Math.Abs(known) < TimeSpan.MaxValue.TotalSeconds / 2 ? Value.Known(TimeSpan.FromTicks((long)(known * TimeSpan.TicksPerSecond))) : null;
    }

    /// <summary>What <c>[GeneratedRegex]</c> says of the member that it stands on; null where it stands on none.</summary>
    public static (string Pattern, int Options, TimeSpan? Timeout)? Expression(ISymbol member)
    {
        if ((member as IMethodSymbol)?.AssociatedSymbol is { } property) member = property;
        var attribute = member.GetAttributes().FirstOrDefault(one => one.AttributeClass.Is("System.Text.RegularExpressions.GeneratedRegexAttribute"));
        if (attribute?.ConstructorArguments.FirstOrDefault().Value is not string pattern) return null;
        TimeSpan? timeout = null;
        var options = 0;
        for (var i = 1; i < attribute.ConstructorArguments.Length; i++)
        {
            if (attribute.ConstructorArguments[i].Value is not int number) continue;
            if (attribute.AttributeConstructor?.Parameters[i].Name == "matchTimeoutMilliseconds") timeout = TimeSpan.FromMilliseconds(number);
            else options = number;
        }

        return (pattern, options, timeout);
    }
}
