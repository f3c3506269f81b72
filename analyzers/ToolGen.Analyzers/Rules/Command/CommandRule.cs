using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ToolGen.Analyzers.Taint;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Rules;

/// <summary>Which program runs, and what it is told.</summary>
internal sealed class CommandRule : FlowRule
{
    private const string Start = "System.Diagnostics.ProcessStartInfo";
    private const string Process = "System.Diagnostics.Process";

    /// <inheritdoc/>
    public override ImmutableArray<FindingDescriptor> Findings => [FindingCatalog.ProgramFromInput, FindingCatalog.CommandLineFromInput, FindingCatalog.OptionFromInput];

    /// <inheritdoc/>
    public override void Describe(FlowModel model)
    {
        Programs(model);
        Lines(model);
        Surroundings(model);
        foreach (var (danger, finding, place) in new[]
        {
            (Danger.Program, FindingCatalog.ProgramFromInput, WordPlace.Program), (Danger.CommandLine, FindingCatalog.CommandLineFromInput, WordPlace.Script),
            (Danger.Argument, FindingCatalog.OptionFromInput, WordPlace.Option),
        })
        {
            var sink = new Sink(danger, finding, null) { Arrives = call => CommandWords.At(call, place) };
            foreach (var type in new[] { "System.Collections.Generic.ICollection`1", "System.Collections.ObjectModel.Collection`1" }) model.Sink(sink, type, "Add");
            model.Sink(sink, Start, ".ctor");
            model.Sink(sink, Process, "Start");
            foreach (var name in new[] { "Run", "RunAsync", "ReadAsync" }) model.Sink(sink, "SimpleExec.Command", name);
        }
    }

    private static void Programs(FlowModel model)
    {
        void Sink(string type, string member, string parameter = "*") => model.Sink(Danger.Program, FindingCatalog.ProgramFromInput, type, member, parameter);
        Sink(Start, "FileName");
        Sink(Start, ".ctor", "fileName");
        Sink(Process, "Start", "fileName");
        Sink("CliWrap.Cli", "Wrap", "targetFilePath");
        Sink("CliWrap.Command", "WithTargetFile", "targetFilePath");
        Sink("Medallion.Shell.Command", "Run", "executable");
        foreach (var name in new[] { "Run", "RunAsync", "ReadAsync" }) Sink("SimpleExec.Command", name, "name");
    }

    private static void Lines(FlowModel model)
    {
        void Sink(string type, string member, string parameter = "*") => model.Sink(Danger.CommandLine, FindingCatalog.CommandLineFromInput, type, member, parameter);
        Sink(Start, "Arguments");
        Sink("Microsoft.VisualBasic.Interaction", "Shell", "PathName");
        Sink("System.Management.Automation.PowerShell", "AddScript", "script");
        Sink("System.Management.Automation.PowerShell", "AddCommand", "cmdlet");
        Sink("Renci.SshNet.SshClient", "RunCommand", "commandText");
        Sink("Renci.SshNet.SshClient", "CreateCommand", "commandText");
        foreach (var (type, member) in new[] { (Start, ".ctor"), (Process, "Start"), ("CliWrap.Command", "WithArguments"), ("SimpleExec.Command", "Run"), ("SimpleExec.Command", "RunAsync"), ("SimpleExec.Command", "ReadAsync") })
            model.Sink(Danger.CommandLine, FindingCatalog.CommandLineFromInput, type, member, "arguments|args", call => call.Member is IMethodSymbol method && method.Parameters.Any(parameter => parameter.Name is "arguments" or "args" && parameter.Type.SpecialType == SpecialType.System_String));
        foreach (var name in new[] { "Write", "WriteLine", "WriteAsync", "WriteLineAsync" })
            model.Sink(Danger.CommandLine, FindingCatalog.CommandLineFromInput, "System.IO.TextWriter", name, "value|buffer", call => call.Part == "StandardInput" && CommandWords.IsShell(CommandWords.ProgramOf(call)));
    }

    /// <summary>The folder and the variables that a program starts with decide what it loads.</summary>
    private static void Surroundings(FlowModel model)
    {
        model.Sink(Danger.Path, FindingCatalog.ProgramFromInput, Start, "WorkingDirectory");
        model.Sink(Danger.Path, FindingCatalog.ProgramFromInput, "CliWrap.Command", "WithWorkingDirectory");
        foreach (var type in new[] { "System.Collections.Generic.IDictionary`2", "System.Collections.Specialized.StringDictionary" })
            foreach (var member in new[] { "this[]", "Add", "TryAdd" })
            {
                model.Sink(Danger.Program, FindingCatalog.ProgramFromInput, type, member, "key", IsEnvironment);
                model.Sink(Danger.Program, FindingCatalog.ProgramFromInput, type, member, "value", call => IsEnvironment(call) && EnvironmentNames.DecidesCode(call.Text("key")));
            }

        model.Sink(Danger.Program, FindingCatalog.ProgramFromInput, "System.Environment", "SetEnvironmentVariable", "variable");
        model.Sink(Danger.Program, FindingCatalog.ProgramFromInput, "System.Environment", "SetEnvironmentVariable", "value", call => EnvironmentNames.DecidesCode(call.Text("variable")));
    }

    private static bool IsEnvironment(SinkSite call) => call.Part is "Environment" or "EnvironmentVariables";
}
