namespace ToolGen.Registry.Changes.Schemas;

/// <summary>How much a comparison may take: schemas are written by anybody, and hold one another.</summary>
internal sealed class SchemaBudget
{
    /// <summary>Pairs of schemas that are looked at.</summary>
    private const int Most = 200_000;

    /// <summary>Schemas inside one another.</summary>
    private const int Deepest = 400;

    private int left = Most;
    private int depth;

    /// <summary>Whether it was too much: then nothing that was found tells that two schemas agree.</summary>
    public bool IsOver { get; private set; }

    /// <summary>One more pair, inside the one before; answers no where it is too much.</summary>
    public bool Enter()
    {
        if (this.left-- > 0 && this.depth < Deepest)
        {
            this.depth++;
            return true;
        }

        this.IsOver = true;
        return false;
    }

    /// <summary>Out of the pair.</summary>
    public void Leave() => this.depth--;
}
