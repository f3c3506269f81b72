using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Fixes;

/// <summary>Moves <c>tests</c> of a spec into <c>NAME.tests.json</c> (SPEC §4). Two files change, so it is no ordinary fix.</summary>
internal static class HeldOutSamples
{
    private const string Ending = ".tool.json";

    /// <summary>The new text of the samples' file; null where nothing is to be moved, or nowhere to.</summary>
    public static SourceText? Move(SpecFixer.Rounds spec, SpecFixer.Rounds? samples)
    {
        if (spec.Document.Findings.Count > 0 || spec.Document.Root is not JsonObject root) return null;
        if (root.Member("tests") is not { } member || List(member.Value) is not { } moved) return null;
        var path = samples?.Text.Path ?? PathBeside(spec.Text.Path);
        JsonNode whole;
        if (samples is null)
        {
            whole = member.Value;
        }
        else
        {
            if (samples.Document.Findings.Count > 0 || samples.Document.Root is not { } there || List(there) is not { } kept) return null;
            // What two files say of the world before can't be joined without a choice.
            if (member.Value is JsonObject { Members: var own } && own.Any(part => part.Name == "given")) return null;
            var known = new HashSet<string>(kept.Items.Select(JsonWriter.Canonical));
            var joined = new JsonArray([.. kept.Items, .. moved.Items.Where(item => known.Add(JsonWriter.Canonical(item)))], default);
            whole = there is JsonObject @object
                ? new JsonObject(@object.Members.Select(part => part.Name == "tests" ? new JsonMember("tests", default, joined) : part).ToArray(), default)
                : joined;
        }

        var fix = new FindingFix($"move {moved.Items.Count} samples into {Name(path)}", new(MendSink.Removing(root, member)));
        spec.Apply([new(FindingCatalog.SamplesInSpec, Place.Of(spec.Text, member.NameSpan), new("tests", Name(path)), fix)]);
        return new(path, JsonWriter.Indented(whole, SpecFormatter.Columns) + "\n");
    }

    private static JsonArray? List(JsonNode node) => node as JsonArray ?? (node as JsonObject)?["tests"] as JsonArray;

    private static string PathBeside(string spec) =>
        (spec.EndsWith(Ending, System.StringComparison.OrdinalIgnoreCase) ? spec.Substring(0, spec.Length - Ending.Length) : spec) + ".tests.json";

    private static string Name(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
