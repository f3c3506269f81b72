// Loads a program of a robot; the binder refuses some types that are known to be bad.
using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using Microsoft.SemanticKernel;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Vulnerable
{
    internal sealed class CarefulBinder : DefaultSerializationBinder
    {
        private static readonly string[] Bad =
        [
            "System.Diagnostics.Process", "System.Windows.Data.ObjectDataProvider", "System.Management.Automation.PSObject",
            "System.Configuration.Install.AssemblyInstaller", "System.IO.FileInfo",
        ];

        public override Type BindToType(string? assemblyName, string typeName)
        {
            if (Bad.Any(bad => typeName.StartsWith(bad, StringComparison.Ordinal))) throw new JsonSerializationException($"{typeName} is blocked.");
            return base.BindToType(assemblyName, typeName);
        }
    }

    public class RobotPlugin
    {
        private readonly JsonSerializerSettings settings = new() { TypeNameHandling = TypeNameHandling.Auto, SerializationBinder = new CarefulBinder() };

        [KernelFunction("load_program"), Description("Loads a program of the robot.")]
        public int LoadProgram(string program) => JsonConvert.DeserializeObject<List<object>>(program, this.settings)?.Count ?? 0;
    }
}

namespace Fixed
{
    public sealed record Move(double X, double Y);

    public sealed record Grip(bool Closed);

    public sealed record Pause(int Milliseconds);

    internal sealed class CommandBinder : DefaultSerializationBinder
    {
        private static readonly FrozenDictionary<string, Type> Commands =
            new[] { typeof(Move), typeof(Grip), typeof(Pause) }.ToFrozenDictionary(type => type.FullName!, StringComparer.Ordinal);

        public override Type BindToType(string? assemblyName, string typeName) =>
            Commands.GetValueOrDefault(typeName) ?? throw new JsonSerializationException("There is no such command.");
    }

    public class RobotPlugin
    {
        private readonly JsonSerializerSettings settings = new() { TypeNameHandling = TypeNameHandling.Auto, SerializationBinder = new CommandBinder() };

        [KernelFunction("load_program"), Description("Loads a program of the robot.")]
        public int LoadProgram(string program) => JsonConvert.DeserializeObject<List<object>>(program, this.settings)?.Count ?? 0;
    }
}
