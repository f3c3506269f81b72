using System.Threading.Tasks;
using ToolGen.Hosting;

namespace ToolGen.Server.Calling;

/// <summary>The recorder of the whole server, for one of its hosts: no host closes it with itself.</summary>
internal sealed class SharedRecorder(ICallRecorder recorder) : ICallRecorder
{
    public string? Fault => recorder.Fault;

    public ValueTask RecordAsync(CallRecord record) => recorder.RecordAsync(record);
}
