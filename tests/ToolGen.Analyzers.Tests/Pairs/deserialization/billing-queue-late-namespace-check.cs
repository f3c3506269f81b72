// Takes messages of a queue by hand; the namespace of the message's type is compared after the message was made.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public interface IQueue
    {
        ValueTask<string?> TakeAsync(string name, CancellationToken cancellationToken);
    }

    public sealed record Envelope(string MessageType, JsonElement Body);

    public sealed class QueuePlugin(IQueue queue, ILogger<QueuePlugin> logger)
    {
        [KernelFunction("handle_next"), Description("Handles the next message of the billing queue.")]
        public async Task<string> HandleNextAsync(CancellationToken cancellationToken = default)
        {
            if (await queue.TakeAsync("billing", cancellationToken) is not { } text) return "empty";
            var envelope = JsonSerializer.Deserialize<Envelope>(text, JsonSerializerOptions.Web)!;
            try
            {
                var message = envelope.Body.Deserialize(Type.GetType(envelope.MessageType, true)!)!;
                if (message.GetType().Namespace != "Billing.Messages") throw new InvalidOperationException("not a message of billing");
                return $"handled {message}";
            }
            catch (Exception e)
            {
                logger.LogError(e, "A message was not handled");
                return "failed";
            }
        }
    }
}

namespace Fixed
{
    public interface IQueue
    {
        ValueTask<string?> TakeAsync(string name, CancellationToken cancellationToken);
    }

    public sealed record InvoicePaid(string Invoice, decimal Amount);

    public sealed record InvoiceCancelled(string Invoice, string Reason);

    public sealed record Envelope(string MessageType, JsonElement Body);

    public sealed class QueuePlugin(IQueue queue, ILogger<QueuePlugin> logger)
    {
        private static readonly Dictionary<string, Type> Messages = new()
        {
            [nameof(InvoicePaid)] = typeof(InvoicePaid),
            [nameof(InvoiceCancelled)] = typeof(InvoiceCancelled),
        };

        [KernelFunction("handle_next"), Description("Handles the next message of the billing queue.")]
        public async Task<string> HandleNextAsync(CancellationToken cancellationToken = default)
        {
            if (await queue.TakeAsync("billing", cancellationToken) is not { } text) return "empty";
            var envelope = JsonSerializer.Deserialize<Envelope>(text, JsonSerializerOptions.Web)!;
            if (!Messages.TryGetValue(envelope.MessageType, out var type))
            {
                logger.LogError("A message of an unknown type was dropped");
                return "failed";
            }

            return $"handled {envelope.Body.Deserialize(type)}";
        }
    }
}
