using System;
using System.Collections.Immutable;
using System.Linq;
using ToolGen.Analyzers.Backtracking;
using ToolGen.Checks;
using Microsoft.CodeAnalysis;

namespace ToolGen.Analyzers.Taint;

/// <summary>What the text and path functions of .NET make of what is known of their arguments.</summary>
internal static class LibraryText
{
    /// <returns>Null where the function is none of them.</returns>
    public static Value? Of(IMethodSymbol method, Value receiver, ImmutableArray<Value> arguments, Func<Value, Value> scalar)
    {
        switch (TypeNames.Full(method.ContainingType))
        {
            case "System.String": return OfString(method, receiver, arguments, scalar);
            case "System.IO.Path": return OfPath(method, arguments);
            case "System.Buffers.SearchValues" when method.Name == "Create": return CharactersOf(arguments[0]);
            case "System.Security.SecurityElement" when method.Name == "Escape": return Marked(arguments[0]);
            case "System.Net.WebUtility" or "System.Web.HttpUtility" when method.Name is "HtmlEncode" or "HtmlAttributeEncode" && arguments.Length == 1: return Marked(arguments[0]);
            case "System.Math": return OfMath(method, arguments);
            case "System.Byte" or "System.SByte" when method.Name == "ToString": return receiver.Without(Danger.Text);
            case "System.Int32" or "System.Int64" or "System.Double" or "System.Decimal" when method.IsStatic && method.Name is "Clamp" or "Min": return OfMath(method, arguments);
            case "System.TimeSpan": return KnownObjects.Of(method, arguments);
            default: return null;
        }
    }

    private static Value? OfString(IMethodSymbol method, Value receiver, ImmutableArray<Value> arguments, Func<Value, Value> scalar)
    {
        switch (method.Name)
        {
            case "Concat" when method.Parameters.All(parameter => parameter.Type.SpecialType is SpecialType.System_String or SpecialType.System_Object):
                return TextFlow.Concat([.. arguments.Select(scalar)]);
            case "Trim" or "ToLowerInvariant" or "ToUpperInvariant" or "ToLower" or "ToUpper" or "Normalize" when arguments.All(argument => argument.IsClean): return receiver.Blurred;
            case "ReplaceLineEndings" when arguments.Length == 1 && arguments[0].Constant is string ending && ending.IndexOfAny(['\r', '\n']) < 0: return receiver.Without(Danger.LogLine);
            case "TrimEnd": return new(receiver.Flows) { Starts = receiver.Starts };
            case "Replace" when arguments.Length >= 2: return Replaced(receiver, arguments[0].Constant?.ToString(), arguments[1]);
            case "Split" when arguments.Length > 0 && arguments[0].Constant?.ToString() is { Length: 1 } by && method.Parameters.All(parameter => parameter.Type.SpecialType != SpecialType.System_Int32):
                return receiver.Blurred.Within(CodePointSet.All.Without(CodePointSet.Of(by[0], by[0])));
            case "Format" when Formatted(arguments) is { } text: return text;
            default: return null;
        }
    }

    /// <summary>Text of markup: nothing that opens a tag, and no quote, is left in it.</summary>
    private static Value Marked(Value text)
    {
        var signs = "<\"'".Aggregate(CharacterSets.Nothing, (set, c) => set.Or(CodePointSet.Of(c, c)));
        return text.Blurred.Within((text.Allowed ?? CodePointSet.All).Without(signs)).Without(Danger.Xml);
    }

    /// <summary>Line breaks that are taken out can no longer start a line; nothing else is made safe by taking something out.</summary>
    private static Value Replaced(Value receiver, string? sought, Value by)
    {
        var value = Value.Mix(receiver, by);
        if (sought is { Length: 1 } && by.Constant?.ToString() is { } escape && Escapes(sought[0], escape)) value = value.Within((receiver.Allowed ?? CodePointSet.All).Without(CodePointSet.Of(sought[0], sought[0])).Or(Written(escape)));
        // What was escaped as a pattern's text is a pattern again where wildcards are put back.
        if (by.Constant?.ToString() is { } put && put.IndexOfAny(['*', '+', '{']) >= 0)
            value = value.WithFlows([.. value.Flows.Select(flow => (flow.Danger & Danger.Wildcard) == Danger.None ? flow : flow with { Danger = flow.Danger | Danger.Pattern })]);
        return sought is "\r" or "\n" && by.Constant?.ToString().IndexOfAny(['\r', '\n']) < 0 ? value.Without(sought == "\n" ? Danger.LineFeed : Danger.CarriageReturn) : value;
    }

    /// <summary>Whether what is put in a character's place no longer is that character to any reader.</summary>
    private static bool Escapes(char sought, string by) => by.IndexOf(sought) < 0 || (sought == '\\' && by.Length > 1 && by[0] == '\\' && by[1] != '\\');

    /// <summary>The characters that a replacement brings in; those of an escape are none.</summary>
    private static CodePointSet Written(string by) =>
        by.Length > 1 && by[0] is '\\' or '&' or '%' ? CharacterSets.Nothing : by.Aggregate(CharacterSets.Nothing, (set, c) => set.Or(CodePointSet.Of(c, c)));

    private static Value? Formatted(ImmutableArray<Value> arguments)
    {
        if (arguments.FirstOrDefault(argument => argument.Constant is string) is not { Constant: string format }) return null;
        var given = arguments.SkipWhile(argument => !ReferenceEquals(argument.Constant, format)).Skip(1).ToImmutableArray();
        var hole = format.IndexOf('{');
        if (hole < 0 || given.IsEmpty) return null;
        return TextFlow.Concat([Value.Known(format.Substring(0, hole)), .. given, Value.Known(format.Substring(format.LastIndexOf('}') + 1))]);
    }

    private static Value? OfPath(IMethodSymbol method, ImmutableArray<Value> arguments)
    {
        switch (method.Name)
        {
            case "GetFullPath":
                return new(Value.Mix(arguments).Without(Danger.Host).Flows) { Starts = arguments[0].Starts, Ends = arguments[arguments.Length - 1].Ends is { } end && end[end.Length - 1] is '/' or '\\' ? end.Substring(end.Length - 1) : null, IsFullPath = true };
            case "Combine" or "Join" when arguments.Length >= 2 && method.Parameters[0].Type.SpecialType == SpecialType.System_String:
                var flows = arguments[0].Flows;
                for (var i = 1; i < arguments.Length; i++) flows = Value.Union(flows, method.Name == "Join" ? arguments[i].Without(Danger.PathRooted).Flows : arguments[i].Flows);
                // What is in a folder is no address.
                return new(new Value(flows).Without(Danger.Host).Flows) { Starts = arguments[0].Starts, Ends = Trailing(arguments) };
            case "GetFileName" or "GetFileNameWithoutExtension" or "GetExtension" or "GetRandomFileName" or "ChangeExtension":
                return method.Name == "ChangeExtension" ? null : arguments.IsEmpty ? Value.None : arguments[0].Blurred.Without(Danger.Path);
            case "GetRelativePath": return Value.Mix(arguments);
            case "GetInvalidFileNameChars": return new([]) { IsFileNameCharacters = true };
            case "TrimEndingDirectorySeparator": return new(arguments[0].Flows) { IsFullPath = arguments[0].IsFullPath };
            default: return null;
        }
    }

    private static string? Trailing(ImmutableArray<Value> parts)
    {
        var text = parts[parts.Length - 1].Ends;
        for (var i = parts.Length - 1; i > 0 && parts[i].Constant is string && text is not null; i--) text = parts[i - 1].Ends + "/" + text;
        return text;
    }

    private static Value? CharactersOf(Value given) => (given.Constant?.ToString() ?? given.Characters) is { } text ? new([]) { Characters = text } : null;

    private static Value? OfMath(IMethodSymbol method, ImmutableArray<Value> arguments) => method.Name switch
    {
        "Min" => Value.Mix(arguments).Keep(arguments.Any(IsSmall) ? ~Danger.Amount : Danger.All),
        "Clamp" => IsSmall(arguments[2]) ? Value.None : arguments[2].Blurred,
        "Sign" => Value.None,
        _ => null,
    };

    private static bool IsSmall(Value value) => (value.Danger & Danger.Amount) == Danger.None;
}
