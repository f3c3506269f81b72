// Reads a scene written in YAML; the caller says which .NET type stands behind each tag.
using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen;
using YamlDotNet.Serialization;

namespace Vulnerable
{
    public sealed record TagType(string Tag, string Type);

    public sealed class SceneTools
    {
        /// <summary>Reads a scene and lists what is in it.</summary>
        /// <param name="yaml">The scene: a list of tagged things.</param>
        /// <param name="tags">The types of the tags.</param>
        [Tool(Name = "read_scene", ReadOnly = true)]
        public string ReadScene(string yaml, IReadOnlyList<TagType> tags)
        {
            var builder = new DeserializerBuilder();
            foreach (var (tag, name) in tags)
            {
                if (!tag.StartsWith('!')) throw new ToolException(ToolErrorCodes.InvalidInput, "a tag starts with !");
                builder = builder.WithTagMapping(tag, Type.GetType(name, throwOnError: true)!);
            }

            var scene = builder.Build().Deserialize<List<object>>(yaml);
            return string.Join(", ", scene.Select(thing => thing.GetType().Name));
        }
    }
}

namespace Fixed
{
    public sealed class Sphere
    {
        public double Radius { get; set; }
    }

    public sealed class Lamp
    {
        public double Lumen { get; set; }
    }

    public enum ThingKind
    {
        Sphere,
        Lamp,
    }

    public sealed record TagType(string Tag, ThingKind Kind);

    public sealed class SceneTools
    {
        /// <summary>Reads a scene and lists what is in it.</summary>
        /// <param name="yaml">The scene: a list of tagged things.</param>
        /// <param name="tags">The kinds of the tags.</param>
        [Tool(Name = "read_scene", ReadOnly = true)]
        public string ReadScene(string yaml, IReadOnlyList<TagType> tags)
        {
            var builder = new DeserializerBuilder();
            foreach (var (tag, kind) in tags)
            {
                if (!tag.StartsWith('!')) throw new ToolException(ToolErrorCodes.InvalidInput, "a tag starts with !");
                builder = builder.WithTagMapping(tag, kind == ThingKind.Lamp ? typeof(Lamp) : typeof(Sphere));
            }

            var scene = builder.Build().Deserialize<List<object>>(yaml);
            return string.Join(", ", scene.Select(thing => thing.GetType().Name));
        }
    }
}
