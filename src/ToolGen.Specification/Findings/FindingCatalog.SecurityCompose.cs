namespace ToolGen.Specification.Findings;

/// <summary>What one tool got from outside and a composite hands to another: {0} is the step, {1} the member, {2} the tool, {3} what it does, {4} the way.</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor StepFromOutside = new(
        "TG3030",
        "From outside into a dangerous step",
        FindingSeverity.Warning,
        "step {0} gives {1} what came from outside ({4}), and {2} {3}",
        "Narrow {1} in the inputSchema of {2}, or where it comes from in the outputSchema, by an enum, a format such as uuid, or a pattern from ^ to $ that takes no slash and no quote; or pass a value of the caller's own input.",
        "What a server answers, what stands in a file or in a row was written by somebody else. A step that makes a path, an address or SQL of it does what that somebody wants: another file, another host, another statement. A schema that says which values there can be stops all others at the call, and a check in `fail`, in `when` or in the tool's own code counts as well. A pattern without `^` and `$` is found in the middle of any text and stops nothing.",
        "\"feed\": {\"tool\": \"read_feed\", \"input\": {\"url\": \"{url}\"}},\n\"save\": {\"tool\": \"save_text\", \"input\": {\"path\": \"{feed.title}\", \"text\": \"{feed.text}\"}}",
        "\"feed\": {\"tool\": \"read_feed\", \"input\": {\"url\": \"{url}\"}},\n\"save\": {\"tool\": \"save_text\", \"input\": {\"path\": \"{path}\", \"text\": \"{feed.text}\"}}");
}
