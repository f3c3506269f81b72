namespace ToolGen.Specification.Findings;

/// <summary>Regular expressions (TG3010–3011): {0} is the member that is reached, {1} what arrives.</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor PatternFromInput = new(
        "TG3010",
        "Pattern from input",
        FindingSeverity.Warning,
        "{1} becomes part of the regular expression of {0}",
        "Escape it with Regex.Escape where it is text to be found; else match with RegexOptions.NonBacktracking or a timeout of at most a few seconds.",
        "Whoever writes a pattern also writes how long it runs: `(a+)+$` over thirty characters takes minutes, and a token that is cancelled does not stop it. What was escaped is a pattern again once its wildcards are put back. The fix gives the match a second.",
        "var found = Regex.Matches(log, pattern);",
        "var found = Regex.Matches(log, pattern, RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1));");

    public static readonly FindingDescriptor BacktrackingOnInput = new(
        "TG3011",
        "Backtracking on input",
        FindingSeverity.Warning,
        "{1} is text of unknown length for {0}, whose expression can read one text in many ways and tries them all",
        "Add RegexOptions.NonBacktracking or a timeout of at most a few seconds, write the loops so that each text can be read in one way only, or check the length first.",
        "A loop in a loop such as `(\\w+\\s?)+$` doubles its time with each character of a text that does not match; two loops in a row that accept the same characters, such as `\\s*\\s*$`, take the square of its length. A cap of thousands of characters helps against the second kind only. The fix gives the match a second: the engine stays, and with it what the pattern means.",
        "return Regex.IsMatch(name, @\"^(\\w+\\s?)+$\");",
        "return Regex.IsMatch(name, @\"^(\\w+\\s?)+$\", RegexOptions.NonBacktracking);");
}
