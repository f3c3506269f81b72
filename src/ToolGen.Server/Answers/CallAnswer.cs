using ModelContextProtocol.Protocol;
using ToolGen.Registry;

namespace ToolGen.Server.Answers;

/// <summary>What came of a call, for the model that made it: where the tool itself is at fault, how to mend it.</summary>
internal static class CallAnswer
{
    public static CallToolResult Of(ToolResult result, StoredVersion version, bool isSession, int most)
    {
        if (!result.IsError)
        {
            return result.Output.Length <= most ? Answer.Of(result.Output) : Answer.Refusal(
                ToolErrorCodes.Limit, $"{version.Name} answered {result.Output.Length} bytes, and this server passes on {most}: ask it for less");
        }

        var text = result.ErrorText();
        return Answer.Text(IsOfTool(result.Errors[0].Code) ? $"{text}\n{Repair(version, isSession)}" : text, isError: true);
    }

    // The same codes by which the host counts a call as the tool's fault.
    private static bool IsOfTool(string code) => code is ToolErrorCodes.InvalidOutput or ToolErrorCodes.Internal or ToolErrorCodes.Limit or ToolErrorCodes.Timeout;

    private static string Repair(StoredVersion version, bool isSession) =>
        $"This is the fault of {version.Name} {version.Version}, not of your arguments. To mend it: {(isSession ? "correct your spec" : $"describe_tool {version.Name} with spec true, correct the spec")}, add this call as a sample, give it the next version, "
        + "make_tool, and call the handle that you get. To make another instead: spec_guide.";
}
