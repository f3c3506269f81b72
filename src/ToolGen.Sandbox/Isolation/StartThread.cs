using System;
using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Sandbox.Isolation;

/// <summary>
/// A thread that starts processes and lives as long as this process: the kernel ends a worker together with the thread that started it, and a thread can be confined so
/// that what it starts is, while the rest of this process stays as it was.
/// </summary>
internal sealed class StartThread
{
    /// <summary>One that is not confined.</summary>
    public static readonly Lazy<StartThread> Plain = new(() => new("plain", static () => { }));

    private readonly BlockingCollection<Action> work = [];
    private ExceptionDispatchInfo? failure;

    /// <summary>Starts the thread.</summary>
    /// <param name="name">Of the thread.</param>
    /// <param name="confine">Runs on it first; what it throws, every start throws.</param>
    public StartThread(string name, Action confine)
    {
        var thread = new Thread(() =>
        {
            this.failure = Failure(confine);
            foreach (var one in this.work.GetConsumingEnumerable()) one();
        })
        {
            IsBackground = true,
            Name = "toolgen sandbox " + name,
        };
        thread.Start();
    }

    /// <summary>Runs on the thread, and waits for it.</summary>
    public T Run<T>(Func<T> start)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        this.work.Add(() =>
        {
            try
            {
                this.failure?.Throw();
                done.SetResult(start());
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        });
        return done.Task.GetAwaiter().GetResult();
    }

    private static ExceptionDispatchInfo? Failure(Action confine)
    {
        try
        {
            confine();
            return null;
        }
        catch (Exception e)
        {
            return ExceptionDispatchInfo.Capture(e);
        }
    }
}
