using System.Collections.Generic;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <summary>Station Read, part schemas: JSON Schema 2020-12 → plan. Every keyword is enforced, annotates, or is refused at its place; none is ignored.</summary>
public sealed partial class SchemaReader
{
    private readonly FindingSink sink;
    private readonly SchemaUse use;
    private readonly Dictionary<string, SchemaNode> places = [];
    private readonly List<string> definitions = [];

    private SchemaReader(FindingSink sink, SchemaUse use)
    {
        this.sink = sink;
        this.use = use;
    }

    /// <summary>Reads a schema with all that is in it. Never throws.</summary>
    /// <param name="schema">An object, <c>true</c> or <c>false</c>.</param>
    /// <param name="sink">Takes every finding (TG10xx, and TG11xx for patterns).</param>
    /// <param name="use">Where the schema stands.</param>
    /// <returns>The plan, or null where an error was found.</returns>
    public static SchemaPlan? Read(JsonNode schema, FindingSink sink, SchemaUse use = SchemaUse.Plain)
    {
        var before = sink.Errors;
        var reader = new SchemaReader(sink, use);
        var root = reader.ReadSchema(schema, "");
        var plan = reader.Link(root);
        if (use is SchemaUse.Input or SchemaUse.Output) reader.RequireObject(root, schema);
        if (plan is not null) SchemaReview.Run(plan, reader.places.Values, sink);
        return sink.Errors == before ? plan : null;
    }

    private SchemaNode ReadSchema(JsonNode node, string pointer)
    {
        var schema = node switch
        {
            JsonObject members => this.ReadKeywords(members, pointer),
            JsonBoolean always => new SchemaNode { Node = node, Pointer = pointer, Types = always.Value ? SchemaTypes.Any : SchemaTypes.None },
            _ => this.Refuse(node, pointer),
        };
        this.places[pointer] = schema;
        return schema;
    }

    private SchemaNode Refuse(JsonNode node, string pointer)
    {
        var word = (node as JsonString)?.Value;
        var fix = word is null ? null : TypeFix.ForSchema(node, word);
        this.sink.Add(FindingCatalog.NoSchema, node.Span, fix, Excerpt.Of(node));
        return new() { Node = node, Pointer = pointer };
    }

    private SchemaNode ReadKeywords(JsonObject schema, string pointer)
    {
        this.RefuseUnknown(schema);
        this.ReadDefinitions(schema, pointer);
        var types = this.ReadTypes(schema);
        var reference = this.ReadReference(schema);
        var required = this.ReadRequired(schema);
        var format = this.Text(schema, "format");
        var properties = this.ReadProperties(schema, pointer, required);
        var additional = this.ReadChild(schema, "additionalProperties", pointer);
        if (additional is null && reference is null && this.Closes(schema, types, pointer))
            additional = new() { Node = new JsonBoolean(false, schema.Span), Pointer = pointer + "/additionalProperties", Types = SchemaTypes.None };

        return new()
        {
            Node = schema,
            Pointer = pointer,
            Types = types,
            Reference = reference,
            Enum = this.ReadEnum(schema),
            Const = schema["const"],
            Minimum = this.Number(schema, "minimum"),
            Maximum = this.Number(schema, "maximum"),
            ExclusiveMinimum = this.Number(schema, "exclusiveMinimum"),
            ExclusiveMaximum = this.Number(schema, "exclusiveMaximum"),
            MultipleOf = this.ReadMultipleOf(schema),
            MinLength = this.Count(schema, "minLength"),
            MaxLength = this.Count(schema, "maxLength"),
            Pattern = this.ReadPattern(schema),
            Format = format?.Value,
            FormatAsserted = format is not null && this.IsAsserted(format),
            Base64 = this.ReadEncoding(schema),
            PrefixItems = this.ReadPrefixItems(schema, pointer),
            Items = this.ReadItems(schema, pointer),
            MinItems = this.Count(schema, "minItems"),
            MaxItems = this.Count(schema, "maxItems"),
            UniqueItems = this.Flag(schema, "uniqueItems"),
            Properties = properties,
            Required = required,
            AdditionalProperties = additional,
            MinProperties = this.Count(schema, "minProperties"),
            MaxProperties = this.Count(schema, "maxProperties"),
            Title = this.Lines(schema, "title"),
            Description = this.Lines(schema, "description"),
            Default = schema["default"],
            Examples = this.Elements(schema, "examples"),
            NominalType = this.ReadNominalType(schema),
        };
    }

    // An object without "properties" is a free map: closing it would leave only {}. The root is the list of arguments itself.
    private bool Closes(JsonObject schema, SchemaTypes types, string pointer) =>
        this.use is SchemaUse.Input or SchemaUse.Output && (types & SchemaTypes.Object) != 0 && (pointer.Length == 0 || schema.Member("properties") is not null);

    private void RefuseUnknown(JsonObject schema)
    {
        foreach (var member in schema.Members)
        {
            if (SchemaKeywords.IsKnown(member.Name))
            {
                if (member.Name is "deprecated" or "readOnly" or "writeOnly") this.Flag(schema, member.Name);
                else if (member.Name == "$comment") this.Text(schema, member.Name);
                else if (member.Name == "$schema") this.CheckDialect(member);
            }
            else if (SchemaKeywords.Refused.TryGetValue(member.Name, out var remedy))
            {
                this.sink.Add(FindingCatalog.RefusedKeyword, member.NameSpan, Excerpt.Quote(member.Name), remedy);
            }
            else
            {
                this.RefuseUnknown(schema, member);
            }
        }
    }

    private void RefuseUnknown(JsonObject schema, JsonMember member)
    {
        var fix = KeywordFix.For(this.sink.Source, schema, member);
        var near = this.sink.IsFull ? null : NearMiss.Of(member.Name, SchemaKeywords.All);
        var remedy = fix is not null ? fix.Title + "."
            : near is not null ? $"Did you mean {Excerpt.Quote(near)}?"
            : "Leave it out, or name it \"x-…\" to keep it as a note.";
        this.sink.Add(FindingCatalog.UnknownKeyword, member.NameSpan, fix, Excerpt.Quote(member.Name), remedy);
    }

    private void ReadDefinitions(JsonObject schema, string pointer)
    {
        foreach (var member in this.Members(schema, "$defs"))
        {
            var place = JsonPath.Append(pointer + "/$defs", member.Name);
            this.ReadSchema(member.Value, place);
            this.definitions.Add(place);
        }
    }

    private List<SchemaProperty> ReadProperties(JsonObject schema, string pointer, IReadOnlyList<string> required)
    {
        var names = new HashSet<string>(required);
        return this.Members(schema, "properties")
            .Select(member => new SchemaProperty(member.Name, names.Contains(member.Name), this.ReadSchema(member.Value, JsonPath.Append(pointer + "/properties", member.Name))))
            .ToList();
    }

    private List<SchemaNode> ReadPrefixItems(JsonObject schema, string pointer)
    {
        var elements = this.Elements(schema, "prefixItems");
        if (elements.Count == 0 && schema["prefixItems"] is JsonArray empty) this.WrongValue(empty, "prefixItems", "a list of at least one schema");
        return elements.Select((element, i) => this.ReadSchema(element, $"{pointer}/prefixItems/{i}")).ToList();
    }

    private SchemaNode? ReadItems(JsonObject schema, string pointer)
    {
        if (schema.Member("items") is { Value: JsonArray } member)
        {
            // Drafts before 2020-12 wrote tuples so.
            var fix = schema.Member("prefixItems") is null ? new FindingFix("Rename \"items\" to \"prefixItems\"", new(new TextEdit(member.NameSpan, "\"prefixItems\""))) : null;
            this.sink.Add(FindingCatalog.WrongKeywordValue, member.Value.Span, fix, "\"items\"", "one schema for all elements", "a list (a schema for each place is \"prefixItems\")");
            return null;
        }

        return this.ReadChild(schema, "items", pointer);
    }

    private SchemaNode? ReadChild(JsonObject schema, string keyword, string pointer) =>
        schema[keyword] is { } node ? this.ReadSchema(node, pointer + "/" + keyword) : null;

    private void RequireObject(SchemaNode root, JsonNode schema)
    {
        if (root.Types == SchemaTypes.Object || schema is not JsonObject members) return;
        var insert = members.Members.Count > 0 && members.Member("type") is null && members.Member("properties") is not null
            ? new FindingFix("Add \"type\": \"object\"", new(new TextEdit(new(members.Members[0].NameSpan.Start, 0), "\"type\": \"object\", ")))
            : null;
        this.sink.Add(FindingCatalog.RootIsNoObject, members.Member("type")?.Value.Span ?? schema.Span, insert, this.use == SchemaUse.Input ? "inputSchema" : "outputSchema");
    }
}
