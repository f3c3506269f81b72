using System;
using System.IO;
using System.Threading.Tasks;

namespace ToolGen.Sandbox.Isolation;

/// <summary>A worker as the host holds it: two pipes, and the power to end it. Disposing kills it.</summary>
public interface IWorkerProcess : IDisposable
{
    /// <summary>Of the worker itself, as this process sees it.</summary>
    int Id { get; }

    /// <summary>What the host writes to.</summary>
    Stream Input { get; }

    /// <summary>What the host reads from; written by an adversary.</summary>
    Stream Output { get; }

    /// <summary>How what it wrote to its standard error begins and ends, at most 2,000 characters; written by an adversary.</summary>
    string Errors { get; }

    /// <summary>Ends with the exit code.</summary>
    Task<int> Exited { get; }

    /// <summary>Processor time used so far; what is known last, once it ended.</summary>
    TimeSpan Processor { get; }

    /// <summary>Narrows the worker to one tool; called once, before any of the tool's code is sent.</summary>
    void Limit(WorkerLimits limits);

    /// <summary>Ends it with everything it started, at once. Does nothing where it ended.</summary>
    void Kill();
}
