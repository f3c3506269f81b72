using ToolGen.Sandbox.Protocol;

namespace ToolGen.Sandbox.Broker;

/// <summary>HTTP.</summary>
internal static class HttpEffects
{
    public static Effect Read(ToolContext context, ref FrameReader reader)
    {
        var request = HttpFields.ReadRequest(ref reader);
        return async (answer, cancellationToken) => HttpFields.Write(answer, await context.Http.SendAsync(request, cancellationToken).ConfigureAwait(false));
    }
}
