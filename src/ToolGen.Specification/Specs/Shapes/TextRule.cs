using System;

namespace ToolGen.Specification.Specs.Shapes;

/// <summary>
/// Which strings will do: once as code (the reader runs in the compiler, where a regular expression's first use costs more than a
/// spec) and once as a pattern for the schema; a test holds the two together.
/// </summary>
/// <param name="Wanted">For a message, with its article.</param>
/// <param name="Example">What to write.</param>
/// <param name="Pattern">ECMA-262, anchored.</param>
/// <param name="Holds">The same as code.</param>
internal sealed record TextRule(string Wanted, string Example, string Pattern, Func<string, bool> Holds);
