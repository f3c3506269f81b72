using System.Collections.Generic;

namespace ToolGen;

/// <summary>What all checks of one call share: what is left of the caps, and the schema resources being evaluated.</summary>
internal sealed class CheckState(int bytes)
{
    /// <summary>Rules inside rules that meet a value and its parts.</summary>
    public const int MaxDepth = 512;

    /// <summary>Steps of one call, and further ones for each byte of the text: a rule met by a value, a token read, some bytes compared.</summary>
    private const long MaxSteps = 2_000_000;

    private const long StepsPerByte = 8;

    private long left = MaxSteps + (bytes * StepsPerByte);

    public int Depth { get; set; }

    /// <summary>Outermost first.</summary>
    public List<SchemaScope> Scopes { get; } = [];

    /// <summary>Whether a cap was reached: nothing is checked any more, and the value counts as not fitting.</summary>
    public bool IsExhausted { get; set; }

    public bool Spend(long steps)
    {
        this.left -= steps;
        if (this.left < 0) this.IsExhausted = true;
        return !this.IsExhausted;
    }
}
