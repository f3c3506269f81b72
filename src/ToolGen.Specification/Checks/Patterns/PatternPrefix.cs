using System.Text;

namespace ToolGen.Checks;

/// <summary>The literal text that every match of a pattern begins with; empty where there is none.</summary>
internal static class PatternPrefix
{
    public static string Of(PatternNode root)
    {
        var prefix = new StringBuilder();
        if (root is SequenceNode sequence)
            foreach (var part in sequence.Parts)
                if (!Take(part, prefix)) break;
        if (root is SetNode) Take(root, prefix);
        return prefix.ToString();
    }

    // Surrogates, alone or in pairs, are left to the automaton: a search by units could stop inside a pair.
    private static bool Take(PatternNode part, StringBuilder prefix)
    {
        if (part is not SetNode { Set.Single: >= 0 and < 0x10000 and var single } || single is >= 0xD800 and <= 0xDFFF) return false;
        prefix.Append((char)single);
        return true;
    }
}
