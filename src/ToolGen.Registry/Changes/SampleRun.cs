namespace ToolGen.Registry.Changes;

/// <summary>What came of a sample of the older version, run with the newer one.</summary>
/// <param name="Given">The hash of what it asks (<see cref="Specification.Evidence.SeenSample.Given"/>).</param>
/// <param name="Passed">Whether the newer version gives what the sample states.</param>
public sealed record SampleRun(string Given, bool Passed);
