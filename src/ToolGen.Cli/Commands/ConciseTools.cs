using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ToolGen.Cli.Output;
using ToolGen.Forge;
using ToolGen.Forge.Specs;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Specs;

namespace ToolGen.Cli.Commands;

/// <summary><c>toolgen schema --concise</c>: tools in few words.</summary>
internal sealed class ConciseTools
{
    private readonly IReadOnlyList<Said> tools;
    private readonly IReadOnlyList<Finding> unread;

    public ConciseTools(IEnumerable<ForgedTool> tools, int budget, IReadOnlyList<Finding> unread)
    {
        this.tools = [.. tools.Where(tool => tool.Spec is not null).Select(tool => Said.Of(tool, tool.Spec!, budget))];
        this.unread = unread;
    }

    /// <summary>Whether one of them does not fit, or could not be read.</summary>
    public bool HasErrors => this.unread.Any(finding => finding.Severity == FindingSeverity.Error) || this.tools.Any(tool => tool.Problem is not null);

    public void Write(Terminal terminal)
    {
        terminal.Out.Write(string.Join("\n", this.tools.Select(tool => tool.Prompt).OfType<string>().Select(prompt => prompt + "\n")));
        foreach (var tool in this.tools.Where(tool => tool.Problem is not null)) terminal.Error.WriteLine($"{tool.Tool.Input.Path}: error: {tool.Problem}");
        FindingText.Write(terminal.Error, this.unread, terminal.ColorError);
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("tools");
        foreach (var tool in this.tools)
        {
            json.WriteStartObject();
            json.WriteString("path", tool.Tool.Input.Path);
            json.WriteString("name", tool.Tool.Name);
            json.WriteString("prompt", tool.Prompt);
            json.WriteString("error", tool.Problem);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Findings("findings", this.unread);
        json.WriteEndObject();
    }

    private sealed record Said(ForgedTool Tool, string? Prompt, string? Problem)
    {
        public static Said Of(ForgedTool tool, ToolSpec spec, int budget)
        {
            try
            {
                return new(tool, spec.ToPrompt(budget), null);
            }
            catch (ArgumentException e)
            {
                return new(tool, null, e.Message);
            }
        }
    }
}
