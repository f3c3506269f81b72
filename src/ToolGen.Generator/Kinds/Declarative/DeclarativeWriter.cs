using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using ToolGen.Generator.Types;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.Declarative;

/// <summary>What every kind with effects has around them: <c>let</c>, <c>fail</c>, <c>result</c> (SPEC §1).</summary>
/// <param name="code">The tool.</param>
/// <param name="implementation">Its implementation.</param>
/// <param name="roots">The names that holes can begin with beside inputs and <c>let</c>s: what the effects give.</param>
internal sealed class DeclarativeWriter(DeclarativeCode code, DeclarativeImplementation implementation, params IReadOnlyList<HoleRoot> roots)
{
    /// <summary>The values of holes.</summary>
    public HoleResolver Holes { get; } = new(code, [.. implementation.Let.Select(let => new HoleRoot(let.Name)), .. roots]);

    /// <summary>The statements of <c>let</c> and <c>fail</c>.</summary>
    public IReadOnlyList<FlowItem> Items()
    {
        var items = new List<FlowItem>();
        foreach (var let in implementation.Let)
        {
            if (code.Gate(let.Expression, code.Names.Whole) is { } gated)
                items.Add(new([let.Name], gated.RootNames, $"var {let.Name} ={code.Hole(gated, SyntaxKind.EqualsValueClause)};", let.Member.NameSpan));
        }

        var texts = new HoleTextWriter(this.Holes);
        foreach (var rule in implementation.Fail)
        {
            if (code.Gate(rule.When, code.Names.Whole) is not { } when) continue;
            var references = new HashSet<string>(when.RootNames);
            var text = $"if ({code.Hole(when, SyntaxKind.IfStatement)}) throw Fail({texts.Write(rule.Code, references)}, {texts.Write(rule.Message, references)});";
            items.Add(new([], references.ToList(), text, rule.Node.Span));
        }

        return items;
    }

    /// <summary>Puts statements in order; what waits for a name that never comes is a finding.</summary>
    /// <param name="items">Those of <see cref="Items"/> and the kind's effects.</param>
    public IReadOnlyList<string> Order(IEnumerable<FlowItem> items)
    {
        var available = new HashSet<string>(StringComparer.Ordinal) { "input", "now" };
        var flow = new Flow(items);
        var texts = flow.Take(available);
        foreach (var stuck in flow.Waiting)
            code.Findings.Add(FindingCatalog.LetCycle, stuck.Place, stuck.Names.FirstOrDefault() ?? "fail", string.Join(", ", stuck.References.Where(name => !available.Contains(name))));
        return texts;
    }

    /// <summary>The expression of the result: each property of the output by its entry in <c>result</c>, else by a <c>let</c> of its name, else as the kind says.</summary>
    /// <param name="shapeOf">What is known of the kind's own names, for objects that are mapped by name.</param>
    /// <param name="byName">What the kind has for a property: an expression and what is known of it; null: nothing.</param>
    /// <param name="whole">What fills an output that is no object; null: nothing does.</param>
    public string Result(Func<string, RowShape?> shapeOf, Func<PropertyModel, HoleRootValue?> byName, HoleRootValue? whole = null)
    {
        var writer = new ResultWriter(code, (text, scope) => code.Gate(text, scope), shapeOf);
        var place = implementation.Result?.Node.Span ?? implementation.Node.Span;
        if (code.RecordOf(code.Work.Output.Type) is not { } output)
        {
            if (whole is not null) return writer.Fit(code.Work.Output, whole.Expression, whole.Shape, place);
            code.Findings.Add(FindingCatalog.ResultShape, place, "the result", code.Work.Output.TypeName);
            return "default!";
        }

        return writer.Object(output, place, name => this.Property(writer, output, byName, name), implementation.Result);
    }

    private Func<TypeUse, string>? Property(ResultWriter writer, RecordModel output, Func<PropertyModel, HoleRootValue?> byName, string name)
    {
        if (implementation.Result?.Properties.FirstOrDefault(property => property.Name == name) is { } written) return use => writer.Write(use, written.Value, code.Names.Whole);
        var place = implementation.Result?.Node.Span ?? implementation.Node.Span;
        if (implementation.Let.Any(let => let.Name == name)) return use => writer.Fit(use, name, null, place);
        return byName(output.Properties.First(property => property.JsonName == name)) is { } value ? use => writer.Fit(use, value.Expression, value.Shape, place) : null;
    }
}

/// <summary>A value of the kind for a property of the output.</summary>
/// <param name="Expression">In C#.</param>
/// <param name="Shape">Of it, or of its elements where it is a list; null: not known.</param>
internal sealed record HoleRootValue(string Expression, RowShape? Shape);
