namespace ToolGen;

/// <summary>Names of time zones as the IANA data base spells them.</summary>
internal static class TimeZoneNames
{
    private const int MaximumLength = 64;
    private const int Shows = 40;

    /// <summary>One to three parts of letters, digits, <c>_ + -</c>, the first a letter; not the files that stand for the machine's zone or for other data.</summary>
    public static bool IsName(string? id)
    {
        if (id is null || id.Length is 0 or > MaximumLength || !char.IsAsciiLetter(id[0])) return false;
        var parts = id.Split('/');
        if (parts.Length > 3 || parts[0] is "localtime" or "posix" or "right" or "posixrules" or "Factory" or "leapseconds" or "tzdata") return false;
        foreach (var part in parts)
        {
            if (part.Length == 0) return false;
            foreach (var c in part)
                if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '+' or '-')) return false;
        }

        return true;
    }

    /// <summary>For a message: short, and only what can be seen.</summary>
    public static string Shown(string? id)
    {
        if (id is null) return "";
        var shown = id.Length <= Shows ? id : id[..Shows] + "…";
        return string.Create(shown.Length, shown, static (units, text) =>
        {
            for (var i = 0; i < units.Length; i++) units[i] = text[i] is (>= ' ' and <= '~') or '…' ? text[i] : '?';
        });
    }
}
