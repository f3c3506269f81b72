using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using ToolGen.Generator.Gate;
using ToolGen.Generator.Kinds.Declarative;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.Transform;

/// <summary>The steps of a transform, one after the other: what each is in C#, and what is known of the rows behind it.</summary>
internal sealed class StepWriter(TransformCode code, RowShape start)
{
    private readonly List<StepModel> steps = [];
    private readonly HashSet<string> references = [];
    private readonly ValueWriter values = new(code);
    private int stage;
    private bool isOrdered;
    private bool isSaved;

    /// <summary>Whether <c>file</c> is used.</summary>
    public bool UsesFile { get; private set; }

    /// <summary>Whether the rows were held and given again, so that the file at hand is no longer theirs.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>What is known of the rows.</summary>
    public RowShape Shape { get; private set; } = start;

    /// <summary>The variable of the rows.</summary>
    public string Rows => Variable(this.stage);

    public IReadOnlyList<StepModel> Steps => this.steps;

    /// <summary>The names of the scope that steps use.</summary>
    public IReadOnlyCollection<string> References => this.references;

    /// <summary>Figures that are known when all rows have passed.</summary>
    public List<FigureModel> Figures { get; } = [];

    /// <summary>What <c>save</c> keeps, to be defined when all rows have passed.</summary>
    public List<FlowItem> Saved { get; } = [];

    private RowShape? ShapeOfName(string name) => name == "row" ? this.Shape : null;

    /// <summary>A rule that looks at each record as it is read.</summary>
    public void Check(string text, IEnumerable<string> uses)
    {
        this.references.UnionWith(uses);
        this.Add("check").Text = text;
    }

    /// <summary>Writes a step.</summary>
    /// <param name="step">As the spec has it.</param>
    /// <param name="next">The step behind it: an order only needs the rows that a <c>take</c> wants.</param>
    public void Write(Step step, Step? next)
    {
        switch (step)
        {
            case WhereStep where:
                this.Simple("where", where.Condition);
                break;
            case SetStep set:
                this.Set(set);
                break;
            case SelectStep select:
                this.Select(select.Properties, RowShape.Of(), code.Names.Row);
                break;
            case MatchStep match:
                this.Match(match.Pattern, match.Source);
                break;
            case DistinctStep distinct:
                this.Distinct(distinct);
                break;
            case FlattenStep flatten:
                this.Flatten(flatten);
                break;
            case GroupStep group:
                this.Group(group);
                break;
            case SaveStep save:
                this.Save(save);
                break;
            case OrderStep order:
                var model = this.Add("order");
                model.Keys = order.Keys.Select(this.Key).ToList();
                if (next is TakeStep top && !this.isSaved) model.Top = this.Hole(code.Gate(top.Count, code.Names.Source), SyntaxKind.Argument);
                this.isOrdered = true;
                this.IsHeld = true;
                break;
            case SkipStep skip:
                this.Add("skip").Text = this.Hole(code.Gate(skip.Count, code.Names.Source), SyntaxKind.Argument);
                break;
            case TakeStep take:
                var taken = this.Add("take");
                taken.Text = this.Hole(code.Gate(take.Count, code.Names.Source), SyntaxKind.Argument);
                taken.Drains = this.isSaved;
                break;
        }
    }

    /// <summary>One row a match of a pattern.</summary>
    public void Match(JsonString pattern, SpecText? source)
    {
        var text = source is not null ? this.Hole(code.Gate(source, code.Names.Row), SyntaxKind.Argument)
            : this.Shape["line"] is not null ? "row.Line"
            : this.Shape["text"] is not null ? "row.Text"
            : "";
        if (text.Length == 0) code.Findings.Add(FindingCatalog.MatchSource, pattern.Span);
        this.references.Add(pattern.Value);
        var model = this.Add("match");
        model.Text = text;
        model.Parameters = pattern.Value;
        this.Shape = RowShape.Of("value", "index", "length", "groups");
    }

    /// <summary>Taps the rows for the figures of a <c>result</c>, <c>let</c> or <c>fail</c>.</summary>
    public void Tap(IReadOnlyList<FigureModel> figures)
    {
        if (figures.Count == 0) return;
        this.Add("tap").Figures = figures;
        this.Figures.AddRange(figures);
    }

    /// <summary>The figures of calls.</summary>
    public IReadOnlyList<FigureModel> FiguresOf(IEnumerable<AggregateCall> calls) => calls.Select(call => new FigureModel(
        "__figure" + call.Local,
        char.ToUpperInvariant(call.Function[0]) + call.Function.Substring(1),
        this.Hole(call.Argument, SyntaxKind.SimpleLambdaExpression),
        call.Local)).ToList();

    /// <summary>Writes each row to a file as it passes.</summary>
    /// <param name="keys">Statements that take the values of its path into <c>__keys</c>; empty: it waits for none.</param>
    /// <param name="text">Statements that give the row to <c>__text</c>.</param>
    public void Write(string keys, string text)
    {
        var model = this.Add("write");
        model.Parameters = keys;
        model.Text = text;
    }

    /// <summary>Notes the names that an expression over a row uses.</summary>
    public void Use(GatedExpression gated)
    {
        this.references.UnionWith(gated.RootNames);
        if (!gated.RootNames.Contains("file")) return;
        this.UsesFile = true;
        if (!this.IsHeld) return;
        var name = gated.Expression.DescendantNodesAndSelf().First(node => node.ToString() == "file");
        new CodeText(gated.Text, gated.Source.Length, code.Findings).Report(FindingCatalog.FileBehindOrder, name.SpanStart, name.Span.Length);
    }

    /// <summary>Says that the file at hand is used.</summary>
    public void UseFile() => this.UsesFile = true;

    private static string Variable(int stage) => "__rows" + stage.ToString(CultureInfo.InvariantCulture);

    private StepModel Add(string word)
    {
        var from = this.Rows;
        this.stage++;
        var model = new StepModel(word, from, this.Rows);
        this.steps.Add(model);
        return model;
    }

    private string Hole(GatedExpression? gated, params SyntaxKind[] parents)
    {
        if (gated is not null) this.Use(gated);
        return gated is { } argument ? code.Hole(argument, parents) : "";
    }

    private void Simple(string word, SpecText text) => this.Add(word).Text = this.Hole(code.Gate(text, code.Names.Row), SyntaxKind.SimpleLambdaExpression);

    private KeyModel Key(OrderKey key) => new(this.Hole(code.Gate(key.Expression, code.Names.Row, key.Length)), key.Descending);

    private void Set(SetStep set)
    {
        if (!this.Shape.IsKnown)
        {
            code.Findings.Add(FindingCatalog.RowUnknown, set.Node.Span);
            return;
        }

        this.Select(set.Properties, this.Shape, code.Names.RowAfterOrder);
    }

    private void Select(IReadOnlyList<ResultProperty> properties, RowShape kept, ExpressionScope scope)
    {
        var texts = kept.Fields.ToDictionary(field => field.JsonName, field => "row." + field.Name);
        var shape = kept;
        foreach (var property in properties)
        {
            texts[property.Name] = this.values.Write(property.Value, scope, out var inner, this.Use);
            shape = shape.With(property.Name, inner, property.Member.NameSpan);
        }

        var model = this.Add("select");
        model.Parameters = this.UsesPrevious(properties) ? "(row, prev)" : "row";
        model.Fields = shape.Fields.Select(field => new NamedText(field.Name, texts[field.JsonName])).ToList();
        this.Shape = shape;
    }

    // `prev` is only asked for where it is used: the rows would otherwise be held one longer for nothing.
    private bool UsesPrevious(IReadOnlyList<ResultProperty> properties)
    {
        if (!this.references.Remove("prev")) return false;
        if (!this.isOrdered) code.Findings.Add(FindingCatalog.PreviousWithoutOrder, properties[0].Member.NameSpan);
        return true;
    }

    private void Distinct(DistinctStep distinct)
    {
        var model = this.Add(distinct.Keep.Count > 0 ? "distinct-order" : distinct.KeepLast ? "distinct-last" : "distinct");
        model.Keys = distinct.Keep.Select(this.Key).ToList();
        model.Fields = distinct.Keys.Select((key, i) => new NamedText("Key" + i.ToString(CultureInfo.InvariantCulture), this.Hole(code.Gate(key, code.Names.Row)))).ToList();
        this.IsHeld |= model.Word != "distinct";
    }

    private void Flatten(FlattenStep flatten)
    {
        var sequence = code.Gate(flatten.Sequence, code.Names.Row);
        var inner = sequence is null ? null : ShapeOf.Sequence(sequence.Expression, this.ShapeOfName);
        if (flatten.As is not { } name)
        {
            this.Add("flatten").Text = this.Hole(sequence, SyntaxKind.SimpleLambdaExpression);
            this.Shape = inner ?? RowShape.Unknown;
            return;
        }

        if (!this.Shape.IsKnown)
        {
            code.Findings.Add(FindingCatalog.RowUnknown, flatten.Node.Span);
            return;
        }

        var before = this.Shape;
        this.Shape = before.With(name.Name, inner, name.NameSpan);
        var model = this.Add("flatten-as");
        model.Text = this.Hole(sequence, SyntaxKind.SimpleLambdaExpression);
        model.Fields = this.Shape.Fields.Select(field => new NamedText(field.Name, field.JsonName == name.Name ? "__item" : "row." + field.Name)).ToList();
    }

    private void Group(GroupStep group)
    {
        var shape = RowShape.Of();
        var keys = new List<NamedText>();
        foreach (var key in group.Keys)
        {
            var gated = code.Gate(key.Expression, code.Names.Row);
            shape = shape.With(key.Name, gated is null ? null : ShapeOf.Value(gated.Expression, this.ShapeOfName), key.Member.NameSpan);
            keys.Add(new(shape[key.Name]!.Name, this.Hole(gated, SyntaxKind.AnonymousObjectMemberDeclarator)));
        }

        var results = keys.Select(key => new NamedText(key.Name, "__key." + key.Name)).ToList();
        var figures = new List<FigureModel>();
        foreach (var aggregate in group.Aggregates)
        {
            var isRepeated = shape[aggregate.Name] is not null;
            shape = shape.With(aggregate.Name, null, aggregate.Member.NameSpan);
            if (isRepeated)
            {
                code.Findings.Add(FindingCatalog.NameTaken, aggregate.Member.NameSpan, aggregate.Name);
                continue;
            }

            if (code.GateFigures(aggregate.Expression, code.Names.Aggregate) is not { } split) continue;
            figures.AddRange(this.FiguresOf(split.Calls));
            results.Add(new(shape[aggregate.Name]!.Name, this.Hole(split.Outer, SyntaxKind.AnonymousObjectMemberDeclarator)));
        }

        var model = this.Add("group");
        model.Fields = keys;
        model.Figures = figures;
        model.Results = results;
        this.Shape = shape;
        this.isOrdered = false;
        this.IsHeld = true;
    }

    private void Save(SaveStep save)
    {
        var figures = new List<FigureModel>();
        foreach (var figure in save.Figures)
        {
            if (code.GateFigures(figure.Expression, code.Names.Aggregate) is not { } split) continue;
            figures.AddRange(this.FiguresOf(split.Calls));
            this.Saved.Add(new([figure.Name], split.Outer.RootNames, $"var {figure.Name} ={code.Hole(split.Outer, SyntaxKind.EqualsValueClause)};", figure.Member.NameSpan));
        }

        this.Tap(figures);
        this.isSaved = true;
    }
}
