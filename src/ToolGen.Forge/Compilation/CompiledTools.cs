using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using ToolGen.Specification;
using ToolGen.Specification.Findings;

namespace ToolGen.Forge.Compilation;

/// <summary>What the compiler made of one tool.</summary>
/// <param name="Unit">What went in.</param>
/// <param name="Findings">What the compiler said, at the lines of the spec.</param>
/// <param name="IsCompiled">Whether the tool is in the assembly. False where an error stands.</param>
public sealed record CompiledTool(ToolUnit Unit, EquatableArray<Finding> Findings, bool IsCompiled);

/// <summary>One assembly of many tools; tools that do not compile are left out of it.</summary>
/// <param name="Image">The assembly with its debug information embedded; empty where no tool compiled. The same units give the same bytes.</param>
/// <param name="Tools">One entry a unit, in the same order.</param>
/// <param name="Elapsed">Wall time.</param>
public sealed record CompiledTools(ImmutableArray<byte> Image, IReadOnlyList<CompiledTool> Tools, TimeSpan Elapsed);
