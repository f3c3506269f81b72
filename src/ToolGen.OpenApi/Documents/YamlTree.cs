using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ToolGen.OpenApi.Documents;

/// <summary>
/// Reads YAML into the tree of JSON, with places. An alias shares the value it stands for, so it costs no memory, but its values are
/// counted, and its nesting is measured, as if they stood there: what walks the tree later must end.
/// </summary>
internal sealed class YamlTree(SourceText source, ImportFindings findings)
{
    private const string MergeKey = "<<";

    private readonly Dictionary<string, JsonNode> anchors = new(StringComparer.Ordinal);
    private readonly Dictionary<JsonNode, Extent> extents = new(ReferenceEqualityComparer.Instance);
    private IParser parser = null!;
    private int depth;
    private long merged;

    /// <summary>The first document of the text.</summary>
    /// <exception cref="DocumentException">It is no YAML, or beyond a limit.</exception>
    public JsonNode Read()
    {
        try
        {
            this.parser = new Parser(new StringReader(EmptyBlocks.Mended(source.Text)));
            this.parser.Consume<StreamStart>();
            if (!this.parser.TryConsume<DocumentStart>(out _)) throw new DocumentException("it is empty");
            return this.Value();
        }
        catch (YamlException e)
        {
            throw new DocumentException($"line {e.Start.Line}, column {e.Start.Column}: {e.Message.Replace('\n', ' ')}");
        }
    }

    private JsonNode Value()
    {
        if (this.parser.TryConsume<AnchorAlias>(out var alias))
            return this.anchors.TryGetValue(alias.Value.Value, out var known) ? this.Within(known) : throw new DocumentException($"line {alias.Start.Line}: the alias *{alias.Value.Value} stands for nothing, or for what it stands in");
        if (++this.depth > DocumentLimits.Depth) throw TooDeep();
        var start = (NodeEvent)this.parser.Current!;
        var node = start switch
        {
            YamlDotNet.Core.Events.Scalar => this.Text(this.parser.Consume<Scalar>()),
            SequenceStart => this.Sequence(),
            _ => this.Mapping(),
        };
        this.depth--;
        if (!start.Anchor.IsEmpty) this.anchors[start.Anchor.Value] = node;
        return node;
    }

    private JsonNode Text(Scalar scalar)
    {
        var span = Span(scalar.Start, scalar.End);
        var isPlain = scalar.Style == ScalarStyle.Plain && (scalar.Tag.IsEmpty || scalar.Tag.IsNonSpecific);
        return isPlain ? YamlScalar.Plain(scalar.Value, span) : new JsonString(scalar.Value, span);
    }

    private JsonNode Sequence()
    {
        var start = this.parser.Consume<SequenceStart>();
        var items = new List<JsonNode>();
        while (!this.parser.Accept<SequenceEnd>(out _)) items.Add(this.Value());
        var end = this.parser.Consume<SequenceEnd>();
        return this.Measured(new JsonArray(items, Span(start.Start, end.End)), items);
    }

    private JsonNode Mapping()
    {
        var start = this.parser.Consume<MappingStart>();
        var members = new List<JsonMember>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var merged = new List<JsonObject>();
        var values = new List<JsonNode>();
        while (!this.parser.Accept<MappingEnd>(out _))
        {
            if (!this.parser.TryConsume<Scalar>(out var key)) throw new DocumentException($"line {this.parser.Current!.Start.Line}: a key is no text");
            var span = Span(key.Start, key.End);
            var value = this.Value();
            values.Add(value);
            if (key.Value == MergeKey && key.Style == ScalarStyle.Plain) merged.AddRange(value is JsonArray list ? list.Items.OfType<JsonObject>() : value is JsonObject one ? [one] : []);
            else if (names.Add(key.Value)) members.Add(new(key.Value, span, value));
            else findings.Add(FindingCatalog.DocumentSlip, source, span, $"the name `{key.Value}` stands twice; the first one counts");
        }

        var end = this.parser.Consume<MappingEnd>();

        // Merging copies, so it is counted as it happens. What stands in the mapping itself wins over what is merged into it.
        this.merged += merged.Sum(from => (long)from.Members.Count);
        if (this.merged > DocumentLimits.YamlValues) throw TooMany();
        members.AddRange(merged.SelectMany(from => from.Members).Where(member => names.Add(member.Name)));

        // What is dropped counts too: an alias may still stand for what is inside it.
        return this.Measured(new JsonObject(members, Span(start.Start, end.End)), values);
    }

    private JsonNode Measured(JsonNode node, List<JsonNode> values)
    {
        var extent = Extent.Around(values.Select(this.ExtentOf));
        if (extent.Weight > DocumentLimits.YamlValues) throw TooMany();
        this.extents[node] = extent;
        return node;
    }

    private JsonNode Within(JsonNode known) => this.depth + this.ExtentOf(known).Height <= DocumentLimits.Depth ? known : throw TooDeep();

    private Extent ExtentOf(JsonNode node) => this.extents.GetValueOrDefault(node, Extent.One);

    private static DocumentException TooMany() => new($"its aliases stand for more than {DocumentLimits.YamlValues:#,##0} values");

    private static DocumentException TooDeep() => new($"it nests deeper than {DocumentLimits.Depth}");

    private static TextSpan Span(Mark start, Mark end) => new((int)start.Index, Math.Max(0, (int)(end.Index - start.Index)));

    // Of a value: how many it holds with itself, and how many of them stand inside each other.
    private readonly record struct Extent(long Weight, int Height)
    {
        public static readonly Extent One = new(1, 1);

        public static Extent Around(IEnumerable<Extent> values) => values.Aggregate(One, (sum, value) => new(sum.Weight + value.Weight, Math.Max(sum.Height, value.Height + 1)));
    }
}
