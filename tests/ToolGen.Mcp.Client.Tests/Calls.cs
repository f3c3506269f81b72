using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Mcp.Client.Tests;

/// <summary>Calls of one tool of a catalog.</summary>
internal static class Calls
{
    public static ValueTask<ToolResult> CallAsync(this ImportedTools imported, string tool, string arguments = "{}", CancellationToken cancellationToken = default) =>
        imported.Catalog.Find(tool)!.CallAsync(Encoding.UTF8.GetBytes(arguments), new SystemToolContext(), cancellationToken);

    /// <summary>The output, or the errors as a model reads them.</summary>
    public static string Text(this ToolResult result) => result.IsError ? result.ErrorText() : Encoding.UTF8.GetString(result.Output.Span);
}
