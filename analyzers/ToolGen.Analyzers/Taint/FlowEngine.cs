using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ToolGen.Analyzers.Taint;

/// <summary>The summaries of one compilation: each body is followed once for each thing that its callers know, and only where a tool leads to it.</summary>
internal sealed class FlowEngine(Compilation compilation, FlowModel model, bool trustsEnvironment = true)
{
    private const int DeepestCall = 40;
    private const int MostContexts = 12;
    private const int MostRounds = 4;

    private readonly Dictionary<(Body, Context), Summary> summaries = [];
    private readonly Dictionary<Body, int> contexts = [];
    private readonly Dictionary<(Body, Context), Running> running = [];
    private readonly Dictionary<ISymbol, Body> lambdas = new(SymbolEqualityComparer.Default);
    private Origins? origins;
    private int lowest = int.MaxValue;

    public Bodies Bodies { get; } = new(compilation);

    public Dispatch Dispatch { get; } = new(compilation);

    public FlowModel Model { get; } = model;

    public Origins Origins => this.origins ??= new(this);

    /// <summary>What a value of this origin can do.</summary>
    public Danger DangerOf(Source source) => source switch
    {
        Source.Environment => trustsEnvironment ? Danger.None : Danger.Input,
        Source.Secret => Danger.Secret | (trustsEnvironment ? Danger.None : Danger.Input),
        Source.File => Danger.Input | Danger.LocalData | Danger.Volume,
        Source.Table => Danger.Input | Danger.LocalData | Danger.Volume,
        Source.Database => Danger.Input | Danger.LocalData,
        Source.Unpacked => Danger.Input | Danger.Volume,
        Source.Network => Danger.Input | Danger.Volume,
        _ => Danger.Input,
    };

    public Body Lambda(ControlFlowGraph graph, IFlowAnonymousFunctionOperation lambda, CancellationToken cancellation)
    {
        if (!this.lambdas.TryGetValue(lambda.Symbol, out var body))
            this.lambdas[lambda.Symbol] = body = new(lambda.Symbol, graph.GetAnonymousFunctionControlFlowGraph(lambda, cancellation), this.Bodies.ModelOf(lambda.Syntax.SyntaxTree).GetOperation(lambda.Syntax, cancellation));
        return body;
    }

    /// <summary>The body of a lambda that stands somewhere in a method or initializer; null where that does not hold it.</summary>
    public Body? FindLambda(ISymbol outer, SyntaxNode lambda, CancellationToken cancellation)
    {
        if ((outer is IMethodSymbol method ? this.Bodies.Of(method, cancellation) : this.Bodies.Initializer(outer, cancellation)) is not { } around) return null;
        foreach (var block in around.Graph.Blocks)
            foreach (var operation in block.Operations.SelectMany(one => one.DescendantsAndSelf()).Concat(block.BranchValue?.DescendantsAndSelf() ?? []))
                if (operation is IFlowAnonymousFunctionOperation found && found.Syntax == lambda) return this.Lambda(around.Graph, found, cancellation);
        return null;
    }

    /// <summary>A body that is being followed calls something, having checked a depth or not.</summary>
    public void Calls(Body body, Context context, bool isBounded)
    {
        if (this.running.TryGetValue((body, context), out var frame)) frame.IsBounded = isBounded;
    }

    /// <summary>Whether a call of this body closes a circle in which nobody checks a depth.</summary>
    public bool Recurses(Body body)
    {
        var first = this.running.FirstOrDefault(pair => pair.Key.Item1.Equals(body)).Value;
        return first is not null && !this.running.Values.Any(frame => frame.Depth >= first.Depth && frame.IsBounded);
    }

    /// <summary>What a body does. Where it calls itself, what is known so far, until nothing new comes.</summary>
    public Summary Summarize(Body body, Context context, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!context.Equals(Context.Any) && !this.summaries.ContainsKey((body, context)) && !this.MayTell(body)) context = Context.Any;
        var key = (body, context);
        if (this.summaries.TryGetValue(key, out var done)) return done;
        if (this.running.TryGetValue(key, out var now))
        {
            now.IsRecursive = true;
            this.lowest = System.Math.Min(this.lowest, now.Depth);
            return now.Summary;
        }

        if (this.running.Count >= DeepestCall) return Summary.Nothing with { IsWhole = false };
        var frame = this.running[key] = new(this.running.Count);
        var before = this.lowest;
        this.lowest = int.MaxValue;
        try
        {
            for (var round = 0; round < MostRounds; round++)
            {
                frame.IsRecursive = false;
                var summary = new BodyFlow(this, body, context, cancellation).Run();
                var same = SameHits(summary, frame.Summary);
                frame.Summary = summary;
                if (!frame.IsRecursive || (same && round > 0)) break;
            }
        }
        finally
        {
            this.running.Remove(key);
        }

        // What rests on a body that is still being followed is not known for good.
        if (this.lowest >= frame.Depth) this.summaries[key] = frame.Summary;
        this.lowest = this.lowest >= frame.Depth ? before : System.Math.Min(before, this.lowest);
        return frame.Summary;
    }

    private static bool SameHits(Summary a, Summary b) => a.Hits.Length == b.Hits.Length && a.Writes.Length == b.Writes.Length && a.Returned.SameAs(b.Returned);

    private bool MayTell(Body body)
    {
        this.contexts.TryGetValue(body, out var count);
        this.contexts[body] = count + 1;
        return count < MostContexts;
    }

    private sealed class Running(int depth)
    {
        public int Depth { get; } = depth;

        public bool IsRecursive { get; set; }

        public bool IsBounded { get; set; }

        public Summary Summary { get; set; } = Summary.Nothing;
    }
}
