using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ToolGen.Forge.Fixes;
using ToolGen.Forge.Specs;
using ToolGen.OpenApi;
using ToolGen.TestSupport;
using SourceText = ToolGen.Specification.Json.SourceText;

namespace ToolGen.Benchmarks.Route;

/// <summary>Specs of one origin.</summary>
/// <param name="Name">Of the group.</param>
/// <param name="Needs">The folder that holds them.</param>
/// <param name="Count">How many there are to be.</param>
/// <param name="Specs">Empty where the folder is not here.</param>
internal sealed record SpecGroup(string Name, string Needs, int Count, IReadOnlyList<SpecInput> Specs);

/// <summary>The specs that go the whole route.</summary>
internal static class RouteSpecs
{
    // What the specs of ../shared call.
    private static readonly string[] Called = ["backup_rate", "current_air_quality", "describe_numbers", "fetch_feed", "format_table", "query_sales", "write_text"];

    private static string Specs => Path.Combine(Repository.Root, "tests", "Specs");

    private static string Shared => Path.Combine(Path.GetDirectoryName(Repository.Root)!, "shared");

    public static IReadOnlyList<SpecGroup> Groups()
    {
        var own = SpecSet.Find([Specs]).Inputs;
        var blind = Path.Combine(Shared, "specs");
        var tables = Path.Combine(Shared, "data", "wtq-csv");
        var services = Path.Combine(Shared, "data", "restgpt", "specs");
        return
        [
            new("tests/Specs", "tests/Specs", own.Count, own),
            new("shared/specs and what they call", "../shared/specs", 27 + Called.Length, Directory.Exists(blind) ? [.. Mended(blind), .. own.Where(input => Called.Contains(Stem(input.Path)))] : []),
            new("tables of WikiTableQuestions", "../shared/data/wtq-csv", 450, Directory.Exists(tables) ? [.. TableSpecs.Of(Specs, tables)] : []),
            new("GET operations of RestBench", "../shared/data/restgpt", 77, Directory.Exists(services) ? [.. Operations(services)] : []),
        ];
    }

    private static string Stem(string path) => Path.GetFileName(path).Replace(SpecSet.Extension, "", StringComparison.Ordinal);

    // They were written blind: what is mechanical to mend is mended first, as `toolgen fix` does it.
    private static IEnumerable<SpecInput> Mended(string folder)
    {
        foreach (var path in Directory.GetFiles(folder, "*" + SpecSet.Extension).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            var mended = ToolFixer.Fix(new SourceText(name, File.ReadAllText(path)));
            yield return mended.HeldOut is { } tests
                ? new(name, Encoding.UTF8.GetBytes(mended.Spec.Text), null, name.Replace(SpecSet.Extension, ".tests.json", StringComparison.Ordinal), Encoding.UTF8.GetBytes(tests.Text))
                : new(name, Encoding.UTF8.GetBytes(mended.Spec.Text));
        }
    }

    private static IEnumerable<SpecInput> Operations(string folder) =>
        from document in new[] { "tmdb_oas.json", "spotify_oas.json" }
        from tool in new OpenApiImporter().Import(Path.Combine(folder, document)).Tools
        where tool.Method == "GET"
        select new SpecInput(tool.Name + SpecSet.Extension, Encoding.UTF8.GetBytes(tool.Text));
}
