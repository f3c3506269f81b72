using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Effects.Telemetry;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Effects.Tools;

/// <summary>
/// Other tools, in this process: each in a context of its own, with its own capabilities and limits. The caller's capabilities must name it;
/// depth, count and cycles end with <c>limit</c>.
/// </summary>
internal sealed class GuardedCalls(CallScope scope, ToolEffects effects) : IToolCalls
{
    public async ValueTask<ToolResult> CallAsync(string tool, ReadOnlyMemory<byte> arguments, string? step = null, CancellationToken cancellationToken = default)
    {
        var reference = ToolReference.TryParse(tool) ?? throw new ToolException(ToolErrorCodes.NotFound, $"\"{CallScope.Shown(tool)}\" is no tool's name, such as query_sales or query_sales@^1");
        scope.Use(new ToolCapability(tool));
        scope.CountTools();
        scope.Tree.Count();
        var callee = this.Find(reference);
        this.RefuseDepth(callee);

        var context = effects.Below(scope, callee);
        var around = scope.Options.Around?.Invoke(context) ?? context;

        var call = new OpenCall(callee, step, context);
        string? error = ToolErrorCodes.Canceled;
        using var span = EffectTelemetry.IsOn ? EffectTelemetry.Call(callee.Descriptor, step) : null;
        scope.Begin(call);
        try
        {
            // Steps run side by side, also where their tools work without ever waiting.
            var result = step is null
                ? await RunAsync(callee, arguments, around, cancellationToken).ConfigureAwait(false)
                : await Task.Run(() => RunAsync(callee, arguments, around, cancellationToken).AsTask(), cancellationToken).ConfigureAwait(false);
            error = result.IsError ? result.Errors[0].Code : null;
            return result;
        }
        finally
        {
            scope.End(call, error);
            if (error is not null) span?.Fail(error);
        }
    }

    private Tool Find(ToolReference reference)
    {
        var callee = scope.Options.FindTool?.Invoke(reference.ToString())
            ?? throw new ToolException(ToolErrorCodes.NotFound, $"this host has no tool {reference}");

        // The host's own finder may go by the name alone, or be wrong.
        if (!reference.Accepts(callee.Descriptor.Name, callee.Descriptor.Version))
            throw new ToolException(ToolErrorCodes.NotFound, $"this host has {callee.Descriptor.Name} {callee.Descriptor.Version}, which is not the {reference} that is asked for");
        return callee;
    }

    private void RefuseDepth(Tool callee)
    {
        var name = callee.Descriptor.Name;
        if (scope.Chain.Any(caller => string.Equals(caller, name, StringComparison.OrdinalIgnoreCase)))
            throw new ToolException(ToolErrorCodes.Limit, $"{string.Join(" → ", scope.Chain)} → {name}: a tool that calls itself through others would never end");
        if (scope.Chain.Count > CallTree.MaximumDepth)
            throw new ToolException(ToolErrorCodes.Limit, $"{string.Join(" → ", scope.Chain)} → {name}: tools call tools at most {CallTree.MaximumDepth} deep");
    }

    private static async ValueTask<ToolResult> RunAsync(Tool callee, ReadOnlyMemory<byte> arguments, ToolContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await callee.CallAsync(arguments, context, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // The contract says that it does not throw; one written by hand may, and what it throws is its own affair, not its caller's.
            return ToolResult.Failure(new ToolError(ToolErrorCodes.Internal, $"{callee.Descriptor.Name} threw {e.GetType().Name}"));
        }
    }
}
