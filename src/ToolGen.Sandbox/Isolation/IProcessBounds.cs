using System;
using System.Diagnostics;

namespace ToolGen.Sandbox.Isolation;

/// <summary>How one system measures and limits one running worker. Disposing gives back what it took of the machine; called when the worker ended.</summary>
internal interface IProcessBounds : IDisposable
{
    /// <summary>Processor time used so far; null where it is not known.</summary>
    TimeSpan? Processor(Process started, int worker);

    /// <summary>Narrows the worker.</summary>
    /// <param name="started">What was started.</param>
    /// <param name="worker">The id of the worker itself.</param>
    /// <param name="limits">How far.</param>
    /// <param name="kill">Ends it, where it is seen to be beyond.</param>
    void Set(Process started, int worker, WorkerLimits limits, Action kill);

    /// <summary>Ends what was started, with all that it could have started.</summary>
    void End(Process started);
}
