using ToolGen.Sandbox.Pool;
using ToolGen.Sandbox.Protocol;

namespace ToolGen.Sandbox.Broker;

/// <summary>Other tools, and secrets.</summary>
internal static class OtherEffects
{
    public static Effect ReadTool(ToolContext context, ref FrameReader reader)
    {
        var (tool, step, arguments) = (reader.Text(), reader.OptionalText(), reader.Bytes().ToArray());
        return async (answer, cancellationToken) =>
        {
            // The flow of an effect is its own: what is set here reaches the tool that is called, and nobody else.
            CallDepth.IsBelow = true;
            ResultFields.Write(answer, await context.Tools.CallAsync(tool, arguments, step, cancellationToken).ConfigureAwait(false));
        };
    }

    public static Effect ReadSecret(ToolContext context, ref FrameReader reader)
    {
        var (name, text) = (reader.Text(), reader.Text());
        return async (answer, cancellationToken) => answer.Bytes(await context.Secrets.HmacSha256(name, text, cancellationToken).ConfigureAwait(false));
    }
}
