// Sends notifications; a converter of System.Text.Json makes an object of the type that the JSON names.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;
using ToolGen;

namespace Vulnerable
{
    public sealed class ChannelConverter : JsonConverter<object>
    {
        public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            var name = document.RootElement.GetProperty("type").GetString();
            var type = Type.GetType(name!, throwOnError: true)!;
            return document.RootElement.Deserialize(type);
        }

        public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, value.GetType());
    }

    public sealed class Notification
    {
        public string Text { get; set; } = "";

        [JsonConverter(typeof(ChannelConverter))]
        public object? Channel { get; set; }
    }

    public static class NotificationTools
    {
        /// <summary>Queues notifications that are given as a JSON array.</summary>
        [Tool(Name = "queue_notifications")]
        public static int Queue(string notifications, ToolContext context)
        {
            var list = JsonSerializer.Deserialize<List<Notification>>(notifications) ?? [];
            foreach (var group in list.GroupBy(n => n.Channel?.GetType().Name)) context.Log($"{group.Count()} by {group.Key}");
            return list.Count;
        }
    }
}

namespace Fixed
{
    [JsonDerivedType(typeof(Mail), typeDiscriminator: "mail")]
    [JsonDerivedType(typeof(Push), typeDiscriminator: "push")]
    public abstract class Channel;

    public sealed class Mail : Channel
    {
        public string Address { get; set; } = "";
    }

    public sealed class Push : Channel
    {
        public Guid Device { get; set; }
    }

    public sealed class Notification
    {
        public string Text { get; set; } = "";

        public Channel? Channel { get; set; }
    }

    public static class NotificationTools
    {
        /// <summary>Queues notifications that are given as a JSON array.</summary>
        [Tool(Name = "queue_notifications")]
        public static int Queue(string notifications, ToolContext context)
        {
            var list = JsonSerializer.Deserialize<List<Notification>>(notifications) ?? [];
            foreach (var group in list.GroupBy(n => n.Channel?.GetType().Name)) context.Log($"{group.Count()} by {group.Key}");
            return list.Count;
        }
    }
}
