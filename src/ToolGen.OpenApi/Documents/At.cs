using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;

namespace ToolGen.OpenApi.Documents;

/// <summary>A value of a document and the file it stands in: references count from there, findings point there.</summary>
/// <param name="File">The file.</param>
/// <param name="Node">The value; null: there is none.</param>
internal readonly record struct At(DocumentFile File, JsonNode? Node)
{
    public bool IsThere => this.Node is not null;

    public bool IsObject => this.Node is JsonObject;

    public TextSpan Span => this.Node?.Span ?? default;

    /// <summary>A member; nothing where this is no object or has none.</summary>
    public At this[string name] => new(this.File, (this.Node as JsonObject)?[name]);

    public IEnumerable<(string Name, At Value)> Members
    {
        get
        {
            var file = this.File;
            return (this.Node as JsonObject)?.Members.Select(member => (member.Name, new At(file, member.Value))) ?? [];
        }
    }

    public IEnumerable<At> Items
    {
        get
        {
            var file = this.File;
            return (this.Node as JsonArray)?.Items.Select(item => new At(file, item)) ?? [];
        }
    }

    /// <summary>The text, or null where it is another value or blank.</summary>
    public string? Text => this.Node is JsonString { Value: var text } && !string.IsNullOrWhiteSpace(text) ? text : null;
}
