using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Registry.Versions;
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
        // One reading of the registry, and of it what `Find` would say of each name: two spellings of a name are one name, and need not stand beside each other.
        var called = new Dictionary<string, Called>(StringComparer.OrdinalIgnoreCase);
        foreach (var version in registry.List())
        {
            // A session's tool is its maker's alone, who has its handle.
            if (version.State == ToolState.Session) continue;
            if (version.State is not (ToolState.Approved or ToolState.Deprecated)) yield return Of(version, collections?.Invoke(version));
            else if (!called.TryGetValue(version.Name, out var other) || other.IsAfter(version)) called[version.Name] = new(version.State, version.Version, version.Created, Of(version, collections?.Invoke(version)));
        }

        foreach (var one in called.Values) yield return one.Document;
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

    /// <summary>The version that a call of a name takes, of those read so far.</summary>
    private sealed record Called(ToolState State, string Version, DateTimeOffset Created, ToolDocument Document)
    {
        /// <summary>Whether a call takes the other one instead: approved before deprecated, then the newest number, then the one made last.</summary>
        public bool IsAfter(StoredVersion other)
        {
            if (this.State != other.State) return this.State == ToolState.Deprecated;
            var numbers = NewestFirst.Instance.Compare(this.Version, other.Version);
            return numbers != 0 ? numbers > 0 : this.Created < other.Created;
        }
    }
}
