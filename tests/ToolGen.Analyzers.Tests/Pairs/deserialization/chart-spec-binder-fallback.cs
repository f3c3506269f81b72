// Draws a chart from a description; what the binder does not know it leaves to the default one.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using Microsoft.SemanticKernel;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Vulnerable
{
    public sealed record Bar(string Label, double Value);

    public sealed record Line(double[] Values);

    public sealed class ShortNames : DefaultSerializationBinder
    {
        private static readonly Dictionary<string, Type> Types = new() { ["bar"] = typeof(Bar), ["line"] = typeof(Line) };

        public override Type BindToType(string? assemblyName, string typeName) =>
            Types.TryGetValue(typeName, out var type) ? type : base.BindToType(assemblyName, typeName);
    }

    public sealed class ChartPlugin
    {
        private readonly JsonSerializer serializer = new() { TypeNameHandling = TypeNameHandling.Objects, SerializationBinder = new ShortNames() };

        [KernelFunction("draw_chart"), Description("Draws a chart from a JSON description.")]
        public string Draw(string spec)
        {
            using var reader = new JsonTextReader(new System.IO.StringReader(spec));
            var marks = this.serializer.Deserialize<object[]>(reader) ?? [];
            return $"{marks.Length} marks drawn";
        }
    }
}

namespace Fixed
{
    public sealed record Bar(string Label, double Value);

    public sealed record Line(double[] Values);

    public sealed class ShortNames : DefaultSerializationBinder
    {
        private static readonly Dictionary<string, Type> Types = new() { ["bar"] = typeof(Bar), ["line"] = typeof(Line) };

        public override Type BindToType(string? assemblyName, string typeName)
        {
            if (Types.TryGetValue(typeName, out var type)) return type;
            throw new JsonSerializationException("A mark is a bar or a line.");
        }
    }

    public sealed class ChartPlugin
    {
        private readonly JsonSerializer serializer = new() { TypeNameHandling = TypeNameHandling.Objects, SerializationBinder = new ShortNames() };

        [KernelFunction("draw_chart"), Description("Draws a chart from a JSON description.")]
        public string Draw(string spec)
        {
            using var reader = new JsonTextReader(new System.IO.StringReader(spec));
            var marks = this.serializer.Deserialize<object[]>(reader) ?? [];
            return $"{marks.Length} marks drawn";
        }
    }
}
