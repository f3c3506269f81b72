using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Output;
using ToolGen.Effects;
using ToolGen.Forge.Specs;
using ToolGen.Forge.Trial;
using ToolGen.Specification.Specs;

namespace ToolGen.Cli.Guide;

/// <summary>What a spec can reach here, for the model that writes it: the names of the grants and of the tools, never a value of a secret.</summary>
internal sealed class BoundHere
{
    private const int MaxTools = 200;

    private readonly Grants grants;
    private readonly HostEffects? effects;
    private readonly IReadOnlyList<ToolSpec> tools;
    private readonly Dictionary<string, (IReadOnlyList<BoundTable> Tables, string? Problem)> tables;

    private BoundHere(Grants grants, HostEffects? effects, IReadOnlyList<ToolSpec> tools, Dictionary<string, (IReadOnlyList<BoundTable> Tables, string? Problem)> tables)
    {
        this.grants = grants;
        this.effects = effects;
        this.tools = tools;
        this.tables = tables;
    }

    /// <summary>Looks at the grants, their databases, and the specs below a folder.</summary>
    public static async Task<BoundHere> OfAsync(HostEffects? effects, string folder, CancellationToken cancellationToken)
    {
        var grants = effects?.Grants ?? Grants.None;
        var tables = new Dictionary<string, (IReadOnlyList<BoundTable> Tables, string? Problem)>(StringComparer.Ordinal);
        await using var real = new ToolEffects(grants);
        foreach (var name in grants.Databases.Keys)
        {
            try
            {
                tables[name] = (await real.TablesOfAsync(name, cancellationToken), null);
            }
            catch (ToolException e)
            {
                tables[name] = ([], e.Message);
            }
        }

        var inputs = SpecSet.Find([folder], cancellationToken).Inputs;
        var specs = new Forge.Forge().Read(inputs, cancellationToken).Where(tool => tool.Spec is not null && !tool.HasErrors).Select(tool => tool.Spec!).OrderBy(spec => spec.Name, StringComparer.Ordinal).Take(MaxTools).ToArray();
        return new(grants, effects, specs, tables);
    }

    /// <summary>For people and models.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        Section(text, "Folders", this.grants.Folders.Select(folder => $"{folder.Key}  {Word(folder.Value.Access)}"));
        foreach (var (name, database) in this.grants.Databases)
        {
            Line(text, $"Database {name}  {database.Provider}  {Word(database.Access)}");
            var (tables, problem) = this.tables[name];
            if (problem is not null) Line(text, $"  cannot be looked at: {problem}");
            foreach (var table in tables) Line(text, $"  {table.Name}({string.Join(", ", table.Columns.Select(column => column.Type is null ? column.Name : $"{column.Name} {column.Type}"))})");
        }

        Section(text, "Secrets", this.grants.Secrets.Select(secret => $"{secret.Key}  {(this.IsSet(secret.Value) ? "set" : $"not set: environment variable {secret.Value.Env}")}  {(secret.Value.Origins.Count == 0 ? "signs only" : string.Join(" ", secret.Value.Origins))}"));
        Section(text, "Settings", this.grants.Settings.Select(setting => $"{setting.Key}  {setting.Value}"));
        Section(text, "Requests", this.grants.Http.Select(one => $"{string.Join(" ", one.Methods)}  {one.Origin}{(one.ConnectTo is null ? "" : $"  connects to {one.ConnectTo}")}"));
        Section(text, "Tools", this.tools.Select(spec => $"{spec.Name}@{spec.Version}  {spec.Description.Value.Split('\n')[0]}"));
        return text.Length == 0 ? "Nothing is bound here, and no tool lies here.\n" : text.ToString();
    }

    /// <summary>For programs.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        Objects(json, "folders", this.grants.Folders, folder => json.WriteString("access", Word(folder.Access)));
        Objects(json, "databases", this.grants.Databases, (name, database) =>
        {
            json.WriteString("provider", database.Provider);
            json.WriteString("access", Word(database.Access));
            var (tables, problem) = this.tables[name];
            if (problem is not null) json.WriteString("problem", problem);
            json.WriteStartObject("tables");
            foreach (var table in tables)
            {
                json.WriteStartArray(table.Name);
                foreach (var column in table.Columns)
                {
                    json.WriteStartObject();
                    json.WriteString("name", column.Name);
                    if (column.Type is not null) json.WriteString("type", column.Type);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        });
        Objects(json, "secrets", this.grants.Secrets, secret =>
        {
            json.WriteString("env", secret.Env);
            json.WriteBoolean("set", this.IsSet(secret));
            Texts(json, "origins", secret.Origins);
        });
        json.WriteStartObject("settings");
        foreach (var setting in this.grants.Settings) json.WriteString(setting.Key, setting.Value);
        json.WriteEndObject();
        json.WriteStartArray("http");
        foreach (var one in this.grants.Http)
        {
            json.WriteStartObject();
            json.WriteString("origin", one.Origin);
            Texts(json, "methods", one.Methods);
            if (one.ConnectTo is not null) json.WriteString("connectTo", one.ConnectTo);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Objects(json, "tools", this.tools.DistinctBy(spec => spec.Name).ToDictionary(spec => spec.Name), spec =>
        {
            json.WriteString("version", spec.Version);
            json.WriteString("description", spec.Description.Value);
        });
        json.WriteEndObject();
    }

    private bool IsSet(SecretGrant secret) => this.effects?.Variables.ContainsKey(secret.Env) is true;

    private static string Word(GrantAccess access) => access.ToString().ToLowerInvariant();

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var any = false;
        foreach (var line in lines)
        {
            if (!any) text.Append(title).Append('\n');
            any = true;
            Line(text, "  " + line);
        }
    }

    // A database's own names are anybody's: none of them begins a line that looks like one of ours.
    private static void Line(StringBuilder text, string line) => text.Append(Printable.Of(line)).Append('\n');

    private static void Objects<T>(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, T> items, Action<T> write) => Objects(json, name, items, (_, item) => write(item));

    private static void Objects<T>(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, T> items, Action<string, T> write)
    {
        json.WriteStartObject(name);
        foreach (var (key, item) in items)
        {
            json.WriteStartObject(key);
            write(key, item);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
