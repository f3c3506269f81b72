using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using ToolGen.Forge.Compilation;
using ToolGen.Generator;
using ToolGen.Generator.Emit;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Specs;

namespace ToolGen.TestSupport.Schemas;

/// <summary>Cases of the suite as C#: each schema becomes the type of an argument <c>v</c> of a tool of its own, and every value a call.</summary>
internal static class PrintedSuite
{
    /// <summary>Prints, compiles and calls.</summary>
    /// <param name="cases">The cases; one whose schema the rules refuse is left out.</param>
    /// <param name="options">By which rules the schemas are read.</param>
    /// <returns>A verdict for each value of each case that stands in a tool.</returns>
    public static async Task<PrintedRun> RunAsync(IReadOnlyList<SuiteCase> cases, SchemaOptions options)
    {
        var printed = new List<(SuiteCase Case, ToolSpec Spec, ToolUnit Unit)>();
        var refused = new List<SuiteCase>();
        foreach (var one in cases)
        {
            if (Print(one, printed.Count, options) is { } tool) printed.Add((one, tool.Spec, tool.Unit));
            else refused.Add(one);
        }

        var compiled = ToolCompiler.Compile(printed.Select(one => one.Unit).ToArray());
        if (compiled.Tools.FirstOrDefault(tool => !tool.IsCompiled) is { } failed) throw new InvalidOperationException(string.Join("\n", failed.Findings));
        using var tools = new LoadedTools(compiled.Image.AsSpan());
        var answers = new List<PrintedAnswer>();
        foreach (var (one, spec, unit) in printed)
        {
            var tool = tools.Find(unit.TypeName)!;
            var schema = spec.Input.Root.Properties[0].Schema;
            foreach (var test in one.Tests)
            {
                var result = await tool.CallAsync(Encoding.UTF8.GetBytes($"{{\"v\":{test.Data}}}"), new SystemToolContext());
                answers.Add(new(one, test, SchemaInterpreter.Check(spec.Input, schema, test.Data).Count == 0, !result.IsError, result.IsError ? $"{result.Errors[0].Pointer} {result.Errors[0].Message}" : ""));
            }
        }

        return new(answers, refused);
    }

    private static (ToolSpec Spec, ToolUnit Unit)? Print(SuiteCase one, int index, SchemaOptions options)
    {
        var name = "s" + index;
        var schema = one.Schema is JsonObject members && members.Member("$id") is null
            ? new JsonObject([new("$id", default, new JsonString($"https://suite.example/{name}", default)), .. members.Members], default).ToString()
            : one.Schema.ToString();
        var source = new SourceText($"tools/{name}.tool.json", $$"""
            { "name": "{{name}}", "description": "A case of the suite.",
              "inputSchema": { "type": "object", "properties": { "v": {{schema}} }, "required": ["v"] },
              "outputSchema": { "type": "object", "properties": {}, "additionalProperties": false },
              "implementation": { "kind": "code", "body": "return new Output();" },
              "examples": [ { "input": { "no_such": 1 }, "error": "invalid_input" } ] }
            """);
        if (SpecReader.Read(source, options).Spec is not { } spec) return null;
        var generated = ToolSource.Generate(spec, new GenerationOptions());
        if (generated.IsFallback) throw new InvalidOperationException(one.Description + "\n" + string.Join("\n", generated.Findings));
        return (spec, new(name, "Tools", generated.ClassName, GeneratedFile.Of([generated.Source]), source));
    }
}

/// <param name="Answers">In the order of the suite.</param>
/// <param name="Refused">Cases whose schema the rules refuse.</param>
internal sealed record PrintedRun(IReadOnlyList<PrintedAnswer> Answers, IReadOnlyList<SuiteCase> Refused);

/// <param name="Case">The schema.</param>
/// <param name="Test">The value.</param>
/// <param name="Interpreted">Whether the interpreter lets it pass.</param>
/// <param name="Printed">Whether the tool lets it pass.</param>
/// <param name="Message">What the tool says of it, where it does not.</param>
internal sealed record PrintedAnswer(SuiteCase Case, SuiteTest Test, bool Interpreted, bool Printed, string Message)
{
    public override string ToString() => $"{this.Case.Line(this.Test)}: interpreter {this.Interpreted}, printed {this.Printed} {this.Message}";
}
