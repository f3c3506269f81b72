using System.Threading.Tasks;

namespace ToolGen.Hosting;

/// <summary>Keeps the record of every attempt. Thread-safe.</summary>
public interface ICallRecorder
{
    /// <summary>Why it cannot record now; null: it can. A host refuses calls of which no record would be left.</summary>
    string? Fault { get; }

    /// <summary>How much of the arguments its records hold. Default none of them.</summary>
    ArgumentDetail Arguments => ArgumentDetail.None;

    /// <summary>Takes a record; the call's answer waits for it.</summary>
    ValueTask RecordAsync(CallRecord record);
}
