using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Specs;

/// <summary>What came of reading one <c>NAME.tool.json</c>.</summary>
/// <param name="Spec">The model; null where an error stands among the findings.</param>
/// <param name="Name">The spec's name where it can be read and is legal, also in a spec with errors.</param>
/// <param name="Document">The file as JSON.</param>
/// <param name="Findings">All findings, in the order of their places.</param>
public sealed record SpecReading(ToolSpec? Spec, string? Name, JsonDocument Document, EquatableArray<Finding> Findings);

/// <summary>What came of reading one <c>NAME.tests.json</c>.</summary>
/// <param name="Given">The world before, for every sample of the file; null where it is silent.</param>
/// <param name="Samples">The samples that could be read; empty where an error stands among the findings.</param>
/// <param name="Document">The file as JSON.</param>
/// <param name="Findings">All findings, in the order of their places.</param>
public sealed record TestsReading(Given? Given, EquatableArray<Sample> Samples, JsonDocument Document, EquatableArray<Finding> Findings);
