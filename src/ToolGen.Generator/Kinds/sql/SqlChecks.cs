using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Generator.Types;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Fixes;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;
using ToolGen.Specification.Sql;

namespace ToolGen.Generator.Kinds.Sql;

/// <summary>What can be said of a statement before any database has seen it, each at its place in the spec.</summary>
internal sealed class SqlChecks(KindWork work, SqlImplementation implementation, SqlRows rows)
{
    private static readonly HashSet<string> BeforeNames = new(StringComparer.OrdinalIgnoreCase) { "from", "join", "into", "update", "table", "by", "as", "collate" };

    // Functions with FROM between their arguments.
    private static readonly HashSet<string> FromInside = new(StringComparer.OrdinalIgnoreCase) { "extract", "substring", "trim", "overlay" };

    private readonly HashSet<(string Id, TextSpan Place)> said = [];

    /// <summary>Says what is wrong; false where the statement as a whole is.</summary>
    public bool Check()
    {
        if (!this.PiecesAreWhole()) return false;
        foreach (var template in SqlTemplate.Variants(implementation.Pieces))
        {
            var review = SqlReview.Of(template.Text, implementation.Writes);
            if (review.Problem is { } problem)
            {
                this.Say(template, problem);
                return false;
            }

            this.Holes(template, review.Tokens);
            var shape = new SqlShape(review.Tokens);
            if (shape is { Cut: { } cut, IsOrdered: false }) this.Add(FindingCatalog.SqlUnordered, template.PlaceOf(cut.Start, cut.End), cut.Value.ToUpperInvariant());
            if (implementation.Writes && !review.Tokens.Any(token => token.Kind == SqlTokenKind.Word && token.Value.ToLowerInvariant() is "insert" or "update" or "delete" or "replace" or "merge"))
                this.Add(FindingCatalog.SqlReadOnly, implementation.Node.Member("writes")!.NameSpan);
        }

        this.Columns();
        this.Conditions();
        this.Count();
        return true;
    }

    // A piece may be left out: what opens in it must close in it.
    private bool PiecesAreWhole()
    {
        var isWhole = true;
        foreach (var piece in implementation.Pieces)
        {
            foreach (var text in SqlTemplate.TextsOf(piece))
            {
                var template = SqlTemplate.Of(piece, text);
                var bad = SqlLexer.Read(template.Text, SqlDialect.Sqlite).LastOrDefault() is { Kind: SqlTokenKind.Bad } one && SqlLexer.Read(template.Text, SqlDialect.PostgreSql).LastOrDefault() is { Kind: SqlTokenKind.Bad } ? one : default;

                // A hole in quotes the reader of specs has said already.
                if (bad.Kind != SqlTokenKind.Bad) continue;
                isWhole = false;
                this.Add(FindingCatalog.SqlUnreadable, template.PlaceOf(bad.Start, bad.End), bad.Value);
            }
        }

        return isWhole;
    }

    private void Say(SqlTemplate template, SqlProblem problem)
    {
        var place = template.PlaceOf(problem.Start, problem.End);
        switch (problem.Fault)
        {
            case SqlFault.Writes:
                this.Add(FindingCatalog.SqlWrites, place, problem.Message);
                break;
            case SqlFault.Schema or SqlFault.Statement:
                this.Add(FindingCatalog.SqlSchema, place, problem.Message);
                break;
            case SqlFault.Name:
                this.Add(FindingCatalog.SqlName, place, problem.Message);
                break;
            default:
                this.Add(FindingCatalog.SqlUnreadable, place, problem.Message);
                break;
        }
    }

    private void Holes(SqlTemplate template, IReadOnlyList<SqlToken> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != SqlTokenKind.Hole) continue;
            var before = i > 0 ? tokens[i - 1] : default;
            var after = i + 1 < tokens.Count ? tokens[i + 1] : default;
            var isName = before.IsSymbol('.') || after.IsSymbol('.') || after.IsWord("asc") || after.IsWord("desc")
                || (before.Kind == SqlTokenKind.Word && BeforeNames.Contains(before.Value) && !(before.IsWord("from") && IsFromOfValue(tokens, i - 1)));
            if (isName) this.Add(FindingCatalog.SqlHoleName, template.PlaceOf(tokens[i].Start, tokens[i].End), template.HoleAt(tokens[i].Start).Hole.Reference!);
        }
    }

    // IS DISTINCT FROM x, EXTRACT(year FROM x), SUBSTRING(x FROM y).
    private static bool IsFromOfValue(IReadOnlyList<SqlToken> tokens, int from)
    {
        if (from > 0 && tokens[from - 1].IsWord("distinct")) return true;
        var depth = 0;
        for (var i = from - 1; i > 0; i--)
        {
            if (tokens[i].IsSymbol(')')) depth++;
            if (tokens[i].IsSymbol('(') && depth-- == 0) return tokens[i - 1].Kind == SqlTokenKind.Word && FromInside.Contains(tokens[i - 1].Value);
        }

        return false;
    }

    private void Columns()
    {
        var template = SqlTemplate.Variants(implementation.Pieces)[0];
        var shape = new SqlShape(SqlReview.Of(template.Text, implementation.Writes).Tokens);
        if (!shape.GivesRows) return;
        if (rows.Columns is not { } columns)
        {
            if (shape.Columns() is null) this.Add(FindingCatalog.SqlColumnUnnamed, this.FirstPlace(), "SELECT *");
            return;
        }

        var properties = rows.Plan?.Root.Properties.Select(property => property.Name).ToList() ?? [];
        foreach (var column in columns)
        {
            var text = template.Text.Substring(column.Start, Math.Min(column.End - column.Start, 60)).Replace(SqlLexer.Hole, '?');
            if (column.Name is null) this.Add(FindingCatalog.SqlColumnUnnamed, template.PlaceOf(column.Start, column.End), text);
            else if (!properties.Any(property => SqlRows.IsNamed(column, property))) this.Add(FindingCatalog.SqlColumnUnused, template.PlaceOf(column.Start, column.End), column.Name);
        }

        var names = string.Join(", ", columns.Where(column => column.Name is not null).Select(column => column.Name));
        foreach (var property in implementation.Record?.Root.Properties ?? [])
        {
            if (!property.IsRequired || columns.Any(column => SqlRows.IsNamed(column, property.Name))) continue;
            var place = (implementation.Node["record"] as JsonObject)?.Members.FirstOrDefault(member => member.Name.TrimEnd('?') == property.Name)?.NameSpan ?? this.FirstPlace();
            this.Add(FindingCatalog.SqlColumnMissing, place, property.Name, names);
        }
    }

    private void Always(JsonString condition, string name, string property)
    {
        if (this.said.Add((FindingCatalog.SqlIfAlways.Id, condition.Span))) work.Findings.Add(FindingCatalog.SqlIfAlways, condition.Span, this.WithoutDefault(name), name, property);
    }

    // An empty list as default says that nothing is asked for; left out, it says so here too.
    private FindingFix? WithoutDefault(string name)
    {
        var schema = ((work.Spec.Root["inputSchema"] as JsonObject)?["properties"] as JsonObject)?[name] as JsonObject;
        return schema?.Member("default") is { Value: JsonArray { Items.Count: 0 } } member
            ? new("leave the default out", new([MendSink.Removing(schema, member)]))
            : null;
    }

    private void Conditions()
    {
        var input = work.Types.Records.FirstOrDefault(record => record.Name == (work.Input.Type as NamedType)?.Name);
        foreach (var piece in implementation.Pieces)
        {
            if (piece is SqlIfPiece condition && input?.Properties.FirstOrDefault(one => one.JsonName == condition.Condition.Value) is { Use: { } use } property
                && use.Type != LeafType.Boolean && !property.IsOptional && !property.Type.EndsWith("?", StringComparison.Ordinal))
                this.Always(condition.Condition, property.JsonName, property.Name);
            if (piece is SqlChoicePiece choice) this.Choices(choice);
        }
    }

    private void Choices(SqlChoicePiece piece)
    {
        var schema = work.Spec.Input.Root.Properties.FirstOrDefault(property => property.Name == piece.Choice.Value)?.Schema;
        if (schema?.Enum is not { } values || values.Any(value => value is not (JsonString or JsonNull))) return;
        var allowed = values.OfType<JsonString>().Select(value => value.Value).ToList();
        var names = piece.Choices.Select(choice => choice.Member.Name).ToList();
        if (allowed.Count != names.Count || allowed.Except(names).Any())
            this.Add(FindingCatalog.SqlChoiceMissing, piece.Choice.Span, piece.Choice.Value, string.Join(", ", allowed), string.Join(", ", names));
    }

    private void Count()
    {
        if (implementation.Count is not { } count) return;
        var output = work.Types.Records.FirstOrDefault(record => record.Name == (work.Output.Type as NamedType)?.Name);
        var property = output?.Properties.FirstOrDefault(one => one.JsonName == count.Value);
        var what = property is null ? "no property of the output" : property.Use.Type != LeafType.Int64 && property.Use.Type != LeafType.Int32 ? "no integer" : implementation.Writes ? "of a statement that writes" : null;
        if (what is not null) this.Add(FindingCatalog.SqlCount, count.Span, count.Value, what);
    }

    private TextSpan FirstPlace() => SqlTemplate.TextsOf(implementation.Pieces[0]).First().Text.Node.Span;

    private void Add(FindingDescriptor descriptor, TextSpan place, params string[] arguments)
    {
        if (this.said.Add((descriptor.Id, place))) work.Findings.Add(descriptor, place, arguments);
    }
}
