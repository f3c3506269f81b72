namespace ToolGen;

/// <summary>A provider whose strict mode takes a part of JSON Schema only.</summary>
public enum StrictProvider
{
    /// <summary>Strict function calling of OpenAI (<c>"strict": true</c>).</summary>
    OpenAI,

    /// <summary>Strict tool use of Anthropic (<c>"strict": true</c>).</summary>
    Anthropic,
}
