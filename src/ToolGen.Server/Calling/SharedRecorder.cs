using System.Threading.Tasks;
using ToolGen.Hosting;

namespace ToolGen.Server.Calling;

/// <summary>The recorder of the whole server, for one of its hosts: no host closes it with itself.</summary>
/// <param name="recorder">The server's.</param>
/// <param name="tool">The tool that the host has, and the id of its version; null: it has none.</param>
internal sealed class SharedRecorder(ICallRecorder recorder, (string Name, string Id)? tool = null) : ICallRecorder
{
    public string? Fault => recorder.Fault;

    public ArgumentDetail Arguments => recorder.Arguments;

    public ValueTask RecordAsync(CallRecord record) => recorder.RecordAsync(tool is var (name, id) && record.Tool == name ? record with { VersionId = id } : record);
}
