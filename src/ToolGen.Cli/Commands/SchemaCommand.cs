using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Files;
using ToolGen.Cli.Output;
using ToolGen.Forge;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Specs;
using ToolGen.Specification.Variants;

namespace ToolGen.Cli.Commands;

/// <summary><c>toolgen schema PATH…</c></summary>
internal static class SchemaCommand
{
    private static readonly Argument<string[]> Paths = GlobalOptions.Paths();
    private static readonly Option<bool> Json = GlobalOptions.Json();

    private static readonly Option<string?> Provider = ProviderOption.Create(
        "Print the variant for this provider's strict mode in place of the tool's own schema, and what it says less or otherwise on standard error.");

    private static readonly Option<bool> Concise = new("--concise") { Description = "Print each tool in few words, for a prompt: purpose, parameters with types and bounds, one example." };
    private static readonly Option<int?> Budget = new("--budget") { HelpName = "N", Description = $"With --concise: tokens that a tool takes at most, by an estimate. Default {ToolPrompts.DefaultBudget}." };

    public static Command Create()
    {
        var command = new DocumentedCommand("schema", "Print the schema of the arguments: the tool's own, the variant for a provider's strict mode, or the tool in few words.",
            "toolgen schema tools/check_iban.tool.json", "toolgen schema tools/check_iban.tool.json --provider openai", "toolgen schema tools --provider anthropic --json", "toolgen schema tools --concise --budget 200")
        {
            Paths, Provider, Concise, Budget, Json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Concise) && result.GetValue(Provider) is not null) result.AddError("--concise tells of the tool's own schema: leave --provider out.");
            if (result.GetValue(Budget) is < 1) result.AddError("--budget is a number from 1.");
            if (!result.GetValue(Concise) && result.GetValue(Budget) is not null) result.AddError("--budget goes with --concise.");
        });
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(parsed, cancellationToken)));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        var set = SpecFiles.Require(parsed.GetRequiredValue(Paths), cancellationToken);
        var provider = ProviderOption.Of(parsed, Provider);
        var tools = new Forge.Forge().Read(set.Inputs, cancellationToken);
        var unread = tools.Where(tool => tool.Spec is null).SelectMany(tool => tool.Findings).Concat(set.Findings).ToArray();
        if (parsed.GetValue(Concise))
        {
            var concise = new ConciseTools(tools, parsed.GetValue(Budget) ?? ToolPrompts.DefaultBudget, unread);
            if (parsed.GetValue(Json)) JsonOutput.Write(terminal.Out, concise.Write);
            else concise.Write(terminal);
            return concise.HasErrors ? ExitCode.Failed : ExitCode.Ok;
        }

        var said = tools.Where(tool => tool.Spec is not null).Select(tool => Said.Of(tool, tool.Spec!, provider)).ToArray();
        if (parsed.GetValue(Json)) JsonOutput.Write(terminal.Out, json => Write(json, provider, said, unread));
        else Write(terminal, said, tools.Count > 1, unread);
        return unread.Any(finding => finding.Severity == FindingSeverity.Error) ? ExitCode.Failed : ExitCode.Ok;
    }

    private static void Write(Terminal terminal, IReadOnlyList<Said> tools, bool isNamed, IReadOnlyList<Finding> unread)
    {
        foreach (var tool in tools)
        {
            if (isNamed) terminal.Out.WriteLine($"// {tool.Tool.Name}");
            terminal.Out.WriteLine(JsonWriter.Indented(tool.Schema));
            if (isNamed) terminal.Out.WriteLine();
            FindingText.Write(terminal.Error, tool.Findings, terminal.ColorError);
        }

        FindingText.Write(terminal.Error, unread, terminal.ColorError);
    }

    private static void Write(Utf8JsonWriter json, Provider? provider, IReadOnlyList<Said> tools, IReadOnlyList<Finding> unread)
    {
        json.WriteStartObject();
        json.WriteString("provider", provider?.Word);
        json.WriteStartArray("tools");
        foreach (var tool in tools)
        {
            json.WriteStartObject();
            json.WriteString("path", tool.Tool.Input.Path);
            json.WriteString("name", tool.Tool.Name);
            json.WriteBoolean("direct", tool.IsDirect);
            json.Json("inputSchema", JsonWriter.Canonical(tool.Schema));
            json.WriteStartArray("examples");
            foreach (var example in tool.Examples)
            {
                using var parsed = System.Text.Json.JsonDocument.Parse(JsonWriter.Canonical(example), new JsonDocumentOptions { MaxDepth = 512 });
                parsed.RootElement.WriteTo(json);
            }

            json.WriteEndArray();
            json.Findings("findings", tool.Findings);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Findings("findings", unread);
        json.WriteEndObject();
    }

    /// <summary>A tool's schema, and the inputs of its examples as they are said in it.</summary>
    private sealed record Said(ForgedTool Tool, JsonNode Schema, bool IsDirect, IReadOnlyList<JsonNode> Examples, IReadOnlyList<Finding> Findings)
    {
        public static Said Of(ForgedTool tool, ToolSpec spec, Provider? provider)
        {
            // An example of an error can be a call that the schema refuses: no variant has words for it.
            var inputs = spec.Examples.Select(example => example.Input).Where(input => SchemaInterpreter.Check(spec.Input, input).Count == 0).ToArray();
            if (provider is null) return new(tool, PublishedSchema.ToNode(spec.Input), true, inputs, []);
            var variant = Variant.Of(spec, provider);
            return new(tool, variant.Schema, variant.IsDirect, inputs.Select(variant.Say).ToArray(), variant.Findings(spec.Source));
        }
    }
}
