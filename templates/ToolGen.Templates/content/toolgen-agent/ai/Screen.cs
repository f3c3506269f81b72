namespace AgentNamespace;

/// <summary>The console. What models say is shown without what would steer it or turn the direction of text.</summary>
internal static class Screen
{
    /// <returns>The line; null: there is no more.</returns>
    public static async Task<string?> AskAsync(string prompt, CancellationToken stop)
    {
        await Console.Error.WriteAsync(prompt);
        return await Task.Run(Console.ReadLine, CancellationToken.None).WaitAsync(stop);
    }

    public static string Shown(string text) => string.Concat(text.Select(character => Steers(character) ? '\uFFFD' : character));

    private static bool Steers(char character) =>
        (char.IsControl(character) && character is not ('\n' or '\t')) || character is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
