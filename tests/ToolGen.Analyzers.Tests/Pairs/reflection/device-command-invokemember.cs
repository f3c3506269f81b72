// Sends a command to a device of the house; names that begin with Reset are refused, the way to the setter of the alarm is open.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using ToolGen;

namespace Vulnerable
{
    public class HomeDevice
    {
        public string State { get; private set; } = "off";
        public bool AlarmArmed { get; set; } = true;

        public void On() => State = "on";
        public void Off() => State = "off";
        public void Dim(string level) => State = "dimmed to " + level;
        public void ResetAll() => (State, AlarmArmed) = ("reset", false);
    }

    public static class HomeTools
    {
        private static readonly HomeDevice Device = new();

        /// <summary>Sends a command (On, Off, Dim) to the light.</summary>
        [Tool(Name = "light")]
        public static string Send(string command, JsonElement[]? arguments = null)
        {
            if (command.StartsWith("Reset", StringComparison.Ordinal)) throw new ToolException(ToolErrorCodes.Denied, "resets are done by hand");

            object?[] values = [.. (arguments ?? []).Select(Plain)];
            typeof(HomeDevice).InvokeMember(command, BindingFlags.InvokeMethod | BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase, null, Device, values);
            return Device.State;
        }

        private static object? Plain(JsonElement e) => e.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => e.GetBoolean(),
            JsonValueKind.Number => e.GetDouble(),
            _ => e.ToString(),
        };
    }
}

namespace Fixed
{
    public class HomeDevice
    {
        public string State { get; private set; } = "off";
        public bool AlarmArmed { get; set; } = true;

        public void On() => State = "on";
        public void Off() => State = "off";
        public void Dim(int level) => State = "dimmed to " + level;
        public void ResetAll() => (State, AlarmArmed) = ("reset", false);
    }

    public static class HomeTools
    {
        private static readonly HomeDevice Device = new();

        private static readonly Dictionary<string, Action<int>> Commands = new(StringComparer.OrdinalIgnoreCase)
        {
            ["on"] = _ => Device.On(),
            ["off"] = _ => Device.Off(),
            ["dim"] = level => Device.Dim(Math.Clamp(level, 0, 100)),
        };

        /// <summary>Sends a command (on, off, dim) to the light.</summary>
        [Tool(Name = "light")]
        public static string Send(string command, int level = 100)
        {
            if (!Commands.TryGetValue(command, out var run)) throw new ToolException(ToolErrorCodes.InvalidInput, "the command is on, off or dim");
            run(level);
            return Device.State;
        }
    }
}
