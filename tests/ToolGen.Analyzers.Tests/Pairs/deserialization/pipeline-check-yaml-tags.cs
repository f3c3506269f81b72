// Checks a CI pipeline written in YAML; a resolver turns the tags of the text into .NET types.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using Microsoft.SemanticKernel;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Vulnerable
{
    public sealed class TagTypes : INodeTypeResolver
    {
        public bool Resolve(NodeEvent? nodeEvent, ref Type currentType)
        {
            if (nodeEvent is null || nodeEvent.Tag.IsEmpty || Type.GetType(nodeEvent.Tag.Value.TrimStart('!')) is not { } type) return false;
            currentType = type;
            return true;
        }
    }

    public sealed class PipelinePlugin
    {
        private readonly IDeserializer yaml = new DeserializerBuilder()
            .WithNamingConvention(CamelCaseNamingConvention.Instance)
            .WithNodeTypeResolver(new TagTypes(), where => where.OnTop())
            .Build();

        [KernelFunction("check_pipeline"), Description("Checks a pipeline and lists its jobs.")]
        public string Check(string pipeline)
        {
            var jobs = this.yaml.Deserialize<Dictionary<string, object>>(pipeline);
            return string.Join("\n", jobs.Select(job => $"{job.Key}: {job.Value}"));
        }
    }
}

namespace Fixed
{
    public sealed class ScriptJob
    {
        public List<string> Lines { get; set; } = [];

        public override string ToString() => $"{this.Lines.Count} lines";
    }

    public sealed class DeployJob
    {
        public string Environment { get; set; } = "";

        public override string ToString() => $"to {this.Environment}";
    }

    public sealed class PipelinePlugin
    {
        private readonly IDeserializer yaml = new DeserializerBuilder()
            .WithNamingConvention(CamelCaseNamingConvention.Instance)
            .WithTagMapping("!script", typeof(ScriptJob))
            .WithTagMapping("!deploy", typeof(DeployJob))
            .Build();

        [KernelFunction("check_pipeline"), Description("Checks a pipeline and lists its jobs.")]
        public string Check(string pipeline)
        {
            var jobs = this.yaml.Deserialize<Dictionary<string, object>>(pipeline);
            return string.Join("\n", jobs.Select(job => $"{job.Key}: {job.Value}"));
        }
    }
}
