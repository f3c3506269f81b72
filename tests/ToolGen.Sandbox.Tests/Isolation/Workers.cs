using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Sandbox.Isolation;

namespace ToolGen.Sandbox.Tests.Isolation;

/// <summary>Workers whose program is the tests' own.</summary>
internal static class Workers
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public static WorkerProgram Program { get; } = new(WorkerProgram.DotnetHost(), typeof(Workers).Assembly.Location);

    /// <summary>Starts one; where this machine lacks the level, the test is inconclusive and says why.</summary>
    public static IWorkerProcess Start(IsolationLevel level, params string[] rest)
    {
        Require(level);
        return Launchers.Unproven(level, Program, rest).Start();
    }

    public static void Require(IsolationLevel level)
    {
        if (IsolationProbe.Of(level, Program) is { Works: false } state) Assert.Inconclusive($"{level}: {state.Reason}; {state.Remedy}");
    }

    /// <summary>The strongest level here, which is at least that of the system-call filter.</summary>
    public static IsolationLevel Strongest()
    {
        var level = Launchers.Strongest(Program).Level;
        if (level < IsolationLevel.Seccomp) Require(IsolationLevel.Seccomp);
        return level;
    }

    /// <summary>What it writes until it ends.</summary>
    public static string[] Lines(this IWorkerProcess worker)
    {
        using var reader = new StreamReader(worker.Output);
        var text = Within(reader.ReadToEndAsync(), worker);
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>One line that it writes.</summary>
    public static string? Line(this IWorkerProcess worker)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (Within(worker.Output.ReadAsync(one).AsTask(), worker) == 1 && one[0] != '\n') line.Add(one[0]);
        return line.Count == 0 ? null : System.Text.Encoding.UTF8.GetString([.. line]);
    }

    /// <summary>Lets it go on.</summary>
    public static void Go(this IWorkerProcess worker)
    {
        worker.Input.Write("go\n"u8);
        worker.Input.Flush();
    }

    public static int Code(this IWorkerProcess worker) => Within(worker.Exited, worker);

    private static T Within<T>(Task<T> task, IWorkerProcess worker)
    {
        if (task.Wait(Patience)) return task.Result;
        worker.Kill();
        throw new TimeoutException($"the worker does not answer: {worker.Errors}");
    }
}
