using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using ToolGen.Specification.Fixes;
using JsonDocument = System.Text.Json.JsonDocument;
using SourceText = ToolGen.Specification.Json.SourceText;
using ToolGen.TestSupport;

namespace ToolGen.Forge.Tests.Bfcl;

/// <summary>One function of the Berkeley Function Calling Leaderboard, as a spec of a declared tool: every schema verbatim, nothing mended.</summary>
/// <param name="Id">The question's id, or file and line.</param>
/// <param name="Name">The name that the rule gives it among all.</param>
/// <param name="Function">As the file has it.</param>
/// <param name="Answer">The accepted values by argument; null where the set has none.</param>
internal sealed record BfclDocument(string Id, string Name, JsonElement Function, JsonElement? Answer)
{
    public SourceText Spec
    {
        get
        {
            var text = new StringBuilder("{\n");
            text.Append("  \"name\": ").Append(this.Function.GetProperty("name").GetRawText()).Append(",\n");
            text.Append("  \"description\": ").Append(this.Function.GetProperty("description").GetRawText()).Append(",\n");
            text.Append("  \"inputSchema\": ").Append(this.Function.GetProperty("parameters").GetRawText());
            // The single questions and one function say nothing of the answer: any object.
            text.Append(",\n  \"outputSchema\": ").Append(this.Function.TryGetProperty("response", out var response) ? response.GetRawText() : """{ "type": "object" }""");
            return new(this.Name + ".tool.json", text.Append("\n}\n").ToString());
        }
    }

    /// <summary>All 562: 400 of single questions, then those of the twelve multi-turn files, in ordinal order.</summary>
    public static IReadOnlyList<BfclDocument> All()
    {
        var documents = new List<(string Id, JsonElement Function, JsonElement? Answer)>();
        var questions = Lines(SharedData.Require("data", "bfcl", "BFCL_v4_simple_python.json"));
        var answers = Lines(SharedData.Require("data", "bfcl", "possible_answer", "BFCL_v4_simple_python.json"));
        foreach (var (question, answer) in questions.Zip(answers))
        {
            var function = question.GetProperty("function")[0];
            documents.Add((question.GetProperty("id").GetString()!, function, answer.GetProperty("ground_truth")[0].GetProperty(function.GetProperty("name").GetString()!)));
        }

        foreach (var file in Directory.GetFiles(SharedData.Require("data", "bfcl", "multi_turn_func_doc"), "*.json").Order(System.StringComparer.Ordinal))
            documents.AddRange(Lines(file).Select((function, line) => ($"{Path.GetFileName(file)}:{line + 1}", function, (JsonElement?)null)));

        var names = SpecNames.Distinct(documents.Select(document => document.Function.GetProperty("name").GetString()!));
        return documents.Select((document, index) => new BfclDocument(document.Id, names[index], document.Function, document.Answer)).ToArray();
    }

    private static List<JsonElement> Lines(string path) =>
        File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement).ToList();
}
