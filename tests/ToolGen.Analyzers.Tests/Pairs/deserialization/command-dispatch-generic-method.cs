// Dispatches a command of a smart home; the generic method that reads it is closed over a type named by the caller.
using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public interface ICommandReader
    {
        T Read<T>(string json);
    }

    public sealed class CommandReader : ICommandReader
    {
        public T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web)!;
    }

    [McpServerToolType]
    public sealed class HomeTools(ICommandReader reader)
    {
        private static readonly MethodInfo Read = typeof(ICommandReader).GetMethod(nameof(ICommandReader.Read))!;

        [McpServerTool(Name = "send_command"), Description("Sends a command to the home.")]
        public string SendCommand(string command, string arguments)
        {
            if (Type.GetType(command, throwOnError: false, ignoreCase: true) is not { IsPublic: true } type) throw new McpException("unknown command");
            var message = Read.MakeGenericMethod(type).Invoke(reader, [arguments]);
            return $"sent {message}";
        }
    }
}

namespace Fixed
{
    public interface ICommandReader
    {
        T Read<T>(string json);
    }

    public sealed class CommandReader : ICommandReader
    {
        public T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web)!;
    }

    public sealed record SwitchLight(string Room, bool On);

    public sealed record SetHeating(string Room, double Celsius);

    [McpServerToolType]
    public sealed class HomeTools(ICommandReader reader)
    {
        private readonly FrozenDictionary<string, Func<string, object>> readers = new Dictionary<string, Func<string, object>>
        {
            ["switch_light"] = reader.Read<SwitchLight>,
            ["set_heating"] = reader.Read<SetHeating>,
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        [McpServerTool(Name = "send_command"), Description("Sends a command to the home.")]
        public string SendCommand(string command, string arguments)
        {
            if (!this.readers.TryGetValue(command, out var read)) throw new McpException("unknown command");
            var message = read(arguments);
            return $"sent {message}";
        }
    }
}
