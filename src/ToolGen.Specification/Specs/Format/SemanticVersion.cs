namespace ToolGen.Specification.Specs.Format;

/// <summary>Versions as semver.org 2.0.0 has them, the three numbers within nine digits.</summary>
internal static class SemanticVersion
{
    public static bool IsValid(string text)
    {
        var at = 0;
        for (var part = 0; part < 3; part++)
        {
            if (part > 0 && (at == text.Length || text[at++] != '.')) return false;
            var start = at;
            while (at < text.Length && text[at] is >= '0' and <= '9') at++;
            if (at == start || at - start > 9 || (text[start] == '0' && at - start > 1)) return false;
        }

        if (at < text.Length && text[at] == '-' && !Labels(text, ref at, isPrerelease: true)) return false;
        if (at < text.Length && text[at] == '+' && !Labels(text, ref at, isPrerelease: false)) return false;
        return at == text.Length;
    }

    // The cursor stands at the '-' or '+'; labels are separated by dots, numeric ones of a prerelease have no leading zero.
    private static bool Labels(string text, ref int at, bool isPrerelease)
    {
        do
        {
            var start = ++at;
            var isNumeric = true;
            for (; at < text.Length && text[at] is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '-'; at++)
                isNumeric &= text[at] is >= '0' and <= '9';
            if (at == start || (isPrerelease && isNumeric && text[start] == '0' && at - start > 1)) return false;
        }
        while (at < text.Length && text[at] == '.');

        return true;
    }
}
