// Opens a support ticket; a helper hands the composed text to the logger as its message template.
using System;
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public interface ITicketStore
    {
        Task<int> OpenAsync(string subject, string text, CancellationToken cancellationToken);
    }

    public sealed class TicketPlugin(ITicketStore store, ILogger<TicketPlugin> logger)
    {
        [KernelFunction, Description("Opens a support ticket and returns its number.")]
        public async Task<int> OpenTicketAsync(string subject, string text, CancellationToken cancellationToken = default)
        {
            try
            {
                var number = await store.OpenAsync(subject, text, cancellationToken);
                this.Audit("ticket " + number + " opened: " + subject);
                return number;
            }
            catch (TimeoutException)
            {
                this.Audit("ticket not opened: " + subject);
                throw;
            }
        }

        private void Audit(string line) => logger.Log(LogLevel.Information, new EventId(12, "audit"), line);
    }
}

namespace Fixed
{
    public interface ITicketStore
    {
        Task<int> OpenAsync(string subject, string text, CancellationToken cancellationToken);
    }

    public sealed class TicketPlugin(ITicketStore store, ILogger<TicketPlugin> logger)
    {
        private static readonly Action<ILogger, int, string, Exception?> Opened =
            LoggerMessage.Define<int, string>(LogLevel.Information, new EventId(12, "audit"), "ticket {Number} opened: {Subject}");

        private static readonly Action<ILogger, string, Exception?> Failed =
            LoggerMessage.Define<string>(LogLevel.Information, new EventId(13, "audit"), "ticket not opened: {Subject}");

        [KernelFunction, Description("Opens a support ticket and returns its number.")]
        public async Task<int> OpenTicketAsync(string subject, string text, CancellationToken cancellationToken = default)
        {
            try
            {
                var number = await store.OpenAsync(subject, text, cancellationToken);
                Opened(logger, number, subject, null);
                return number;
            }
            catch (TimeoutException e)
            {
                Failed(logger, subject, e);
                throw;
            }
        }
    }
}
