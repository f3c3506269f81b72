// Loads a snapshot of a simulation from XML; a resolver finds every type whose name stands in the document.
using System;
using System.ComponentModel;
using System.IO;
using System.Runtime.Serialization;
using System.Xml;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [DataContract(Namespace = "")]
    public class Snapshot
    {
        [DataMember] public int Tick { get; set; }

        [DataMember] public object? World { get; set; }
    }

    internal sealed class AnyTypeResolver : DataContractResolver
    {
        public override Type? ResolveName(string typeName, string? typeNamespace, Type? declaredType, DataContractResolver knownTypeResolver) =>
            Type.GetType($"{typeName}, {typeNamespace}") ?? knownTypeResolver.ResolveName(typeName, typeNamespace, declaredType, null!);

        public override bool TryResolveType(Type type, Type? declaredType, DataContractResolver knownTypeResolver, out XmlDictionaryString? typeName, out XmlDictionaryString? typeNamespace)
        {
            var dictionary = new XmlDictionary();
            typeName = dictionary.Add(type.FullName!);
            typeNamespace = dictionary.Add(type.Assembly.GetName().Name!);
            return true;
        }
    }

    [McpServerToolType]
    public static class SimulationTools
    {
        [McpServerTool(Name = "load_snapshot"), Description("Loads a snapshot of the simulation.")]
        public static string LoadSnapshot(string xml)
        {
            var serializer = new DataContractSerializer(typeof(Snapshot), new DataContractSerializerSettings { DataContractResolver = new AnyTypeResolver() });
            using var reader = XmlReader.Create(new StringReader(xml));
            var snapshot = (Snapshot)serializer.ReadObject(reader)!;
            return $"tick {snapshot.Tick}, {snapshot.World}";
        }
    }
}

namespace Fixed
{
    [DataContract(Namespace = "")]
    public sealed record Forest([property: DataMember] int Trees);

    [DataContract(Namespace = "")]
    public sealed record Ocean([property: DataMember] double Salinity);

    [DataContract(Namespace = "")]
    public class Snapshot
    {
        [DataMember] public int Tick { get; set; }

        [DataMember] public object? World { get; set; }
    }

    [McpServerToolType]
    public static class SimulationTools
    {
        [McpServerTool(Name = "load_snapshot"), Description("Loads a snapshot of the simulation.")]
        public static string LoadSnapshot(string xml)
        {
            var serializer = new DataContractSerializer(typeof(Snapshot), [typeof(Forest), typeof(Ocean)]);
            using var reader = XmlReader.Create(new StringReader(xml));
            var snapshot = (Snapshot)serializer.ReadObject(reader)!;
            return $"tick {snapshot.Tick}, {snapshot.World}";
        }
    }
}
