// Replays an event of a webhook; an attribute of the payload's property honours type names.
using System;
using System.ComponentModel;
using Microsoft.Extensions.AI;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Vulnerable
{
    public sealed class WebhookEvent
    {
        [JsonProperty("id", Required = Required.Always)]
        public Guid Id { get; set; }

        [JsonProperty("payload", TypeNameHandling = TypeNameHandling.All)]
        public object? Payload { get; set; }
    }

    public sealed class WebhookReplay
    {
        public AIFunction AsFunction() => AIFunctionFactory.Create(this.Replay, "replay_event");

        [Description("Replays a webhook event, given as JSON.")]
        private string Replay(string body)
        {
            var e = JsonConvert.DeserializeObject<WebhookEvent>(body) ?? throw new ArgumentException("There is no event.");
            return this.Handle(e);
        }

        private string Handle(WebhookEvent e) => $"{e.Id:N} replayed with {e.Payload ?? "nothing"}";
    }
}

namespace Fixed
{
    public sealed class WebhookEvent
    {
        [JsonProperty("id", Required = Required.Always)]
        public Guid Id { get; set; }

        [JsonProperty("payload")]
        public JObject? Payload { get; set; }
    }

    public sealed class WebhookReplay
    {
        public AIFunction AsFunction() => AIFunctionFactory.Create(this.Replay, "replay_event");

        [Description("Replays a webhook event, given as JSON.")]
        private string Replay(string body)
        {
            var e = JsonConvert.DeserializeObject<WebhookEvent>(body) ?? throw new ArgumentException("There is no event.");
            return this.Handle(e);
        }

        private string Handle(WebhookEvent e) => $"{e.Id:N} replayed with {e.Payload?.Count ?? 0} fields";
    }
}
