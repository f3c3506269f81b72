using System.Collections.Generic;
using System.Linq;
using System.Text;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Fixes;

/// <summary>Near misses of the kind sql: parameters in the styles of drivers, and <c>readOnly</c>.</summary>
internal static class SqlMends
{
    public static void Implementation(MendSink sink, JsonObject root, JsonObject sql)
    {
        if ((sql.Member("readOnly") ?? sql.Member("read_only")) is { Value: JsonBoolean readOnly } member && sql["writes"] is null)
        {
            var edit = readOnly.Value ? MendSink.Removing(sql, member) : sink.Replacing(member, "writes", new JsonBoolean(true, default));
            sink.Add(FindingCatalog.AliasKey, member.NameSpan, "say it with writes", [edit], member.Name, "writes");
        }

        var holes = new Holes(root, sql);
        var positions = Positions(sql, holes);
        var all = Texts(sql["sql"]).ToArray();
        var used = 0;
        var edits = new List<(JsonString Node, string Text)>();
        foreach (var text in all)
        {
            var mended = Mend(text.Value, holes, positions, ref used);
            if (mended != text.Value) edits.Add((text, mended));
        }

        // The list of positional values goes with the last question mark, so all of it is one mend.
        if (positions is not null && (used == positions.Count || edits.Count > 0) && sql.Member("params") is { } list)
        {
            if (used > positions.Count) return;
            sink.Add(
                FindingCatalog.HoleStyle, list.NameSpan, "name each parameter in its hole",
                [MendSink.Removing(sql, list), .. edits.Select(edit => sink.Replacing(edit.Node, new JsonString(edit.Text, default)))],
                "params", "{name}");
            return;
        }

        foreach (var (node, text) in edits) sink.Replace(FindingCatalog.HoleStyle, node, new JsonString(text, default), node.Value, text);
    }

    private static List<string>? Positions(JsonObject sql, Holes holes)
    {
        if (sql["params"] is not JsonArray list) return null;
        var names = new List<string>();
        foreach (var item in list.Items)
        {
            if (item is not JsonString { Value: var text }) return null;
            var name = text.TrimStart('$').Trim('{', '}');
            if (name.StartsWith("input.", System.StringComparison.Ordinal)) name = name.Substring(6);
            if (!holes.Contains(name)) return null;
            names.Add(name);
        }

        return names;
    }

    private static IEnumerable<JsonString> Texts(JsonNode? node) => node switch
    {
        JsonString text => [text],
        JsonArray array => array.Items.SelectMany(Texts),
        JsonObject { Members: var members } => members.Where(member => member.Name == "sql").SelectMany(member =>
            member.Value is JsonObject choices ? choices.Members.SelectMany(choice => Texts(choice.Value)) : Texts(member.Value)),
        _ => [],
    };

    // Literals, quoted names and comments are passed over; what is left can hold parameters.
    private static string Mend(string sql, Holes holes, List<string>? positions, ref int used)
    {
        var result = new StringBuilder(sql.Length);
        for (var at = 0; at < sql.Length;)
        {
            var skipped = Opaque(sql, at);
            if (skipped > 0)
            {
                result.Append(sql, at, skipped);
                at += skipped;
                continue;
            }

            var name = Name(sql, at + 1);
            var isMark = sql[at] is '@' or ':' && (at == 0 || sql[at - 1] is not (':' or '@'));
            if (isMark && name.Length > 0 && holes.Contains(name))
            {
                result.Append('{').Append(name).Append('}');
                at += name.Length + 1;
            }
            else if (sql[at] == '?' && positions is not null)
            {
                result.Append(used < positions.Count ? "{" + positions[used] + "}" : "?");
                used++;
                at++;
            }
            else if (sql[at] == '$' && positions is not null && int.TryParse(name, out var number) && number > 0 && number <= positions.Count)
            {
                result.Append('{').Append(positions[number - 1]).Append('}');
                at += name.Length + 1;
            }
            else
            {
                result.Append(sql[at++]);
            }
        }

        return result.ToString();
    }

    private static int Opaque(string sql, int at)
    {
        if (sql[at] is '\'' or '"' or '`' or '{')
        {
            var close = sql.IndexOf(sql[at] == '{' ? '}' : sql[at], at + 1);
            return (close < 0 ? sql.Length : close + 1) - at;
        }

        if (at + 1 < sql.Length && sql[at] == '-' && sql[at + 1] == '-')
        {
            var end = sql.IndexOf('\n', at);
            return (end < 0 ? sql.Length : end) - at;
        }

        return 0;
    }

    private static string Name(string sql, int at)
    {
        var end = at;
        while (end < sql.Length && (char.IsLetterOrDigit(sql[end]) || sql[end] == '_')) end++;
        return sql.Substring(at, end - at);
    }
}
