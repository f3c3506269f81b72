using System.Threading.Tasks;

namespace ToolGen.Hosting.Recording;

/// <summary>Where an application asks for no file.</summary>
internal sealed class NoRecorder : ICallRecorder
{
    public string? Fault => null;

    public ValueTask RecordAsync(CallRecord record) => default;
}
