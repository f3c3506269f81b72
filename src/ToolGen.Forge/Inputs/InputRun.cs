using System;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Forge.Trial;
using ToolGen.Sandbox;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;
using ToolGen.Testing;

namespace ToolGen.Forge.Inputs;

/// <summary>One input in the sandbox, with the world of the tool's first sample; what that world refuses is an answer like any other.</summary>
internal sealed partial class InputRun(ForgedTool tool, Tool runnable, Func<string, Tool?> find, TrialSandbox sandbox)
{
    private const int Patience = 20;

    private static readonly TimeSpan LeastPatience = TimeSpan.FromMilliseconds(500), MostPatience = TimeSpan.FromSeconds(2);

    private readonly TimeSpan patience = TimeSpan.FromTicks(Math.Clamp(
        TimeSpan.FromMilliseconds(Patience * tool.Samples.Select(sample => sample.Result.Milliseconds).DefaultIfEmpty().Max()).Ticks, LeastPatience.Ticks, MostPatience.Ticks));

    /// <summary>Runs an input.</summary>
    /// <returns>Null where no process could be had.</returns>
    public async Task<InputAnswer?> AnswerAsync(JsonNode input, Given? given, Given? outer, CancellationToken cancellationToken)
    {
        var sample = new Sample(new JsonObject([], default)) { Input = input, Given = given, OutputUnknown = true };
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(this.patience);
        var (result, run) = await sandbox.WatchAsync(tool.Name, () => SampleRunner.RunAsync(runnable, tool.Spec!, sample, outer, find, late.Token));
        cancellationToken.ThrowIfCancellationRequested();
        return run?.End switch
        {
            SandboxEnd.NotStarted => null,
            null when late.IsCancellationRequested => new(result, true, null),
            SandboxEnd.Canceled or SandboxEnd.TimedOut or SandboxEnd.Processor or SandboxEnd.Memory => new(result, true, null),
            SandboxEnd.Crashed or SandboxEnd.Protocol => new(result, false, new(FindingCatalog.InputBreaks, "ends the process that runs it")),
            _ => new(result, false, Fault(result)),
        };
    }

    private static InputFault? Fault(SampleResult result)
    {
        foreach (var error in result.Errors)
        {
            if (error.Code == ToolErrorCodes.Internal)
                return new(FindingCatalog.InputThrows, Thrown().Match(error.Message) is { Success: true } thrown ? $"makes it throw {thrown.Groups[1].Value}" : "makes it fail without an error of its own");

            // What a sample's world answers may not fit the input: of that the output's shape is no proof.
            if (error.Code == ToolErrorCodes.InvalidOutput)
                return new(result.Used.Any(IsAnswered) ? FindingCatalog.InputThrows : FindingCatalog.InputBreaks, $"gets an output that `outputSchema` refuses: {error.Pointer} {error.Message}");
        }

        return null;
    }

    private static bool IsAnswered(string capability) => capability.Split(' ')[0] is not ("clock" or "random");

    // The contract words it so.
    [GeneratedRegex(@"^the tool failed with (\w+) at ", RegexOptions.CultureInvariant)]
    private static partial Regex Thrown();
}

/// <summary>What is wrong with the answer to an input.</summary>
/// <param name="Descriptor">The finding.</param>
/// <param name="What">Such as <c>makes it throw OverflowException</c>.</param>
internal sealed record InputFault(FindingDescriptor Descriptor, string What);

/// <summary>What came of an input.</summary>
/// <param name="Result">The run.</param>
/// <param name="IsLate">Whether it ran into a limit of time or memory.</param>
/// <param name="Fault">What is wrong with that; null: nothing.</param>
internal sealed record InputAnswer(SampleResult Result, bool IsLate, InputFault? Fault)
{
    /// <summary>The answer in one text, equal for equal ones.</summary>
    public string Text => this.Result.Output is { } output
        ? JsonReader.Read("output", Encoding.UTF8.GetBytes(output)) is { Root: { } root, Findings.Count: 0 } ? JsonWriter.Canonical(root) : output
        : string.Join("; ", this.Result.Errors.Select(error => $"{error.Code} {error.Pointer}".TrimEnd()));
}
