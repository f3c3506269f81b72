using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Registry.Retrieval;

/// <summary>What an index has of a registry's versions.</summary>
public static class VersionDocument
{
    private const int MaxTexts = 200;

    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = 64, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>What is searched of one version. What can't be read of it is left out: the registry has the rest.</summary>
    public static ToolDocument Of(StoredVersion version, IReadOnlyList<string>? collections = null)
    {
        var document = new ToolDocument
        {
            Id = version.Id,
            Name = version.Name,
            Kind = version.Kind,
            State = version.State,
            SessionOf = version.SessionOf,
            Capabilities = version.Capabilities,
            Collections = collections ?? [],
            Asks = Read(version.Spec, spec => Member(spec, "asks") is { ValueKind: JsonValueKind.Array } asks ? asks.EnumerateArray().Take(MaxTexts).Select(Text).OfType<string>().ToArray() : []) ?? [],
        };
        return Read(version.McpTool, tool => document with
        {
            Title = Text(Member(tool, "title")),
            Description = Text(Member(tool, "description")) ?? "",
            Parameters = Member(Member(tool, "inputSchema"), "properties") is { ValueKind: JsonValueKind.Object } properties
                ? [.. properties.EnumerateObject().Take(MaxTexts).Select(property => new ToolParameterText(property.Name, Text(Member(property.Value, "description"))))] : [],
        }) ?? document;
    }

    /// <summary>The collections that a version is a member of.</summary>
    public static Func<StoredVersion, IReadOnlyList<string>> In(IReadOnlyList<ToolCollection> collections) => version =>
        [.. collections.Where(collection => collection.Members.Any(member => ToolReference.TryParse(member.Reference) is { } reference && reference.Accepts(version.Name, version.Version))).Select(collection => collection.Name)];

    /// <summary>All that is to be found in a registry: of each name the version that a call takes, and those that cannot be called by a name.</summary>
    /// <param name="registry">The registry.</param>
    /// <param name="collections">The collections of a version; null: none are known.</param>
    public static IEnumerable<ToolDocument> All(IToolRegistry registry, Func<StoredVersion, IReadOnlyList<string>>? collections = null)
    {
        var (name, called) = ((string?)null, (string?)null);
        foreach (var version in registry.List())
        {
            if (version.Name != name) (name, called) = (version.Name, registry.Find(version.Name)?.Id);
            // A session's tool is its maker's alone, who has its handle.
            if (version.State == ToolState.Session) continue;
            if (version.State is ToolState.Approved or ToolState.Deprecated && version.Id != called) continue;
            yield return Of(version, collections?.Invoke(version));
        }
    }

    /// <summary>Makes an index say what a registry says, where it does not already.</summary>
    public static ValueTask UpdateAsync(this ToolIndex index, IToolRegistry registry, Func<StoredVersion, IReadOnlyList<string>>? collections = null, CancellationToken cancellationToken = default)
    {
        var generation = registry.Generation;
        return index.UpdateAsync(All(registry, collections), generation, cancellationToken);
    }

    private static T? Read<T>(string json, Func<JsonElement, T> read)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            return read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Lone surrogates are no text either.
            return null;
        }
    }

    private static JsonElement? Member(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(name, out var member) ? member : null;

    private static string? Text(JsonElement? element) => element is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static string? Text(JsonElement element) => Text((JsonElement?)element);
}
