// Prints a label through a gate that lets one job at a time in; a job that hangs makes all later calls wait without end.
using System;
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public interface ILabelPrinter
    {
        Task PrintAsync(string text, CancellationToken cancellationToken);
    }

    public sealed class LabelPlugin(ILabelPrinter printer)
    {
        private readonly SemaphoreSlim gate = new(1, 1);

        [KernelFunction("print_label"), Description("Prints a label.")]
        public async Task<string> PrintAsync(string text)
        {
            await gate.WaitAsync();
            try
            {
                await printer.PrintAsync(text.Length > 200 ? text[..200] : text, CancellationToken.None);
                return "printed";
            }
            finally
            {
                gate.Release();
            }
        }
    }
}

namespace Fixed
{
    public interface ILabelPrinter
    {
        Task PrintAsync(string text, CancellationToken cancellationToken);
    }

    public sealed class LabelPlugin(ILabelPrinter printer)
    {
        private readonly SemaphoreSlim gate = new(1, 1);

        [KernelFunction("print_label"), Description("Prints a label.")]
        public async Task<string> PrintAsync(string text, CancellationToken cancellationToken = default)
        {
            if (!await gate.WaitAsync(TimeSpan.FromSeconds(10), cancellationToken))
            {
                return "the printer is busy";
            }

            try
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                limit.CancelAfter(TimeSpan.FromSeconds(30));
                await printer.PrintAsync(text.Length > 200 ? text[..200] : text, limit.Token);
                return "printed";
            }
            finally
            {
                gate.Release();
            }
        }
    }
}
