// Reads a plan of a garden; the binder accepts every type whose name starts like the own ones, generic arguments included.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using ModelContextProtocol.Server;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Vulnerable
{
    public class Slot<T>
    {
        public T? Content { get; set; }
    }

    internal sealed class GardenBinder : ISerializationBinder
    {
        public Type BindToType(string? assemblyName, string typeName)
        {
            if (!typeName.StartsWith("Vulnerable", StringComparison.Ordinal)) throw new JsonSerializationException($"The type {typeName} is not allowed.");
            return Type.GetType($"{typeName}, {assemblyName}", throwOnError: true)!;
        }

        public void BindToName(Type serializedType, out string? assemblyName, out string? typeName) =>
            (assemblyName, typeName) = (serializedType.Assembly.FullName, serializedType.FullName);
    }

    [McpServerToolType]
    public static class GardenTools
    {
        [McpServerTool(Name = "read_plan"), Description("Reads the plan of a garden.")]
        public static string ReadPlan(string plan)
        {
            var settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.Auto, SerializationBinder = new GardenBinder() };
            var beds = JsonConvert.DeserializeObject<List<object>>(plan, settings)!;
            return string.Join(", ", beds.Select(bed => bed.ToString()));
        }
    }
}

namespace Fixed
{
    public sealed record FlowerBed(string Flower, double Area);

    public sealed record Pond(double Depth);

    internal sealed class GardenBinder : ISerializationBinder
    {
        private static readonly Dictionary<string, Type> Known = new() { ["bed"] = typeof(FlowerBed), ["pond"] = typeof(Pond) };

        public Type BindToType(string? assemblyName, string typeName) =>
            assemblyName is null && Known.TryGetValue(typeName, out var type) ? type : throw new JsonSerializationException("This type is not allowed.");

        public void BindToName(Type serializedType, out string? assemblyName, out string? typeName) =>
            (assemblyName, typeName) = (null, Known.First(pair => pair.Value == serializedType).Key);
    }

    [McpServerToolType]
    public static class GardenTools
    {
        [McpServerTool(Name = "read_plan"), Description("Reads the plan of a garden.")]
        public static string ReadPlan(string plan)
        {
            var settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.Auto, SerializationBinder = new GardenBinder() };
            var beds = JsonConvert.DeserializeObject<List<object>>(plan, settings)!;
            return string.Join(", ", beds.Select(bed => bed.ToString()));
        }
    }
}
