// Runs a step of a workflow; the name of the type must begin with a namespace, which also holds steps that are not for callers.
using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.ComponentModel;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public abstract class Step
    {
        public abstract Task<string> RunAsync(string input);
    }

    public sealed class Notify : Step
    {
        public override Task<string> RunAsync(string input) => Task.FromResult("notified " + input);
    }

    public sealed class PurgeTenant : Step
    {
        public override Task<string> RunAsync(string input) => Task.FromResult("purged " + input);
    }

    public sealed class WorkflowPlugin
    {
        [KernelFunction("run_step"), Description("Runs a step of the workflow, by the full name of its type.")]
        public async Task<string> RunAsync(string step, string input)
        {
            if (!step.StartsWith(typeof(Step).Namespace + ".", StringComparison.Ordinal)) return "This is no step.";
            var type = Type.GetType(step);
            return type is not null && Activator.CreateInstance(type) is Step made ? await made.RunAsync(input) : "This is no step.";
        }
    }
}

namespace Fixed
{
    public abstract class Step
    {
        public abstract Task<string> RunAsync(string input);
    }

    public sealed class Notify : Step
    {
        public override Task<string> RunAsync(string input) => Task.FromResult("notified " + input);
    }

    public sealed class Archive : Step
    {
        public override Task<string> RunAsync(string input) => Task.FromResult("archived " + input);
    }

    public sealed class PurgeTenant : Step
    {
        public override Task<string> RunAsync(string input) => Task.FromResult("purged " + input);
    }

    public sealed class WorkflowPlugin
    {
        private static readonly FrozenDictionary<string, Type> Steps = new Dictionary<string, Type>
        {
            ["notify"] = typeof(Notify),
            ["archive"] = typeof(Archive),
        }.ToFrozenDictionary();

        [KernelFunction("run_step"), Description("Runs a step of the workflow: notify or archive.")]
        public async Task<string> RunAsync(string step, string input)
        {
            if (!Steps.TryGetValue(step, out var type)) return "This is no step.";
            var made = (Step)Activator.CreateInstance(type)!;
            return await made.RunAsync(input);
        }
    }
}
