using System;
using System.Threading.Tasks;
using ToolGen.Hosting;
using ToolGen.Server.Callers;

namespace ToolGen.Server.Calling;

/// <summary>Counts the records of refusals to the caller that was refused.</summary>
internal sealed class CountedRecorder(ICallRecorder recorder, CallerBudgets budgets) : ICallRecorder
{
    public string? Fault => recorder.Fault;

    public ArgumentDetail Arguments => recorder.Arguments;

    public ValueTask RecordAsync(CallRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Fault == CallFault.Host || record.Tool is null) budgets.Recorded(record.Caller);
        return recorder.RecordAsync(record);
    }
}
