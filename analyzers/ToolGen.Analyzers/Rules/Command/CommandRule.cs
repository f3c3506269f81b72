using System.Collections.Immutable;
using ToolGen.Analyzers.Taint;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Rules;

/// <summary>Which program runs, and what it is told.</summary>
internal sealed class CommandRule : FlowRule
{
    private const string Start = "System.Diagnostics.ProcessStartInfo";

    /// <inheritdoc/>
    public override ImmutableArray<FindingDescriptor> Findings => [FindingCatalog.ProgramFromInput, FindingCatalog.CommandLineFromInput, FindingCatalog.OptionFromInput];

    /// <inheritdoc/>
    public override void Describe(FlowModel model)
    {
        model.Sink(Danger.Program, FindingCatalog.ProgramFromInput, Start, "FileName");
        model.Sink(Danger.Program, FindingCatalog.ProgramFromInput, Start, ".ctor", "fileName");
        model.Sink(Danger.Program, FindingCatalog.ProgramFromInput, "System.Diagnostics.Process", "Start", "fileName");
        model.Sink(Danger.CommandLine, FindingCatalog.CommandLineFromInput, Start, "Arguments");
        model.Sink(Danger.CommandLine, FindingCatalog.CommandLineFromInput, Start, ".ctor", "arguments");
        model.Sink(Danger.CommandLine, FindingCatalog.CommandLineFromInput, "System.Diagnostics.Process", "Start", "arguments");
    }
}
