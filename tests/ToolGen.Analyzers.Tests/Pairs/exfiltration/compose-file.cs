// Explains the services of a compose file; only lines that spell "password:" in small letters are blanked.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;
using YamlDotNet.RepresentationModel;

namespace Vulnerable
{
    public sealed class ComposePlugin(string composeFile)
    {
        [KernelFunction("describe_services"), Description("Describes the services that run here.")]
        public async Task<string> DescribeServicesAsync()
        {
            var text = await File.ReadAllTextAsync(composeFile);
            return Redact(text);
        }

        private static string Redact(string yaml) => Regex.Replace(yaml, @"password:\s*\S+", "password: ***");
    }
}

namespace Fixed
{
    public sealed class ComposePlugin(string composeFile)
    {
        [KernelFunction("describe_services"), Description("Describes the services that run here.")]
        public Task<string> DescribeServicesAsync()
        {
            using var reader = new StreamReader(composeFile);
            var yaml = new YamlStream();
            yaml.Load(reader);
            return Task.FromResult(string.Join(Environment.NewLine, Services((YamlMappingNode)yaml.Documents[0].RootNode)));
        }

        private static IEnumerable<string> Services(YamlMappingNode root)
        {
            foreach (var (name, service) in (YamlMappingNode)root["services"])
            {
                var image = service is YamlMappingNode map && map.Children.TryGetValue("image", out var node) && node is YamlScalarNode scalar ? scalar.Value : null;
                yield return $"{name}: {image ?? "built here"}";
            }
        }
    }
}
