using System;
using System.Collections.Immutable;
using System.Linq;
using ToolGen.Analyzers.Taint;

namespace ToolGen.Analyzers.Rules;

/// <summary>How a program reads its words.</summary>
internal sealed class ProgramHabits
{
    private static readonly ImmutableHashSet<string> Shells = ["sh", "bash", "zsh", "dash", "ksh", "fish", "ash", "csh", "tcsh"];
    private static readonly ImmutableHashSet<string> Starters = ["sudo", "doas", "env", "nohup", "nice", "setsid", "time", "busybox", "command", "exec", "wsl", "npx", "start"];

    private static readonly ImmutableDictionary<string, string> Scripts = ImmutableDictionary<string, string>.Empty
        .Add("cmd", "/c /k").Add("powershell", "-command -c -encodedcommand -e -ec").Add("pwsh", "-command -c -encodedcommand -e -ec").Add("python", "-c").Add("python3", "-c").Add("perl", "-e -E").Add("ruby", "-e")
        .Add("node", "-e --eval -p --print").Add("php", "-r").Add("osascript", "-e").Add("lua", "-e").Add("psql", "-c --command").Add("mysql", "-e --execute").Add("find", "-exec -execdir -ok").Add("su", "-c --command");

    private readonly string name;

    private ProgramHabits(string name) => this.name = name;

    public bool IsShell => Shells.Contains(this.name) || this.name is "cmd" or "powershell" or "pwsh";

    /// <summary>Its first word is another program.</summary>
    public bool StartsOthers => Starters.Contains(this.name);

    public static ProgramHabits Of(string? program) => new(program ?? "");

    public WordPlace PlaceAfter(ImmutableArray<string> before)
    {
        var last = before.IsEmpty ? "" : before[before.Length - 1];
        if (this.IsScriptAfter(before, last)) return WordPlace.Script;
        if (this.StartsOthers && before.All(word => word.StartsWith("-", StringComparison.Ordinal))) return WordPlace.Program;
        if (this.name is "awk" or "gawk" or "jq" && before.All(word => word.StartsWith("-", StringComparison.Ordinal)) && !OptionValues.Takes(this.name, last)) return this.name == "jq" ? WordPlace.Option : WordPlace.Script;
        // After its script a shell takes words as they are.
        if (Shells.Contains(this.name) && before.Any(IsScriptOption)) return WordPlace.Plain;
        if (before.Contains("--") || before.Contains("--end-of-options")) return WordPlace.Plain;
        return OptionValues.Takes(this.name, last) ? WordPlace.Plain : WordPlace.Option;
    }

    private bool IsScriptAfter(ImmutableArray<string> before, string last)
    {
        if (Shells.Contains(this.name)) return IsScriptOption(last);
        if (this.name.Length == 0) return last is "-c" or "/c" or "/C" or "-lc";
        if (this.name == "ssh") return before.Any(word => !word.StartsWith("-", StringComparison.Ordinal)) && !OptionValues.Takes("ssh", last) && WordsOf(before) >= 1;
        if (!Scripts.TryGetValue(this.name, out var options)) return false;
        var known = options.Split(' ');
        bool Is(string word) => known.Contains(word, StringComparer.OrdinalIgnoreCase);
        // These read all that follows as one text.
        if (this.name is "cmd" or "powershell" or "pwsh" or "find") return before.Any(Is) || this.name is "powershell" && before.All(word => word.StartsWith("-", StringComparison.Ordinal)) && !OptionValues.Takes("powershell", last.ToLowerInvariant());
        return Is(last);
    }

    /// <summary>How many words are neither options nor their values.</summary>
    private int WordsOf(ImmutableArray<string> before) =>
        before.Where((word, i) => !word.StartsWith("-", StringComparison.Ordinal) && (i == 0 || !OptionValues.Takes(this.name, before[i - 1]))).Count();

    private static bool IsScriptOption(string word) =>
        word.Length >= 2 && word[0] == '-' && word[1] != '-' && word.EndsWith("c", StringComparison.Ordinal) && word.Skip(1).All(char.IsLetter) && !word.Contains(WordOrder.Unknown);
}
