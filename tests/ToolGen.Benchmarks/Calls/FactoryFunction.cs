using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace ToolGen.Benchmarks.Calls;

/// <summary>What the factory makes, and how it is called.</summary>
internal static class FactoryFunction
{
    public static AIFunction Of(MethodInfo method, string name) => AIFunctionFactory.Create(method, target: null, new AIFunctionFactoryOptions { Name = name });

    /// <summary>The factory's arguments, as a chat client hands them on: a value a name.</summary>
    public static AIFunctionArguments Arguments(JsonElement arguments)
    {
        var all = new AIFunctionArguments();
        foreach (var member in arguments.EnumerateObject()) all[member.Name] = member.Value;
        return all;
    }
}
