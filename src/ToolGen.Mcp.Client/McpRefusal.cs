using System.Collections.Generic;
using ToolGen.Specification.Findings;

namespace ToolGen.Mcp.Client;

/// <summary>A tool of a server that was not imported.</summary>
/// <param name="Tool">The server's name of it, made visible and cut to 100 characters.</param>
/// <param name="Reason">A sentence.</param>
/// <param name="Findings">What its schemas have that cannot be enforced; empty where that is not the reason.</param>
public sealed record McpRefusal(string Tool, string Reason, IReadOnlyList<Finding> Findings);
