using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Generator.Gate;
using ToolGen.Specification;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Flows;

/// <summary>Reads the flow of a tool off its spec.</summary>
internal static class SpecFlow
{
    private const string Input = "input";

    public static ToolFlow Of(ToolSpec spec) => spec.Implementation switch
    {
        CodeImplementation { Body: { } body } => Code(spec, body),
        FileImplementation file => File(spec, file),
        HttpImplementation http => new(true, Http(spec, http)),
        SqlImplementation => new(true),
        TransformImplementation => new(false, Passes: All(spec)),
        ComposeImplementation compose => Compose(spec, compose),
        null => new(ServerOrigin.Of(spec.Root) is not null || IsOutside(spec), Bounded(spec, UnseenCode.SinksOf(spec)), All(spec)),
        _ => new(IsOutside(spec), Passes: All(spec)),
    };

    /// <summary>A scope in which <c>input</c> and the names of <c>let</c> are known, and the rules of <c>fail</c> have let everything through.</summary>
    public static FlowScope ScopeOf(FlowReader reader, DeclarativeImplementation implementation, IEnumerable<string> steps)
    {
        var scope = new FlowScope();
        scope.Set(Input, Taint.Of(Input));
        foreach (var step in steps) scope.Set(step, Taint.Of(step));

        // They may stand in any order.
        for (var i = 0; i < Math.Min(implementation.Let.Count, 4); i++)
            foreach (var let in implementation.Let)
                if (Expression(let.Expression) is { } value) reader.Name(let.Name, value, scope);
        foreach (var rule in implementation.Fail)
            if (Expression(rule.When) is { } when) scope.Clear(reader.Shown(when, false, scope));
        return scope;
    }

    public static ExpressionSyntax? Expression(SpecText text) => text.Value.Length > CodeLimits.BodyLength ? null : SyntaxFactory.ParseExpression(text.Value, 0, CodeParsing.Options);

    private static ToolFlow Code(ToolSpec spec, SpecText body)
    {
        var isOutside = IsOutside(spec);
        if (body.Value.Length > CodeLimits.BodyLength || SyntaxFactory.ParseStatement("{\n" + body.Value + "\n}", 0, CodeParsing.Options) is not BlockSyntax block) return new(isOutside, Passes: All(spec));
        var reader = new FlowReader();
        var scope = new FlowScope();
        scope.Set(Input, Taint.Of(Input));
        reader.Run(block, scope);
        return new(isOutside, SinksOf(spec, reader), Bounded(spec, reader.Returned.Origins.Select(origin => new FlowPass(MemberOf(origin.Key), origin.Value))));
    }

    // A value is encoded there and leads to no other place, but it still says which of the things at that place is changed.
    private static EquatableArray<FlowSink> Http(ToolSpec spec, HttpImplementation http)
    {
        if (http.Method is "GET" or "HEAD" or "OPTIONS") return default;
        var reader = new FlowReader();
        var scope = ScopeOf(reader, http, []);
        foreach (var piece in http.Url.Pieces.TakeWhile(piece => piece.Literal.IndexOf('?') < 0))
            if (piece.Reference is { } reference) reader.Arrive(FlowHoles.Of(reference, scope), Harm.Address, FlowWords.Changes);
        return SinksOf(spec, reader);
    }

    private static ToolFlow File(ToolSpec spec, FileImplementation file)
    {
        var reader = new FlowReader();
        var scope = ScopeOf(reader, file, []);
        foreach (var (text, does) in new[] { (file.Read, FlowWords.Reads), (file.Write?.Path, FlowWords.Writes) })
            foreach (var piece in text?.Pieces ?? [])
                if (piece.Reference is { } reference && reference.Split('.', '[')[0] is not ("row" or "file")) reader.Arrive(FlowHoles.Of(reference, scope), Harm.Path, does);
        return new(true, SinksOf(spec, reader));
    }

    private static ToolFlow Compose(ToolSpec spec, ComposeImplementation compose)
    {
        var reader = new FlowReader();
        var scope = ScopeOf(reader, compose, compose.Steps.Select(step => step.Name));
        var hands = from step in compose.Steps
                    from leaf in FlowLeaf.Of(step, reader, scope)
                    from origin in leaf.Taint.Origins
                    where origin.Key.StartsWith(Input + ".", StringComparison.Ordinal)
                    let harm = origin.Value & ~SafeSchema.At(spec.Input, MemberOf(origin.Key))
                    where harm != Harm.None
                    select new FlowHand(MemberOf(origin.Key), harm, step.Tool.Value.Split('@')[0], leaf.Member);
        return new(false, Passes: All(spec), Hands: hands.Distinct().ToEquatableArray());
    }

    // What code may reach is what its spec says.
    private static bool IsOutside(ToolSpec spec) =>
        spec.Capabilities.Any(capability => capability.Value.Split(' ')[0] is "http" or "read" or "sql" or "tool") || (spec.Annotations.TryGetValue("openWorldHint", out var open) && open);

    private static EquatableArray<FlowSink> SinksOf(ToolSpec spec, FlowReader reader) =>
        Bounded(spec, reader.Sinks.Where(sink => sink.Key.Origin.StartsWith(Input, StringComparison.Ordinal)).Select(sink => new FlowSink(MemberOf(sink.Key.Origin), sink.Value, sink.Key.Does)));

    private static EquatableArray<FlowSink> Bounded(ToolSpec spec, IEnumerable<FlowSink> sinks) =>
        sinks.Select(sink => sink with { Harm = sink.Harm & ~SafeSchema.At(spec.Input, sink.Member) }).Where(sink => sink.Harm != Harm.None).Distinct().ToEquatableArray();

    private static EquatableArray<FlowPass> All(ToolSpec spec) => Bounded(spec, spec.Input.Root.Properties.Select(property => new FlowPass(Types.CSharpNames.Pascal(property.Name), Harm.All)));

    private static EquatableArray<FlowPass> Bounded(ToolSpec spec, IEnumerable<FlowPass> passes) =>
        passes.Select(pass => pass with { Harm = pass.Harm & ~SafeSchema.At(spec.Input, pass.Member) }).Where(pass => pass.Harm != Harm.None).Distinct().ToEquatableArray();

    private static string MemberOf(string origin)
    {
        var plain = FlowHoles.Plain(origin);
        return plain.Length > Input.Length ? plain.Substring(Input.Length + 1) : "";
    }
}
