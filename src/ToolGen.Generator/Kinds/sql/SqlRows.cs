using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Generator.Types;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Specs;
using ToolGen.Specification.Sql;

namespace ToolGen.Generator.Kinds.Sql;

/// <summary>
/// The properties of a row: columns take their types from <c>record</c>, else from the elements of the output's only list, else, where it has
/// none, from the output itself.
/// </summary>
internal sealed class SqlRows
{
    /// <summary>The name of the type.</summary>
    public const string Type = "Row";

    private SqlRows(IReadOnlyList<SqlColumn>? columns, SchemaPlan? plan, string? list, bool isFlat)
    {
        this.Columns = columns;
        this.Plan = plan;
        this.List = list;
        this.IsFlat = isFlat;
    }

    /// <summary>The columns that the statement gives; null: not known.</summary>
    public IReadOnlyList<SqlColumn>? Columns { get; }

    /// <summary>The schema of a row; null: the statement gives none.</summary>
    public SchemaPlan? Plan { get; }

    /// <summary>The output's only list, which takes the rows; null: there is none.</summary>
    public string? List { get; }

    /// <summary>Whether one row is the output.</summary>
    public bool IsFlat { get; }

    /// <summary>Decides the row of a spec.</summary>
    public static SqlRows Of(ToolSpec spec, SqlImplementation implementation)
    {
        var template = SqlTemplate.Variants(implementation.Pieces)[0];
        var tokens = SqlReview.Of(template.Text, implementation.Writes).Tokens;
        var shape = new SqlShape(tokens);
        if (tokens.Count == 0 || !shape.GivesRows) return new(null, null, null, false);
        var columns = shape.Columns();

        // What stands only sometimes makes no certain columns.
        if (columns is not null && columns.Any(column => template.PieceAt(column.Start) is not SqlTextPiece || template.PieceAt(column.End - 1) is not SqlTextPiece)) columns = null;

        var output = SchemaReader.Read(spec.Root["outputSchema"]!, new FindingSink(spec.Source), SchemaUse.Record);
        if (output is null) return new(columns, null, null, false);
        var definitions = output.Definitions.ToDictionary(definition => definition.Key, definition => definition.Value);
        var properties = new List<SchemaProperty>(implementation.Record is { } record ? Resolved(record.Root, record.Definitions).Properties : []);
        foreach (var definition in implementation.Record?.Definitions ?? new Dictionary<string, SchemaNode>()) definitions[definition.Key] = definition.Value;

        var root = Resolved(output.Root, output.Definitions);
        var lists = root.Properties.Where(property => Resolved(property.Schema, output.Definitions).Items is not null).ToList();
        var isFlat = lists.Count == 0;
        IEnumerable<SchemaProperty> typed = isFlat ? root.Properties.Where(property => !IsFilled(implementation, property.Name))
            : lists.Count == 1 ? Resolved(Resolved(lists[0].Schema, output.Definitions).Items!, output.Definitions).Properties : [];
        foreach (var property in typed)
        {
            if (properties.Any(known => known.Name == property.Name)) continue;
            if (columns is null ? !IsMade(implementation, property.Name) : columns.Any(column => IsNamed(column, property.Name))) properties.Add(property);
        }

        var nullable = properties.Select(property => (property.Schema.Types & SchemaTypes.Null) != 0 ? property with { IsRequired = true } : property).ToList();
        var row = new SchemaNode
        {
            Node = output.Root.Node,
            Pointer = "",
            Types = SchemaTypes.Object,
            Properties = nullable,
            Required = nullable.Where(property => property.IsRequired).Select(property => property.Name).ToList(),
        };
        return new(columns, nullable.Count == 0 ? null : new(row, definitions), lists.Count == 1 ? lists[0].Name : null, isFlat);
    }

    /// <summary>Whether a column has a property's name: databases may change the case.</summary>
    public static bool IsNamed(SqlColumn column, string property) => string.Equals(column.Name, property, StringComparison.OrdinalIgnoreCase);

    // A property that has its value from elsewhere.
    private static bool IsFilled(SqlImplementation implementation, string name) =>
        implementation.Result?.Properties.Any(property => property.Name == name) == true || implementation.Let.Any(let => let.Name == name) || implementation.Count?.Value == name;

    // A property that a select of the result makes, so that the rows need not have it.
    private static bool IsMade(SqlImplementation implementation, string name) =>
        implementation.Result?.Properties.Any(property => property.Value is ResultEach { Select: { } select } && select.Properties.Any(made => made.Name == name)) == true;

    private static SchemaNode Resolved(SchemaNode node, IReadOnlyDictionary<string, SchemaNode> definitions)
    {
        for (var i = 0; i < 16 && node.Reference is { } pointer && definitions.TryGetValue(pointer, out var target); i++) node = target;
        return node;
    }
}
