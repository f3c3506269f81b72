// Imports layers of a map; the options refuse a few types by name and load all others.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using MessagePack;
using MessagePack.Resolvers;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    internal sealed class LayerOptions : MessagePackSerializerOptions
    {
        private static readonly HashSet<string> Refused = ["System.Diagnostics.Process", "System.IO.FileInfo", "System.Reflection.Assembly"];

        public LayerOptions()
            : base(TypelessContractlessStandardResolver.Options)
        {
        }

        public override void ThrowIfDeserializingTypeIsDisallowed(Type type)
        {
            if (Refused.Contains(type.FullName!)) throw new MessagePackSerializationException($"{type.FullName} is refused.");
        }
    }

    [McpServerToolType]
    public sealed class MapTools
    {
        private readonly MessagePackSerializerOptions options = new LayerOptions();

        [McpServerTool(Name = "import_layers"), Description("Imports layers of a map, given in base64.")]
        public string ImportLayers(string data)
        {
            var layers = MessagePackSerializer.Deserialize<object[]>(Convert.FromBase64String(data), this.options);
            return $"{layers.Length} layers: {string.Join(", ", layers.Select(layer => layer.GetType().Name))}";
        }
    }
}

namespace Fixed
{
    [Union(0, typeof(TileLayer))]
    [Union(1, typeof(PointLayer))]
    public interface ILayer
    {
        string Name { get; }
    }

    [MessagePackObject]
    public sealed class TileLayer : ILayer
    {
        [Key(0)] public string Name { get; set; } = "";

        [Key(1)] public int Zoom { get; set; }
    }

    [MessagePackObject]
    public sealed class PointLayer : ILayer
    {
        [Key(0)] public string Name { get; set; } = "";

        [Key(1)] public double[] Coordinates { get; set; } = [];
    }

    [McpServerToolType]
    public sealed class MapTools
    {
        private readonly MessagePackSerializerOptions options = StandardResolver.Options.WithSecurity(MessagePackSecurity.UntrustedData);

        [McpServerTool(Name = "import_layers"), Description("Imports layers of a map, given in base64.")]
        public string ImportLayers(string data)
        {
            var layers = MessagePackSerializer.Deserialize<ILayer[]>(Convert.FromBase64String(data), this.options);
            return $"{layers.Length} layers: {string.Join(", ", layers.Select(layer => layer.Name))}";
        }
    }
}
