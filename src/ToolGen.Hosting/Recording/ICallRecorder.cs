using System.Threading.Tasks;

namespace ToolGen.Hosting;

/// <summary>Keeps the record of every attempt. Thread-safe.</summary>
public interface ICallRecorder
{
    /// <summary>Why it cannot record now; null: it can. A host refuses calls of which no record would be left.</summary>
    string? Fault { get; }

    /// <summary>Takes a record; the call's answer waits for it.</summary>
    ValueTask RecordAsync(CallRecord record);
}
