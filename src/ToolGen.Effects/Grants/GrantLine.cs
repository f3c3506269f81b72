using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace ToolGen.Effects;

/// <summary>What binds a name: each a whole file, so that it can be pasted as it is, or its section beside what is there. <c>…</c> stands where only the host knows.</summary>
internal static class GrantLine
{
    public static string Folder(string name, GrantAccess access) => Section("folders", name, $"\"path\": \"…\", \"access\": \"{Word(access)}\"");

    public static string Database(string name, bool writes) =>
        Section("databases", name, "\"provider\": \"sqlite\", \"connection\": \"Data Source=…\"" + (writes ? ", \"access\": \"readwrite\"" : ""));

    /// <param name="name">The secret's.</param>
    /// <param name="origin">Where it is to go; null: it signs.</param>
    /// <param name="env">The variable that holds it already; null: one of the secret's name.</param>
    public static string Secret(string name, string? origin, string? env = null) =>
        Section("secrets", name, $"\"env\": {Text(env ?? Variable(name))}, \"origins\": [{(origin is null ? "" : Text(origin))}]");

    public static string Requests(string origin, IEnumerable<string> methods) =>
        $"{{\"http\": {{\"allow\": [{{\"origin\": {Text(origin)}, \"methods\": [{string.Join(", ", methods.Select(Text))}]}}]}}}}";

    public static string Word(GrantAccess access) => access.ToString().ToLowerInvariant();

    private static string Section(string section, string name, string members) => $"{{\"{section}\": {{{Text(name)}: {{{members}}}}}}}";

    // Logical names may hold what variables may not.
    private static string Variable(string name) => string.Concat(name.Select((c, at) => char.IsAsciiLetter(c) || (at > 0 && char.IsAsciiDigit(c)) ? char.ToUpperInvariant(c) : '_'));

    private static string Text(string value) => JsonSerializer.Serialize(value, TextOnly.Default.String);
}

[System.Text.Json.Serialization.JsonSerializable(typeof(string))]
internal sealed partial class TextOnly : System.Text.Json.Serialization.JsonSerializerContext;
