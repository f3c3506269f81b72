using System;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen;

/// <summary>A tool with its C# types: what generated code derives from.</summary>
/// <typeparam name="TInput">The arguments; a record.</typeparam>
/// <typeparam name="TOutput">The result.</typeparam>
public abstract class Tool<TInput, TOutput> : Tool
{
    private ToolRead<TInput>? read;
    private ToolWrite<TOutput>? write;
    private CallTimeout? timeout;

    /// <summary>Runs the tool on arguments that C# typed already: what only the schema says (lengths, patterns) is not checked.</summary>
    /// <exception cref="ToolException">The tool ended with an error of its own.</exception>
    public abstract ValueTask<TOutput> RunAsync(TInput input, ToolContext context, CancellationToken cancellationToken = default);

    /// <summary>Reads and checks the arguments.</summary>
    protected abstract TInput ReadInput(ref ToolReader reader);

    /// <summary>Writes and checks the result.</summary>
    protected abstract void WriteOutput(ToolWriter writer, TOutput output);

    /// <summary>An error of the tool: <c>throw Fail("snake_code", "message")</c>.</summary>
    protected static ToolException Fail(string code, string message) => new(code, message);

    /// <summary>Makes texts of numbers and dates the same everywhere. An async method calls it first; its caller keeps its own culture.</summary>
    protected static void UseInvariantCulture()
    {
        // The culture of a process without a language is an object of its own, and setting one costs a call more than many tools do.
        if (CultureInfo.CurrentCulture is not { Name: "", IsReadOnly: true }) CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
    }

    /// <inheritdoc/>
    public sealed override ValueTask<ToolResult> CallAsync(ReadOnlyMemory<byte> arguments, ToolContext context, CancellationToken cancellationToken = default) =>
        this.Call(arguments.Span, context, cancellationToken);

    /// <inheritdoc/>
    public sealed override ValueTask<ToolResult> CallAsync(JsonElement arguments, ToolContext context, CancellationToken cancellationToken = default) =>
        this.Call(arguments.ValueKind == JsonValueKind.Undefined ? default : JsonMarshal.GetRawUtf8Value(arguments), context, cancellationToken);

    private ValueTask<ToolResult> Call(ReadOnlySpan<byte> arguments, ToolContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var errors = ToolReader.Read(arguments, this.read ??= this.ReadInput, ToolErrorCodes.InvalidInput, out var input);
        if (errors.Count > 0) return new(ToolResult.Failure(errors));
        var timeout = CallTimeout.Begin(ref this.timeout, this.Limits.Timeout, cancellationToken);
        var flow = ExecutionContext.Capture();
        ToolResult result;
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            var running = this.RunAsync(input, context, timeout.Token);

            // Most tools wait for nothing: their calls need no state of their own.
            if (!running.IsCompleted) return this.EndAsync(running, timeout, context, cancellationToken);
            result = this.Write(running.GetAwaiter().GetResult());
        }
        catch (Exception e)
        {
            result = this.Failure(e, timeout, context, cancellationToken);
        }

        // The caller keeps its own culture.
        if (flow is not null && !ReferenceEquals(flow, ExecutionContext.Capture())) ExecutionContext.Restore(flow);
        timeout.End(ref this.timeout);
        return new(result);
    }

    private async ValueTask<ToolResult> EndAsync(ValueTask<TOutput> running, CallTimeout timeout, ToolContext context, CancellationToken cancellationToken)
    {
        using (timeout)
        {
            try
            {
                return this.Write(await running.ConfigureAwait(false));
            }
            catch (Exception e)
            {
                return this.Failure(e, timeout, context, cancellationToken);
            }
        }
    }

    private ToolResult Write(TOutput output) => ToolWriter.Write(output, this.write ??= this.WriteOutput, ToolErrorCodes.InvalidOutput, this.Limits.OutputBytes);

    private ToolResult Failure(Exception exception, CallTimeout timeout, ToolContext context, CancellationToken cancellationToken) => exception switch
    {
        ToolException e => ToolResult.Failure(new ToolError(e.Code, e.Message, e.Pointer)),
        OperationCanceledException when cancellationToken.IsCancellationRequested => ToolResult.Failure(new ToolError(ToolErrorCodes.Canceled, "the call was canceled")),
        OperationCanceledException when timeout.Token.IsCancellationRequested =>
            ToolResult.Failure(new ToolError(ToolErrorCodes.Timeout, $"the tool ran longer than {this.Limits.Timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s")),
        _ => ToolFailure.Of(exception, this, context),
    };
}
