using System;
using System.Globalization;
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
        if (!ReferenceEquals(CultureInfo.CurrentCulture, CultureInfo.InvariantCulture)) CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
    }

    /// <inheritdoc/>
    public sealed override async ValueTask<ToolResult> CallAsync(ReadOnlyMemory<byte> arguments, ToolContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var errors = ToolReader.Read(arguments.Span, this.read ??= this.ReadInput, ToolErrorCodes.InvalidInput, out var input);
        if (errors.Count > 0) return ToolResult.Failure(errors);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(this.Limits.Timeout);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            var output = await this.RunAsync(input, context, timeout.Token).ConfigureAwait(false);
            return ToolWriter.Write(output, this.write ??= this.WriteOutput, ToolErrorCodes.InvalidOutput, this.Limits.OutputBytes);
        }
        catch (ToolException e)
        {
            return ToolResult.Failure(new ToolError(e.Code, e.Message, e.Pointer));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ToolResult.Failure(new ToolError(ToolErrorCodes.Canceled, "the call was canceled"));
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return ToolResult.Failure(new ToolError(ToolErrorCodes.Timeout, $"the tool ran longer than {this.Limits.Timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s"));
        }
        catch (Exception e)
        {
            return ToolFailure.Of(e, this, context);
        }
    }
}
