// Drives a robot by commands whose classes are found by name; that a class is a command is asked after it has been made.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public interface ICommand
    {
        string Execute(double amount);
    }

    public sealed class Forward : ICommand
    {
        public string Execute(double amount) => $"forward {amount:0.0} cm";
    }

    public sealed class FactoryReset
    {
        public FactoryReset() => Console.Error.WriteLine("memory erased");
    }

    public sealed class Robot
    {
        public IEnumerable<AITool> GetTools()
        {
            yield return AIFunctionFactory.Create(Drive, "drive", "Drives the robot.");
        }

        private static string Drive(string command, double amount)
        {
            var types = Assembly.GetExecutingAssembly().GetTypes().ToLookup(t => t.Name, StringComparer.OrdinalIgnoreCase);
            var type = types[command].FirstOrDefault();
            if (type == null) return "unknown command";

            object instance = Activator.CreateInstance(type, nonPublic: true)!;
            return instance is ICommand run ? run.Execute(amount) : "unknown command";
        }
    }
}

namespace Fixed
{
    public interface ICommand
    {
        string Name { get; }

        string Execute(double amount);
    }

    public sealed class Forward : ICommand
    {
        public string Name => "forward";

        public string Execute(double amount) => $"forward {amount:0.0} cm";
    }

    public sealed class Turn : ICommand
    {
        public string Name => "turn";

        public string Execute(double amount) => $"turn {amount:0} degrees";
    }

    public sealed class Robot
    {
        private readonly ICommand[] commands = [new Forward(), new Turn()];

        public IEnumerable<AITool> GetTools()
        {
            yield return AIFunctionFactory.Create(Drive, "drive", "Drives the robot: forward or turn.");
        }

        private string Drive(string command, double amount)
        {
            var known = commands.FirstOrDefault(c => c.Name == command);
            return known?.Execute(Math.Clamp(amount, -200, 200)) ?? "unknown command";
        }
    }
}
