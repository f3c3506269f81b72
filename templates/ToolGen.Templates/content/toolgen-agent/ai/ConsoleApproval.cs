using System.Text;
using ToolGen;
using ToolGen.Hosting;

namespace AgentNamespace;

/// <summary>Asks at the console whether a call may be made. Anything but y or yes is no, also where nobody is there.</summary>
internal sealed class ConsoleApproval : IToolApproval
{
    public async ValueTask<bool> AskAsync(ToolDescriptor tool, ReadOnlyMemory<byte> arguments, ToolCaller caller, CancellationToken cancellationToken)
    {
        var shown = Screen.Shown(Encoding.UTF8.GetString(arguments.Span)).ReplaceLineEndings(" ");
        var answer = await Screen.AskAsync($"{tool.Name} {shown}\n{tool.Name} may destroy. Run it? [y/N] ", cancellationToken);
        return answer?.Trim().ToUpperInvariant() is "Y" or "YES";
    }
}
