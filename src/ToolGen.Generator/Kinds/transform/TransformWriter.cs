using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using ToolGen.Checks;
using ToolGen.Generator.Gate;
using ToolGen.Generator.Kinds.Declarative;
using ToolGen.Generator.Templates;
using ToolGen.Generator.Types;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.Transform;

/// <summary>Makes the model of one transform: source, steps, result, and the order of what stands between.</summary>
internal class TransformWriter(TransformCode code, TransformImplementation implementation)
{
    private readonly RecordWriter record = new(code, implementation);
    private readonly List<FlowItem> items = [];
    private readonly List<AggregateCall> totals = [];
    private readonly List<(FlowItem Rule, bool IsPerRow)> rules = [];

    private ToolSpec Spec => code.Work.Spec;

    protected TransformCode Code => code;

    public TransformModel Write()
    {
        var read = this.record.Write();
        var source = this.Source(out var sourceUses);
        var steps = new StepWriter(code, this.record.Shape);
        this.Lets();
        this.Rules();
        foreach (var (rule, _) in this.rules.Where(rule => rule.IsPerRow)) steps.Check(rule.Text, rule.References);
        if (implementation.Match is { } match) steps.Match(match, null);
        for (var i = 0; i < implementation.Steps.Count; i++) steps.Write(implementation.Steps[i], i + 1 < implementation.Steps.Count ? implementation.Steps[i + 1] : null);

        var uses = this.Output(steps);

        // What needs figures of the last rows must be known before they are tapped.
        var result = this.Result(steps);
        steps.Tap(steps.FiguresOf(this.totals));

        var available = new HashSet<string>(StringComparer.Ordinal) { "input", "now" };
        available.UnionWith(implementation.Patterns.Select(pattern => pattern.Name));
        var flow = new Flow(this.items);
        var before = flow.Take(available);
        this.CheckUses(steps.References.Concat(sourceUses).Concat(uses), available);
        available.UnionWith(["rows", "run"]);
        available.UnionWith(this.totals.Select(call => call.Local));
        var after = new Flow(flow.Waiting.Concat(steps.Saved));
        var afterTexts = after.Take(available);
        foreach (var stuck in after.Waiting) code.Findings.Add(FindingCatalog.LetCycle, stuck.Place, stuck.Names.FirstOrDefault() ?? "fail", string.Join(", ", stuck.References.Where(name => !available.Contains(name))));
        return new()
        {
            Output = code.Work.Output.TypeName,
            RowsLimit = this.Spec.Limits.Rows,
            GroupsLimit = this.Spec.Limits.Groups,
            Fields = [.. this.PatternFields(), .. this.record.Fields],
            Patterns = implementation.Patterns.Select((pattern, i) => new NamedText(pattern.Name, "__pattern" + i)).ToList(),
            UsesNow = code.UsesNow,
            Before = before,
            Source = source,
            SkipsBad = implementation.SkipBad,
            Read = read,
            Steps = steps.Steps,
            StepsText = code.Work.Render("Kinds.transform.steps.sbn", steps),
            Last = steps.Rows,
            HoldsRows = code.UsesRows,
            Figures = steps.Figures,
            After = afterTexts,
            Result = result,
        };
    }

    /// <summary>The text to parse.</summary>
    /// <param name="uses">The names of the scope that it uses.</param>
    protected virtual string Source(out IReadOnlyList<string> uses)
    {
        uses = [];
        if (implementation.SourceExpression is { } expression)
        {
            var gated = code.Gate(expression, code.Names.Source);
            uses = gated?.RootNames ?? [];
            return code.Hole(gated, SyntaxKind.Argument);
        }

        var texts = code.Input?.Properties.Where(property => property.IsRequired && property.Use.Type == LeafType.String).ToList() ?? [];
        if (texts.Count == 1) return "input." + texts[0].Name;
        code.Findings.Add(FindingCatalog.SourceUnclear, implementation.Node.Member("parse")?.NameSpan ?? implementation.Node.Span, texts.Count == 0 ? "none" : string.Join(", ", texts.Select(text => text.JsonName)), texts.Count == 0 ? "Text" : texts[0].Name);
        return "\"\"";
    }

    /// <summary>What happens to the rows behind the last step.</summary>
    /// <param name="steps">Takes it as a step.</param>
    /// <returns>The names of the scope that it uses.</returns>
    protected virtual IReadOnlyCollection<string> Output(StepWriter steps) => [];

    private IEnumerable<FieldModel> PatternFields()
    {
        for (var i = 0; i < implementation.Patterns.Count; i++)
        {
            var pattern = implementation.Patterns[i].Pattern;
            yield return new("global::ToolGen.Checks.EcmaPattern", "__pattern" + i, $"global::ToolGen.Checks.EcmaPattern.Parse({CSharpText.Literal(pattern.Value)})");
        }
    }

    private void Lets()
    {
        foreach (var let in implementation.Let)
        {
            if (this.Gate(let.Expression, code.Names.Whole, out var uses) is { } gated)
                this.items.Add(new([let.Name], uses, $"var {let.Name} ={code.Hole(gated, SyntaxKind.EqualsValueClause)};", let.Member.NameSpan));
        }
    }

    // An expression of let, fail or result: its aggregates run over the last rows.
    private GatedExpression? Gate(SpecText text, ExpressionScope scope, out IReadOnlyList<string> uses)
    {
        uses = [];
        if (code.GateFigures(text, scope) is not { } split) return null;
        this.totals.AddRange(split.Calls);
        uses = [.. split.Outer.RootNames, .. split.Calls.Select(call => call.Local)];
        return split.Outer;
    }

    private void Rules()
    {
        var names = implementation.Let.Select(let => let.Name).Concat(implementation.Steps.OfType<SaveStep>().SelectMany(step => step.Figures).Select(figure => figure.Name)).ToList();
        var message = new HoleTextWriter(new HoleResolver(code, [.. names.Select(name => new HoleRoot(name)), .. this.RowRoot()]));
        foreach (var rule in implementation.Fail)
        {
            var gated = code.Gate(rule.When, code.Names.Whole);
            if (gated is null) continue;
            var isPerRow = gated.RootNames.Contains("row") && gated.FunctionCalls.All(call => !AggregateSplit.Functions.Contains(call.Expression.ToString()));
            IReadOnlyList<string> uses = gated.RootNames;
            var when = isPerRow ? gated : this.Gate(rule.When, code.Names.Whole, out uses);
            if (when is null) continue;
            var references = new HashSet<string>(uses);
            var text = $"if ({code.Hole(when, SyntaxKind.IfStatement)}) throw Fail({message.Write(rule.Code, references)}, {message.Write(rule.Message, references)});";
            var item = new FlowItem([], references.ToList(), text, rule.Node.Span);
            if (isPerRow) this.rules.Add((item with { References = references.Where(name => name != "row").ToList() }, true));
            else this.items.Add(item);
        }
    }

    // Only a record that is known by its properties can be named.
    private IEnumerable<HoleRoot> RowRoot() => this.record.Shape.IsKnown ? [new("row", null, this.record.Shape)] : [];

    private string Result(StepWriter steps)
    {
        var writer = new ResultWriter(code, (text, scope) => this.Gate(text, scope, out _), name => name == "rows" ? steps.Shape : null);
        var slot = code.Work.Output;
        var place = implementation.Result?.Node.Span ?? implementation.Node.Span;
        if (slot.Type is ListType)
        {
            code.HoldRows();
            return writer.Fit(slot, "rows", steps.Shape, place);
        }

        if (code.RecordOf(slot.Type) is not { } output)
        {
            code.Findings.Add(FindingCatalog.ResultShape, place, "the rows", slot.TypeName);
            return "default!";
        }

        var names = implementation.Let.Select(let => let.Name).Concat(steps.Saved.SelectMany(saved => saved.Names)).ToList();
        var lists = output.Properties.Where(property => property.Use.Type is ListType).ToList();
        return writer.Object(output, place, name => this.Property(writer, steps, names, lists, name), implementation.Result);
    }

    /// <summary>What fills a property of the output: the result's own entry, else a <c>let</c> or figure of its name, else the rows where it is the only list.</summary>
    private Func<TypeUse, string>? Property(ResultWriter writer, StepWriter steps, List<string> names, List<PropertyModel> lists, string name)
    {
        if (implementation.Result?.Properties.FirstOrDefault(property => property.Name == name) is { } written) return use => writer.Write(use, written.Value, code.Names.Whole);
        var place = implementation.Result?.Node.Span ?? implementation.Node.Span;
        if (names.Contains(name)) return use => writer.Fit(use, name, null, place);
        if (lists.Count != 1 || lists[0].JsonName != name) return null;
        code.HoldRows();
        return use => writer.Fit(use, "rows", steps.Shape, place);
    }

    private void CheckUses(IEnumerable<string> uses, HashSet<string> available)
    {
        foreach (var name in uses.Distinct())
        {
            if (available.Contains(name) || name is "row" or "prev" || implementation.Let.FirstOrDefault(let => let.Name == name) is not { } late) continue;
            code.Findings.Add(FindingCatalog.LetTooLate, late.Member.NameSpan, name);
        }
    }
}
