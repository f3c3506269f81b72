using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace ToolGen.Generator.Joining;

/// <summary>A method that another stack calls as its tool, and what it would be with <c>[Tool]</c>.</summary>
/// <param name="Method">The method.</param>
/// <param name="Name">The tool's name: the one that models know already.</param>
/// <param name="Arguments">Of <c>[Tool]</c>, as C#: <c>Name = "echo"</c>, <c>ReadOnly = true</c>.</param>
/// <param name="Services">Parameters that come from the host's services and have to say so.</param>
/// <param name="Problem">Why it stays as it is, in one line; null: it can join.</param>
public sealed record JoinCandidate(IMethodSymbol Method, string Name, IReadOnlyList<string> Arguments, IReadOnlyList<string> Services, string? Problem);
