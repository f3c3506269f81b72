// Waits for a payment up to a deadline; the deadline is looked at between steps, and a step that hangs is never left.
using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public interface IPayments
    {
        Task<bool> IsSettledAsync(Guid payment, CancellationToken cancellationToken = default);
    }

    [McpServerToolType]
    public sealed class PaymentTools(IPayments payments)
    {
        [McpServerTool(Name = "await_payment"), Description("Waits up to a minute until a payment is settled.")]
        public async Task<string> AwaitAsync(Guid payment)
        {
            var watch = Stopwatch.StartNew();
            while (watch.Elapsed < TimeSpan.FromMinutes(1))
            {
                if (await payments.IsSettledAsync(payment)) return "settled";
                await Task.Delay(500);
            }

            return "open";
        }
    }
}

namespace Fixed
{
    public interface IPayments
    {
        Task<bool> IsSettledAsync(Guid payment, CancellationToken cancellationToken = default);
    }

    [McpServerToolType]
    public sealed class PaymentTools(IPayments payments)
    {
        [McpServerTool(Name = "await_payment"), Description("Waits up to a minute until a payment is settled.")]
        public async Task<string> AwaitAsync(Guid payment, CancellationToken cancellationToken)
        {
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            deadline.CancelAfter(TimeSpan.FromMinutes(1));
            try
            {
                while (!await payments.IsSettledAsync(payment, deadline.Token))
                {
                    await Task.Delay(500, deadline.Token);
                }

                return "settled";
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return "open";
            }
        }
    }
}
