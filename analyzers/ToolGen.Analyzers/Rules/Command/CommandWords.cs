using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using ToolGen.Analyzers.Taint;

namespace ToolGen.Analyzers.Rules;

/// <summary>What a word of a command is read as, by where it stands.</summary>
internal enum WordPlace
{
    /// <summary>A value that nothing more is read into.</summary>
    Plain,

    /// <summary>An option where it begins with a dash, else a value.</summary>
    Option,

    /// <summary>Commands or code.</summary>
    Script,

    /// <summary>The program that is started in its turn.</summary>
    Program,
}

/// <summary>The words that a program is started with, in their order.</summary>
internal static class CommandWords
{
    private const int MostWords = 40;

    /// <summary>Those words of a call that stand at such a place.</summary>
    public static Value At(SinkSite call, WordPlace place)
    {
        if (call.Member is not IMethodSymbol method) return Value.None;
        if (method.Name == "Add") return call.Part == "ArgumentList" ? Added(call, place) : Value.None;
        var list = method.Parameters.FirstOrDefault(parameter => parameter.Name is "arguments" or "args" && parameter.Type.SpecialType != SpecialType.System_String);
        return list is null ? Value.None : Listed(call, list.Name, place);
    }

    /// <summary>The name of the program that a part of a start belongs to, without folder and ending; null where it is not known.</summary>
    public static string? ProgramOf(SinkSite call)
    {
        var start = call.Whole;
        return Plain(call.Reader(start, "FileName").Constant) ?? Plain(call.Reader(call.Reader(start, "StartInfo"), "FileName").Constant);
    }

    public static bool IsShell(string? program) => program is not null && ProgramHabits.Of(program).IsShell;

    private static Value Added(SinkSite call, WordPlace place)
    {
        var word = call.Arguments.Values.FirstOrDefault() ?? Value.None;
        if (word.IsClean) return Value.None;
        return PlaceOf(ProgramOf(call), WordOrder.Words(call.Reader(call.Own, WordOrder.Field))) == place ? word : Value.None;
    }

    private static Value Listed(SinkSite call, string parameter, WordPlace place)
    {
        var list = call[parameter];
        var program = Plain(call.Text("fileName") ?? call.Text("name"));
        var ordered = WordOrder.Words(call.Reader(list, WordOrder.Field));
        if (ordered.Length > 0) return ordered.Where((word, i) => word.EndsWith(WordOrder.Foreign, StringComparison.Ordinal) && PlaceOf(program, ordered.Take(i)) == place).Any() ? call.Deep(call.Reader(list, "[]")) : Value.None;
        var before = new List<string>();
        var found = new List<Value>();
        for (var i = 0; i < MostWords; i++)
        {
            var word = call.Reader(list, "[" + i.ToString(CultureInfo.InvariantCulture) + "]");
            if (!word.IsClean && PlaceOf(program, before) == place) found.Add(word);
            before.Add(word.Constant as string ?? word.Starts + WordOrder.Unknown);
        }

        return Value.Mix(found);
    }

    private static WordPlace PlaceOf(string? program, IEnumerable<string> before)
    {
        var words = before.ToImmutableArray();
        var habits = ProgramHabits.Of(program);
        if (words.Length > 0 && words[0] is { Length: > 0 } first && habits.StartsOthers && !first.StartsWith("-", StringComparison.Ordinal))
            return PlaceOf(Plain(first), words.Skip(1));
        return habits.PlaceAfter(words);
    }

    private static string? Plain(object? name)
    {
        if (name is not string { Length: > 0 } text) return null;
        var file = text.Substring(text.LastIndexOfAny(['/', '\\']) + 1).ToLowerInvariant();
        return file.EndsWith(".exe", StringComparison.Ordinal) ? file.Substring(0, file.Length - 4) : file;
    }
}
