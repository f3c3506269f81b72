using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace ToolGen.Specification.Secrets;

/// <summary>Secrets within longer texts: <c>Password=…;</c>, <c>https://user:…@host</c>, <c>?api_key=…</c>, <c>"token": "…"</c>, <c>--password …</c>, <c>Authorization: Bearer …</c>.</summary>
public static class SecretParts
{
    private const int Longest = 20_000;

    private static readonly Regex Login = new(@"[a-z][a-z0-9+.-]{1,20}://[^\s/:@?#""']{0,64}:(?<value>[^\s/@""'?#]{3,128})@[^\s/@]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    private static readonly Regex Pair = new(@"(?<name>[A-Za-z][A-Za-z0-9_ -]{1,40}?)[""']?\s?(?:=|:)\s?[""']?(?<value>[^\s;&,""'=<>{}()\[\]]{3,256}={0,2})(?=$|[\s;&,""'}\]])", RegexOptions.CultureInvariant);
    private static readonly Regex Option = new(@"--(?<name>[a-z][a-z-]{1,30})[ =](?<value>[^\s-]\S{2,128})", RegexOptions.CultureInvariant);
    private static readonly Regex Scheme = new(@"\b(?:Bearer|Basic|Token|ApiKey)\s(?<value>[A-Za-z0-9+/=_.~-]{12,512})(?=$|[\s""'])", RegexOptions.CultureInvariant);

    private static readonly Regex Hook = new(@"https://[^\s""'/]*/[^\s""'?#]*", RegexOptions.CultureInvariant);

    /// <summary>Under which name a secret stands in a text, such as <c>Password</c>, or null.</summary>
    public static string? NameIn(string text)
    {
        if (text.Length is < 8 or > Longest) return null;
        if (text.Contains("://") && text.IndexOf('@') > 0 && Login.Match(text) is { Success: true } login && Names("password", login.Groups["value"].Value, isConnection: true)) return "the password in an address";
        if (text.IndexOf('=') > 0 || text.IndexOf(':') > 0)
            for (var pair = Pair.Match(text); pair.Success; pair = pair.NextMatch())
                if (Names(pair.Groups["name"].Value, pair.Groups["value"].Value, text.IndexOf(';') > 0 && text.IndexOf('"') < 0)) return pair.Groups["name"].Value.Trim();
        if (text.Contains("--"))
            for (var option = Option.Match(text); option.Success; option = option.NextMatch())
                if (Names(option.Groups["name"].Value, option.Groups["value"].Value, isConnection: true)) return "--" + option.Groups["name"].Value;
        if (text.IndexOf("hook", StringComparison.OrdinalIgnoreCase) >= 0 && Hook.Match(text) is { Success: true } hook && hook.Value.Split('/').Any(part => RandomText.IsKey(part, 20))) return "an address that opens to whoever knows it";
        return Scheme.Match(text) is { Success: true } scheme && !Placeholder.Is(scheme.Groups["value"].Value) && RandomText.Is(scheme.Groups["value"].Value, 12) ? "the credentials of a header" : null;
    }

    // Words alone follow such names in every language; a connection string's are values.
    private static bool Names(string name, string value, bool isConnection = false) => SecretValue.IsOf(name, value) && (isConnection || value.Any(c => c is >= '0' and <= '9')) && !value.StartsWith("@", StringComparison.Ordinal) && !value.StartsWith(":", StringComparison.Ordinal) && !value.StartsWith("?", StringComparison.Ordinal);
}
