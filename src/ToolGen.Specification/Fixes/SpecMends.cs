using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Fixes;

/// <summary>
/// Finds every near miss of a spec that has one mechanical remedy: findings whose fix says the same thing in the words of the format.
/// A spec without near misses gives none. C# is not looked into here.
/// </summary>
public static class SpecMends
{
    /// <summary>The mends of a spec as it stands; some show only when others are made, so <see cref="SpecFixer"/> asks again.</summary>
    public static EquatableArray<Finding> Find(JsonDocument spec)
    {
        var sink = new MendSink(spec.Source);
        if (spec.Root is JsonObject root) new Walk(sink, root).Run();
        return sink.ToArray();
    }

    /// <summary>The mends of a file of held-out samples.</summary>
    public static EquatableArray<Finding> FindInSamples(JsonDocument samples)
    {
        var sink = new MendSink(samples.Source);
        var list = samples.Root;
        if (list is JsonObject { } @object)
        {
            SampleMends.Given(sink, @object["given"]);
            list = @object["tests"];
        }

        SampleMends.List(sink, list);
        return sink.ToArray();
    }

    /// <summary>Renames the keys that a table knows, unless the right one stands there too.</summary>
    internal static void Keys(MendSink sink, JsonObject @object, IReadOnlyDictionary<string, string> table)
    {
        var taken = new HashSet<string>(@object.Members.Select(member => member.Name));
        foreach (var member in @object.Members)
            if (table.TryGetValue(member.Name, out var name) && taken.Add(name)) sink.Rename(FindingCatalog.AliasKey, member, name);
    }

    private sealed class Walk(MendSink sink, JsonObject root)
    {
        private static readonly Regex RowColumn = new(@"\{row\[(\w{1,64})\]\}", RegexOptions.CultureInvariant);

        public void Run()
        {
            Keys(sink, root, Aliases.Root);
            this.Name();
            SchemaMends.Schema(sink, root["inputSchema"]);
            SchemaMends.Schema(sink, root["outputSchema"]);
            this.Implementation(root["implementation"]);
            this.Implementation(root["fallback"]);
            var column = ColumnInput(root["implementation"] as JsonObject);
            SampleMends.List(sink, root["examples"], column);
            if (root.Member("tests") is { Value: JsonArray or JsonObject } tests)
                sink.AddWithoutFix(FindingCatalog.SamplesInSpec, tests.NameSpan, "tests", (FileName(sink.Path) ?? "NAME") + ".tests.json");
            SampleMends.List(sink, root["tests"] is JsonObject held ? held["tests"] : root["tests"], column);
            SampleMends.Given(sink, root["given"]);
        }

        // The file says which name is meant: two specs could come to the same one.
        private void Name()
        {
            if (root["name"] is not JsonString name) return;
            var file = FileName(sink.Path);
            if (SpecNames.IsLegal(name.Value))
            {
                // A repeat that was numbered: the file carries the number.
                if (file is not null && file != name.Value && SpecNames.IsMended(name.Value, file))
                    sink.Replace(FindingCatalog.MendedName, name, new JsonString(file, default), name.Value, file);
                return;
            }

            var mended = SpecNames.Mend(name.Value);
            if (file is not null && SpecNames.IsLegal(file) && SpecNames.IsMended(name.Value, file))
                sink.Replace(FindingCatalog.MendedName, name, new JsonString(file, default), name.Value, file);
            else if (file is null || file == name.Value)
                sink.Replace(FindingCatalog.MendedName, name, new JsonString(mended, default), name.Value, mended);
            else
                sink.AddWithoutFix(FindingCatalog.MendedName, name.Span, name.Value, mended);
        }

        private void Implementation(JsonNode? node)
        {
            if (node is not JsonObject implementation || implementation["kind"] is not JsonString { Value: var kind }) return;
            Keys(sink, implementation, Aliases.Implementation(kind));
            SchemaMends.Schema(sink, implementation["responseSchema"]);
            SchemaMends.Schema(sink, implementation["recordSchema"]);
            ShortRecordMends.Record(sink, implementation["response"]);
            ShortRecordMends.Record(sink, implementation["record"]);
            switch (kind)
            {
                case "http": HttpMends.Implementation(sink, implementation); break;
                case "transform" or "file": TransformMends.Implementation(sink, implementation); break;
                case "sql": SqlMends.Implementation(sink, root, implementation); break;
                case "compose": ComposeMends.Implementation(sink, root, implementation); break;
            }
        }

        // file: "out/{row[column]}.csv" takes the column that an input names.
        private static string? ColumnInput(JsonObject? implementation)
        {
            var path = implementation?["write"] is JsonObject write ? write["path"] : implementation?["write"];
            if (path is not JsonString { Value: var text }) return null;
            var found = RowColumn.Matches(text);
            return found.Count == 1 ? found[0].Groups[1].Value : null;
        }

        private static string? FileName(string path)
        {
            var file = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
            const string ending = ".tool.json";
            return file.EndsWith(ending, System.StringComparison.OrdinalIgnoreCase) ? file.Substring(0, file.Length - ending.Length) : null;
        }
    }
}
