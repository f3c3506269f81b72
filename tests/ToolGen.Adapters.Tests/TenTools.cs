using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using ToolGen.TestSupport;

namespace ToolGen.Adapters.Tests;

/// <summary>A call and what the contract itself says to it.</summary>
internal sealed record Said(string Tool, JsonElement Arguments, string? Output, string? Errors);

/// <summary>Ten tools with their own samples, and with calls that no schema takes.</summary>
internal static class TenTools
{
    public static ToolCatalog Catalog => Tools.Catalog.Tools;

    /// <summary>Every sample, and for each tool arguments that are wrong in several ways.</summary>
    public static async Task<IReadOnlyList<Said>> CallsAsync()
    {
        var calls = new List<Said>();
        foreach (var tool in Catalog.Tools)
        {
            using var spec = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "Specs", tool.Descriptor.Name + ".tool.json")));
            var inputs = spec.RootElement.GetProperty("examples").EnumerateArray().Select(example => example.GetProperty("input").Clone())
                .Append(JsonDocument.Parse("{}").RootElement).Append(JsonDocument.Parse("""{"no_such":true,"nor":"this"}""").RootElement);
            foreach (var input in inputs)
            {
                var result = await tool.CallAsync(Encoding.UTF8.GetBytes(input.GetRawText()), new SystemToolContext());
                calls.Add(new(tool.Descriptor.Name, input, result.IsError ? null : Encoding.UTF8.GetString(result.Output.Span), result.IsError ? result.ErrorText() : null));
            }
        }

        return calls;
    }

    /// <summary>JSON without the layout of whoever wrote it.</summary>
    public static string Compact(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement);
}
