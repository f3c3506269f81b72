using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Methods;

/// <summary>What generated code of tool methods calls to turn values of the schema into the method's own types and back.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MethodValues
{
    /// <summary>A service of the host.</summary>
    /// <exception cref="ToolException"><c>unavailable</c>: the host has none.</exception>
    public static T Service<T>(ToolContext context)
        where T : class => Found<T>(context.Services?.GetService(typeof(T)));

    /// <summary>What the host's services gave.</summary>
    /// <exception cref="ToolException"><c>unavailable</c>: nothing.</exception>
    public static T Found<T>(object? service)
        where T : class =>
        service as T ?? throw new ToolException(ToolErrorCodes.Unavailable, $"the host gives tools no service {typeof(T)}: register it, and hand the services to the context");

    /// <summary>A service, or null where the host has none.</summary>
    public static T? ServiceOrNull<T>(ToolContext context)
        where T : class => context.Services?.GetService(typeof(T)) as T;

    /// <summary>Ends a call whose argument no member of an enum has.</summary>
    public static T NoMember<T>(string word) => throw new ToolException(ToolErrorCodes.InvalidInput, $"{word} is no member of {typeof(T).Name}");

    /// <summary>The error of a result that is no member of its enum.</summary>
    public static ToolException NoWord<T>(T value)
        where T : struct, Enum => new(ToolErrorCodes.InvalidOutput, $"{value} is no member of {typeof(T).Name}");

    /// <summary>A text of one character as C# has it.</summary>
    public static char Character(string text) => text.Length == 1 ? text[0] : throw new ToolException(ToolErrorCodes.InvalidInput, "a character outside the basic plane does not fit");

    /// <summary>A point in time; one that says no zone counts as UTC.</summary>
    public static DateTimeOffset Instant(DateTime value) => value.Kind == DateTimeKind.Unspecified ? new(value, TimeSpan.Zero) : new(value);

    /// <summary>JSON as a node.</summary>
    public static JsonNode Node(JsonElement value) => JsonNode.Parse(value.GetRawText())!;

    /// <summary>Members as a node.</summary>
    public static JsonObject Object(IReadOnlyDictionary<string, JsonElement> members) =>
        new(members.Select(member => new KeyValuePair<string, JsonNode?>(member.Key, JsonNode.Parse(member.Value.GetRawText()))));

    /// <summary>Elements as a node.</summary>
    public static JsonArray Array(IReadOnlyList<JsonElement> items) => new(items.Select(item => JsonNode.Parse(item.GetRawText())).ToArray());

    /// <summary>A node as JSON.</summary>
    public static JsonElement Element(JsonNode node)
    {
        using var document = JsonDocument.Parse(node.ToJsonString());
        return document.RootElement.Clone();
    }

    /// <summary>The members of a node.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Members(JsonObject node) =>
        Element(node).EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);

    /// <summary>The elements of a node.</summary>
    public static IReadOnlyList<JsonElement> Items(JsonArray node) => [.. Element(node).EnumerateArray()];

    /// <summary>All that a sequence gives, until the call ends.</summary>
    public static async ValueTask<List<T>> ListAsync<T>(IAsyncEnumerable<T> items, CancellationToken cancellationToken)
    {
        var list = new List<T>();
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false)) list.Add(item);
        return list;
    }

    /// <summary>Ends a call before a value that contains itself ends the process.</summary>
    public static void EnsureDepth() => System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
}
