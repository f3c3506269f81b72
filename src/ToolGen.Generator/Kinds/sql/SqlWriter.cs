using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ToolGen.Generator.Kinds.Declarative;
using ToolGen.Generator.Templates;
using ToolGen.Generator.Types;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Specs;
using ToolGen.Specification.Sql;

namespace ToolGen.Generator.Kinds.Sql;

/// <summary>Makes the model of one sql tool: the statement, its rows, and the order of what stands around them.</summary>
internal sealed class SqlWriter
{
    private const string RowsName = "rows";

    private readonly DeclarativeCode code;
    private readonly SqlImplementation implementation;
    private readonly SqlRows rows;
    private readonly DeclarativeWriter declarative;
    private readonly RecordModel? row;
    private readonly HashSet<string> references = new(StringComparer.Ordinal) { "input" };
    private bool usesOne;

    public SqlWriter(DeclarativeCode code, SqlImplementation implementation, SqlRows rows)
    {
        this.code = code;
        this.implementation = implementation;
        this.rows = rows;
        this.row = code.Work.Types.Roots.TryGetValue(SqlRows.Type, out var use) ? code.RecordOf(use.Type) : null;
        this.declarative = new DeclarativeWriter(code, implementation, new HoleRoot("affected", new TypeUse(LeafType.Int64, false)));
    }

    public SqlModel Write()
    {
        var items = this.declarative.Items().ToList();
        var shape = this.row is null ? null : RowShape.Of(this.row, this.code.Work.Types, default);
        var result = this.declarative.Result(name => name == RowsName ? shape : null, property => this.ByName(property, shape));
        var pieces = new PieceWriter(this.code, this.implementation, this.declarative.Holes, this.references);
        var statement = new StatementModel
        {
            Database = CSharpText.Literal(this.implementation.Database.Value),
            Writes = this.implementation.Writes,
            Build = pieces.Write("__sql"),
            BuildCount = this.implementation.Count is null ? [] : pieces.WriteCount("__countSql"),
            Row = this.row?.Name ?? "",
            Make = this.row is null ? "" : this.Make(this.row),
            IsFlat = this.usesOne,
        };
        string[] gives = this.row is null ? ["affected"] : [RowsName, "affected"];
        items.Add(new(gives, this.references.ToList(), this.code.Work.Render("Kinds.sql.statement.sbn", statement), this.implementation.Node.Span));
        var columns = this.row?.Properties.Select(property => CSharpText.Literal(property.JsonName + (property.IsRequired ? "" : "?"))).ToList() ?? [];
        return new(this.code.Work.Output.TypeName, this.code.UsesNow, columns, this.declarative.Order(items), result, this.implementation.Writes);
    }

    private HoleRootValue? ByName(PropertyModel property, RowShape? shape)
    {
        if (this.implementation.Count?.Value == property.JsonName) return new("__count", null);
        if (this.row is null) return null;
        if (this.rows.List == property.JsonName) return new(RowsName, shape);
        if (!this.rows.IsFlat || this.row.Properties.FirstOrDefault(known => known.JsonName == property.JsonName) is not { } member) return null;
        this.usesOne = true;
        return new("__row." + member.Name, shape?[member.JsonName]?.Inner);
    }

    private string Make(RecordModel record)
    {
        var parts = record.Properties.Select((property, i) => $"{property.Name} = {this.Value(property, i.ToString(CultureInfo.InvariantCulture))}");
        return $"new {record.Name} {{ {string.Join(", ", parts)} }}";
    }

    private string Value(PropertyModel property, string number)
    {
        var mayMiss = !property.IsRequired || property.Use.IsNullable;
        var fallback = property.Start == "default!" ? "" : " ?? " + property.Start;
        if (property.Use.Type is LeafType leaf)
        {
            if (leaf == LeafType.Element) return $"r.Element({number})";
            return $"r.{MethodOf(leaf)}{(mayMiss ? "OrNull" : "")}({number}){(mayMiss ? fallback : "")}";
        }

        var json = $"r.Json({number}, {this.code.Work.Types.ReaderOf(property.Use with { IsNullable = false })})";
        return mayMiss ? $"r.IsNull({number}) ? {(fallback.Length > 0 ? property.Start : "null")} : {json}" : json;
    }

    private static string MethodOf(LeafType leaf) => leaf.Method switch
    {
        "Big" => "BigInteger",
        "Date" => "DateOnly",
        "Time" => "TimeOnly",
        "DateTime" => "DateTimeOffset",
        "Duration" => "TimeSpan",
        "Uuid" => "Guid",
        var same => same,
    };
}
