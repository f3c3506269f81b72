using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Effects;
using ToolGen.Generator.Signatures;
using ToolGen.Generator.Tests.Harness;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Tests.Compose;

/// <summary>Composites for tests: specs written short, generated against the specs of their children, run against stubs.</summary>
internal static class Composite
{
    /// <summary>A spec of a child: declared, so that nothing but its schemas counts.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="input">The properties of its input, all of them required but those whose names end with <c>?</c>.</param>
    /// <param name="output">The properties of its output, likewise.</param>
    /// <param name="more">Further members of the spec, with a comma in front.</param>
    public static string Child(string name, string input, string output, string more = "") =>
        $$"""{"name": "{{name}}", "description": "A child.", "inputSchema": {{Schema(input)}}, "outputSchema": {{Schema(output)}}{{more}}, "examples": [{"input": {"no_such": 1}, "error": "invalid_input /no_such"}]}""";

    /// <summary>A composite.</summary>
    /// <param name="input">As for <see cref="Child"/>.</param>
    /// <param name="output">As for <see cref="Child"/>.</param>
    /// <param name="implementation">The members of the implementation behind <c>kind</c>.</param>
    /// <param name="more">Further members of the spec, with a comma in front.</param>
    public static string Text(string input, string output, string implementation, string more = "") =>
        $$"""
        {"name": "sample", "description": "A composite.", "inputSchema": {{Schema(input)}}, "outputSchema": {{Schema(output)}}{{more}},
        "implementation":
        {"kind": "compose", {{implementation}}},
        "examples": [{"input": {"no_such": 1}, "error": "invalid_input /no_such"}]}
        """;

    /// <summary>The signatures of specs.</summary>
    public static ToolSignatures Signatures(params IEnumerable<string> specs) => new(specs.Select(spec => ToolSignature.Of(TestSpec.Read(spec))));

    /// <summary>The ids of what the generator finds, each with the text of the spec that it stands at.</summary>
    public static string Findings(string composite, params string[] children)
    {
        var spec = TestSpec.Read(composite);
        var generated = ToolSource.Generate(spec, new GenerationOptions { Tools = Signatures([.. children, composite]) });
        return string.Join("; ", generated.Findings.Select(finding => $"{finding.Id} {spec.Source.Text.Substring(finding.Place.Span.Start, finding.Place.Span.Length)}"));
    }

    /// <summary>The messages of what the generator finds.</summary>
    public static string Said(string composite, params string[] children) =>
        string.Join("\n", ToolSource.Generate(TestSpec.Read(composite), new GenerationOptions { Tools = Signatures(children) }).Findings);

    /// <summary>The composite, compiled.</summary>
    public static Tool Load(string composite, params string[] children) => CompiledTool.Load(TestSpec.Read(composite), Signatures(children));

    /// <summary>Calls it with these stubs around, and gives the output or the errors as one line.</summary>
    public static async Task<string> Answer(this Tool tool, string arguments, params Tool[] stubs)
    {
        var result = await tool.CallAsync(arguments, stubs);
        return result.IsError
            ? string.Join("; ", result.Errors.Select(e => $"{e.Code} {e.Pointer}".TrimEnd() + ": " + e.Message))
            : Encoding.UTF8.GetString(result.Output.Span);
    }

    /// <summary>Calls it with these stubs around.</summary>
    public static async Task<ToolResult> CallAsync(this Tool tool, string arguments, IReadOnlyList<Tool> stubs, CancellationToken cancellationToken = default)
    {
        await using var effects = new ToolEffects(new Grants(), new ToolEffectsOptions { FindTool = ToolEffectsOptions.ToolsOf(new ToolCatalog(stubs)) });
        return await tool.CallAsync(Encoding.UTF8.GetBytes(arguments), effects.For(tool), cancellationToken);
    }

    // {"a": …, "b?": …} → a schema; the text is members of an object.
    private static string Schema(string properties)
    {
        var members = ((JsonObject)JsonReader.Read(new SourceText("test", "{" + properties + "}")).Root!).Members;
        var printed = members.Select(member => $"\"{member.Name.TrimEnd('?')}\": {member.Value}");
        var required = members.Where(member => !member.Name.EndsWith('?')).Select(member => $"\"{member.Name}\"");
        return $$"""{"type": "object", "properties": { {{string.Join(", ", printed)}} }, "required": [{{string.Join(", ", required)}}]}""";
    }
}
