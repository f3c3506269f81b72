// Flattens JSON into dotted keys; the reader's own depth limit is lifted and the walk recurses as deep as the text nests.
using System.Collections.Generic;
using System.ComponentModel;
using System.Text.Json;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class JsonPlugin
    {
        private static readonly JsonDocumentOptions Options = new() { MaxDepth = 1_000_000, AllowTrailingCommas = true };

        [KernelFunction("flatten_json"), Description("Flattens a JSON document into dotted keys.")]
        public IDictionary<string, string> Flatten(string json)
        {
            using var document = JsonDocument.Parse(json, Options);
            var flat = new SortedDictionary<string, string>();
            Add(document.RootElement, "$");
            return flat;

            void Add(JsonElement element, string path)
            {
                switch (element.ValueKind)
                {
                    case JsonValueKind.Object:
                        foreach (var p in element.EnumerateObject()) Add(p.Value, $"{path}.{p.Name}");
                        break;
                    case JsonValueKind.Array:
                        var i = 0;
                        foreach (var e in element.EnumerateArray()) Add(e, $"{path}[{i++}]");
                        break;
                    default:
                        flat[path] = element.ToString();
                        break;
                }
            }
        }
    }
}

namespace Fixed
{
    public sealed class JsonPlugin
    {
        private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32, AllowTrailingCommas = true };

        [KernelFunction("flatten_json"), Description("Flattens a JSON document, at most 32 levels deep, into dotted keys.")]
        public IDictionary<string, string> Flatten(string json)
        {
            if (json.Length > 200_000) throw new JsonException("the document is longer than 200,000 characters");

            using var document = JsonDocument.Parse(json, Options);
            var flat = new SortedDictionary<string, string>();
            Add(document.RootElement, "$");
            return flat;

            void Add(JsonElement element, string path)
            {
                switch (element.ValueKind)
                {
                    case JsonValueKind.Object:
                        foreach (var p in element.EnumerateObject()) Add(p.Value, $"{path}.{p.Name}");
                        break;
                    case JsonValueKind.Array:
                        var i = 0;
                        foreach (var e in element.EnumerateArray()) Add(e, $"{path}[{i++}]");
                        break;
                    default:
                        flat[path] = element.ToString();
                        break;
                }
            }
        }
    }
}
