// Publishes an event for other systems; the JSON is read into whatever type the caller names.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public interface IBus
    {
        Task PublishAsync(object message);
    }

    public sealed record StockChanged(string Article, int Amount);
    public sealed record PriceChanged(string Article, decimal Price);
    public sealed record RefundGranted(Guid Order, decimal Amount);

    public sealed class EventPlugin(IBus bus)
    {
        [KernelFunction("publish_event"), Description("Publishes an event such as StockChanged.")]
        public async Task<string> PublishAsync(string type, string json)
        {
            var found = Type.GetType(type) ?? typeof(IBus).Assembly.GetTypes().FirstOrDefault(t => t.Name == type);
            if (found is null) return "unknown event";

            var message = JsonSerializer.Deserialize(json, found, JsonSerializerOptions.Web);
            if (message is not null) await bus.PublishAsync(message);
            return "published " + found.Name;
        }
    }
}

namespace Fixed
{
    public interface IBus
    {
        Task PublishAsync(object message);
    }

    public sealed record StockChanged(string Article, int Amount);
    public sealed record PriceChanged(string Article, decimal Price);
    public sealed record RefundGranted(Guid Order, decimal Amount);

    public sealed class EventPlugin(IBus bus)
    {
        [KernelFunction("publish_event"), Description("Publishes an event: StockChanged or PriceChanged.")]
        public async Task<string> PublishAsync(string type, string json)
        {
            object? message;
            switch (type)
            {
                case nameof(StockChanged):
                    message = JsonSerializer.Deserialize<StockChanged>(json, JsonSerializerOptions.Web);
                    break;
                case nameof(PriceChanged):
                    message = JsonSerializer.Deserialize<PriceChanged>(json, JsonSerializerOptions.Web);
                    break;
                default:
                    return "unknown event";
            }

            if (message is null) return "the event is empty";
            await bus.PublishAsync(message);
            return "published " + type;
        }
    }
}
