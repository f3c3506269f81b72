// Applies a resource of a cluster description; its kind is the name of a class anywhere in the process.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using ModelContextProtocol;
using ModelContextProtocol.Server;
using YamlDotNet.Serialization;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class ClusterTools
    {
        private static readonly IDeserializer Yaml = new DeserializerBuilder().IgnoreUnmatchedProperties().Build();

        [McpServerTool(Name = "apply_resource"), Description("Applies a resource written in YAML.")]
        public string ApplyResource(string yaml)
        {
            var head = Yaml.Deserialize<Dictionary<string, object>>(yaml);
            var kind = head["kind"].ToString()!;
            var type = FindType(kind) ?? throw new McpException("unknown kind");
            var resource = Yaml.Deserialize(yaml, type);
            return $"applied {resource}";
        }

        private static Type? FindType(string kind) =>
            kind.Contains('.') ? Type.GetType(kind) : Type.GetType($"{typeof(ClusterTools).Namespace}.{kind}");
    }
}

namespace Fixed
{
    public abstract class Resource
    {
        [YamlMember(Alias = "kind")] public string Kind { get; set; } = "";

        [YamlMember(Alias = "name")] public string Name { get; set; } = "";
    }

    public sealed class Service : Resource
    {
        [YamlMember(Alias = "port")] public int Port { get; set; }
    }

    public sealed class Volume : Resource
    {
        [YamlMember(Alias = "gigabytes")] public int Gigabytes { get; set; }
    }

    [McpServerToolType]
    public sealed class ClusterTools
    {
        private static readonly IDeserializer Yaml = new DeserializerBuilder()
            .IgnoreUnmatchedProperties()
            .WithTypeDiscriminatingNodeDeserializer(options => options.AddKeyValueTypeDiscriminator<Resource>(
                "kind", new Dictionary<string, Type> { ["Service"] = typeof(Service), ["Volume"] = typeof(Volume) }))
            .Build();

        [McpServerTool(Name = "apply_resource"), Description("Applies a resource written in YAML.")]
        public string ApplyResource(string yaml) => Yaml.Deserialize<Resource>(yaml) switch
        {
            Service service => $"applied service {service.Name} on {service.Port}",
            Volume volume => $"applied volume {volume.Name}, {volume.Gigabytes} GB",
            _ => throw new McpException("unknown kind"),
        };
    }
}
