using System.Globalization;
using System.Linq;
using ToolGen.Specification.Json;

namespace ToolGen.Registry.Audit;

/// <summary>The body of a record, read strictly.</summary>
internal sealed class Body
{
    private readonly JsonObject root;
    private readonly long sequence;

    private Body(JsonObject root, long sequence)
    {
        this.root = root;
        this.sequence = sequence;
    }

    public static Body Read(string text, long sequence) =>
        JsonReader.Read(new SourceText("body", text)) is { Root: JsonObject root, Findings.Count: 0 } ? new(root, sequence) : throw Fault(sequence, "its body is no JSON object");

    /// <summary>The id of the version that a record is about; null: about none.</summary>
    public static string? SubjectOf(string kind, string text, long sequence) =>
        Kinds.IsOfKeys(kind) ? Kinds.KeysSubject : Kinds.IsOfVersion(kind) ? Read(text, sequence).Text("id") : null;

    public string Text(string name) => this.TextOrNull(name) ?? throw Fault(this.sequence, $"its {name} is missing");

    public string? TextOrNull(string name) => this.root[name] switch
    {
        null or JsonNull => null,
        JsonString text => text.Value,
        _ => throw Fault(this.sequence, $"its {name} is no text"),
    };

    public long Number(string name) => this.NumberOrNull(name) ?? throw Fault(this.sequence, $"its {name} is missing");

    public long? NumberOrNull(string name) => this.root[name] switch
    {
        null or JsonNull => null,
        JsonNumber number when long.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) => value,
        _ => throw Fault(this.sequence, $"its {name} is no whole number"),
    };

    public JsonObject Object(string name) => this.root[name] as JsonObject ?? throw Fault(this.sequence, $"its {name} is no object");

    public bool Has(string name) => this.root.Members.Any(member => member.Name == name);

    private static RegistryException Fault(long sequence, string why) => new(RegistryFault.Damaged, $"record {sequence} of the log can't be read: {why}");
}
