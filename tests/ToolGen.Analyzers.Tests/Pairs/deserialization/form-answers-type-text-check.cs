// Reads the answers of a form; texts with "$type" are refused, but the name can be written with escapes.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using ModelContextProtocol;
using ModelContextProtocol.Server;
using Newtonsoft.Json;

namespace Vulnerable
{
    public sealed class Answer
    {
        public string Question { get; set; } = "";

        public object? Value { get; set; }
    }

    [McpServerToolType]
    public static class FormTools
    {
        private static readonly JsonSerializerSettings Settings = new() { TypeNameHandling = TypeNameHandling.All };

        [McpServerTool(Name = "read_answers"), Description("Reads the answers of a form.")]
        public static IReadOnlyList<string> ReadAnswers(string json)
        {
            if (json.Contains("$type", StringComparison.OrdinalIgnoreCase) || json.Contains("System."))
                throw new McpException("The answers contain a forbidden field.");

            var answers = JsonConvert.DeserializeObject<List<Answer>>(json, Settings);
            return answers?.Select(a => $"{a.Question}: {a.Value}").ToArray() ?? [];
        }
    }
}

namespace Fixed
{
    public sealed class Answer
    {
        public string Question { get; set; } = "";

        public string? Value { get; set; }
    }

    [McpServerToolType]
    public static class FormTools
    {
        private static readonly JsonSerializerSettings Settings = new() { MetadataPropertyHandling = MetadataPropertyHandling.Ignore, MaxDepth = 8 };

        [McpServerTool(Name = "read_answers"), Description("Reads the answers of a form.")]
        public static IReadOnlyList<string> ReadAnswers(string json)
        {
            var answers = JsonConvert.DeserializeObject<List<Answer>>(json, Settings);
            return answers?.Select(a => $"{a.Question}: {a.Value}").ToArray() ?? [];
        }
    }
}
