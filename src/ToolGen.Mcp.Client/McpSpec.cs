using System.Collections.Generic;
using ToolGen.Specification.Findings;

namespace ToolGen.Mcp.Client;

/// <summary>A tool of a server as a spec for a project: without implementation, to be reviewed by a person and named as a step of a <c>compose</c>.</summary>
/// <param name="Name">The tool's name; the file is called <c>NAME.tool.json</c>.</param>
/// <param name="Tool">The server's name of it, made visible and cut to 100 characters.</param>
/// <param name="Text">The spec, laid out; <c>x-mcp</c> has its origin and fingerprint.</param>
/// <param name="Findings">What was mended or left out, for the person who reviews it.</param>
public sealed record McpSpec(string Name, string Tool, string Text, IReadOnlyList<Finding> Findings);
