using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ToolGen.OpenApi;

namespace ToolGen.Cli.Output;

/// <summary>What a host grants to imported tools, as <c>toolgen.json</c> has it: origins, secrets by environment variable, settings.</summary>
internal static class ImportGrants
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<ImportedTool> tools)
    {
        json.WriteStartObject();
        Named(json, "secrets", tools.SelectMany(tool => tool.Secrets.Select(secret => (Name: secret, tool.Origin))), (name, origins) =>
        {
            json.WriteStartObject(name);
            json.WriteString("env", name.ToUpperInvariant());
            json.WriteStartArray("origins");
            foreach (var origin in origins) json.WriteStringValue(origin);
            json.WriteEndArray();
            json.WriteEndObject();
        });
        Named(json, "settings", tools.SelectMany(tool => tool.Settings.Select(setting => (Name: setting, tool.Origin))), (name, _) => json.WriteString(name, "…"));
        json.WriteStartObject("http");
        json.WriteStartArray("allow");
        foreach (var origin in tools.GroupBy(tool => tool.Origin))
        {
            json.WriteStartObject();
            json.WriteString("origin", origin.Key + "/**");
            json.WriteStartArray("methods");
            foreach (var method in origin.Select(tool => tool.Method).Distinct().Order(System.StringComparer.Ordinal)) json.WriteStringValue(method);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Named(Utf8JsonWriter json, string section, IEnumerable<(string Name, string Origin)> entries, System.Action<string, IEnumerable<string>> write)
    {
        var names = entries.GroupBy(entry => entry.Name, entry => entry.Origin).ToList();
        if (names.Count == 0) return;
        json.WriteStartObject(section);
        foreach (var name in names) write(name.Key, name.Distinct());
        json.WriteEndObject();
    }
}
