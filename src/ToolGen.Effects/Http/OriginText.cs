namespace ToolGen.Effects.Http;

/// <summary>Origins as grants name them.</summary>
internal static class OriginText
{
    /// <summary>As <see cref="HttpTarget.Origin"/> has it; null where the text is no origin, or has more than one.</summary>
    public static string? Parse(string text)
    {
        try
        {
            var target = HttpTarget.Parse(text);
            return target is { Path: "/", Query: "" } ? target.Origin : null;
        }
        catch (ToolException)
        {
            return null;
        }
    }
}
