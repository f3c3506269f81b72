using System;

namespace ToolGen.Sandbox.Isolation;

/// <summary>What one worker may use of the machine.</summary>
/// <param name="MemoryBytes">Managed and native together, beside what an idle worker holds.</param>
/// <param name="Processor">Processor time of all its threads, over its whole life.</param>
/// <param name="Threads">Threads at a time, the runtime's own among them.</param>
public sealed record WorkerLimits(long MemoryBytes, TimeSpan Processor, int Threads);
