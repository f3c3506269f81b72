using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <summary>Station Read, part schemas: JSON Schema 2020-12 → plan. Every keyword is enforced, annotates, or is refused at its place; none is ignored.</summary>
public sealed partial class SchemaReader
{
    /// <summary>Schemas of one plan, all documents together; a schema that models read has some dozen.</summary>
    public const int MaxSchemas = 10_000;

    private readonly SchemaUse use;
    private readonly SchemaOptions options;
    private readonly List<SchemaNode> own = [];
    private readonly List<string> definitions = [];
    private FindingSink sink;
    private bool isTooLarge;

    private SchemaReader(FindingSink sink, SchemaUse use, SchemaOptions options)
    {
        this.sink = sink;
        this.use = use;
        this.options = options;
    }

    /// <summary>Reads a schema with all that is in it. Never throws; no document is fetched.</summary>
    /// <param name="schema">An object, <c>true</c> or <c>false</c>.</param>
    /// <param name="sink">Takes every finding (TG10xx, and TG11xx for patterns).</param>
    /// <param name="use">Where the schema stands.</param>
    /// <param name="options">By which rules; null: those of specs.</param>
    /// <returns>The plan, or null where an error was found.</returns>
    public static SchemaPlan? Read(JsonNode schema, FindingSink sink, SchemaUse use = SchemaUse.Plain, SchemaOptions? options = null)
    {
        var before = sink.Errors;
        var reader = new SchemaReader(sink, use, options ?? SchemaOptions.Specs);
        var root = reader.ReadDocument("", schema, "");
        var plan = reader.Link(root);
        var closes = use is SchemaUse.Input or SchemaUse.Output && reader.options.Closes;
        if (closes) reader.RequireObject(root, schema);
        if (plan is not null && closes) SchemaClosing.Run(plan, reader.own);
        if (plan is not null && reader.options.Reviews && !reader.isTooLarge) SchemaReview.Run(plan, reader.own, sink);
        return sink.Errors == before ? plan : null;
    }

    private bool RefusesUnknown => this.options.RefusesUnknown && !this.isForeign;

    private SchemaNode ReadSchema(JsonNode node, string pointer)
    {
        if (this.read.Count >= MaxSchemas) return this.TooLarge(node, pointer, $"{MaxSchemas} schemas");
        var schema = node switch
        {
            JsonObject members => this.ReadMembers(members, pointer),
            JsonBoolean always => new SchemaNode { Node = node, Pointer = pointer, Resource = this.resource, Types = always.Value ? SchemaTypes.Any : SchemaTypes.None },
            _ => this.Refuse(node, pointer),
        };
        this.read[node] = schema;
        if (!this.isForeign) this.own.Add(schema);
        return schema;
    }

    private SchemaNode TooLarge(JsonNode node, string pointer, string cap)
    {
        if (!this.isTooLarge) this.sink.Add(FindingCatalog.SchemaTooLarge, node.Span, cap);
        this.isTooLarge = true;
        return new() { Node = node, Pointer = pointer, Resource = this.resource };
    }

    private SchemaNode Refuse(JsonNode node, string pointer)
    {
        var word = (node as JsonString)?.Value;
        var fix = word is null ? null : TypeFix.ForSchema(node, word);
        this.sink.Add(FindingCatalog.NoSchema, node.Span, fix, Excerpt.Of(node));
        return new() { Node = node, Pointer = pointer, Resource = this.resource };
    }

    private SchemaNode ReadKeywords(JsonObject schema, JsonObject written, string pointer)
    {
        if (this.RefusesUnknown) this.RefuseUnknown(schema);
        this.ReadDefinitions(schema, pointer);
        var required = this.ReadRequired(schema);
        var format = this.Text(schema, "format");
        var isJson = this.ReadMediaType(schema);
        var pattern = this.ReadPattern(schema);
        return new()
        {
            Node = written,
            Pointer = pointer,
            Resource = this.resource,
            Types = this.ReadTypes(schema),
            Reference = this.ReadReference(schema),
            DynamicReference = this.ReadDynamicReference(schema),
            DynamicAnchor = (schema["$dynamicAnchor"] as JsonString)?.Value,
            Enum = this.ReadEnum(schema),
            Const = schema["const"],
            Minimum = this.Number(schema, "minimum"),
            Maximum = this.Number(schema, "maximum"),
            ExclusiveMinimum = this.Number(schema, "exclusiveMinimum"),
            ExclusiveMaximum = this.Number(schema, "exclusiveMaximum"),
            MultipleOf = this.ReadMultipleOf(schema),
            MinLength = this.Count(schema, "minLength"),
            MaxLength = this.Count(schema, "maxLength"),
            Pattern = pattern,
            Matcher = pattern is null ? null : this.Ready(pattern),
            Format = format?.Value,
            FormatAsserted = format is not null && this.IsAsserted(format),
            Base64 = this.ReadEncoding(schema),
            JsonText = isJson,
            ContentSchema = this.ReadChild(schema, "contentSchema", pointer) is { } content && isJson ? content : null,
            PrefixItems = this.ReadPrefixItems(schema, pointer),
            Items = this.ReadItems(schema, pointer),
            MinItems = this.Count(schema, "minItems"),
            MaxItems = this.Count(schema, "maxItems"),
            UniqueItems = this.Flag(schema, "uniqueItems"),
            Contains = this.ReadChild(schema, "contains", pointer),
            MinContains = this.Count(schema, "minContains"),
            MaxContains = this.Count(schema, "maxContains"),
            UnevaluatedItems = this.ReadChild(schema, "unevaluatedItems", pointer),
            Properties = this.ReadProperties(schema, pointer, required),
            PatternProperties = this.ReadPatternProperties(schema, pointer),
            Required = required,
            AdditionalProperties = this.ReadChild(schema, "additionalProperties", pointer),
            UnevaluatedProperties = this.ReadChild(schema, "unevaluatedProperties", pointer),
            PropertyNames = this.ReadChild(schema, "propertyNames", pointer),
            DependentSchemas = this.ReadDependentSchemas(schema, pointer),
            DependentRequired = this.ReadDependentRequired(schema),
            MinProperties = this.Count(schema, "minProperties"),
            MaxProperties = this.Count(schema, "maxProperties"),
            AllOf = this.ReadList(schema, "allOf", pointer),
            AnyOf = this.ReadList(schema, "anyOf", pointer),
            OneOf = this.ReadList(schema, "oneOf", pointer),
            Not = this.ReadChild(schema, "not", pointer),
            If = this.ReadChild(schema, "if", pointer),
            Then = this.ReadChild(schema, "then", pointer),
            Else = this.ReadChild(schema, "else", pointer),
            Title = this.Lines(schema, "title"),
            Description = this.Lines(schema, "description"),
            Default = schema["default"],
            Examples = this.Elements(schema, "examples"),
            NominalType = this.ReadNominalType(schema),
        };
    }

    private void RequireObject(SchemaNode root, JsonNode schema)
    {
        if (root.Types == SchemaTypes.Object || schema is not JsonObject members) return;
        var insert = members.Members.Count > 0 && members.Member("type") is null && members.Member("properties") is not null
            ? new FindingFix("Add \"type\": \"object\"", new(new TextEdit(new(members.Members[0].NameSpan.Start, 0), "\"type\": \"object\", ")))
            : null;
        this.sink.Add(FindingCatalog.RootIsNoObject, members.Member("type")?.Value.Span ?? schema.Span, insert, this.use == SchemaUse.Input ? "inputSchema" : "outputSchema");
    }
}
