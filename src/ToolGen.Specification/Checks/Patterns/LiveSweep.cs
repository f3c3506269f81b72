namespace ToolGen.Checks;

/// <summary>Moves over a text from its end to its beginning, one code point at a time, with the live states of each position.</summary>
internal struct LiveSweep
{
    private readonly LiveStates states;
    private readonly PatternAlphabet alphabet;
    private readonly string text;
    private int symbolBefore;
    private int lengthBefore;

    /// <summary>Begins at the text's end.</summary>
    public LiveSweep(PatternProgram program, LiveStates states, string text)
        : this(program, states, text, text.Length) => Live = states.AtEnd(alphabet.ContextBehind(symbolBefore));

    /// <summary>Begins at a position whose live states are known.</summary>
    public LiveSweep(PatternProgram program, LiveStates states, string text, int position, ulong[] live)
        : this(program, states, text, position) => Live = states.Recall(live);

    private LiveSweep(PatternProgram program, LiveStates states, string text, int position)
    {
        this.states = states;
        this.text = text;
        alphabet = program.Alphabet;
        Position = position;
        Live = null!;
        Peek();
    }

    /// <summary>In UTF-16 units; never inside a surrogate pair.</summary>
    public int Position { get; private set; }

    public LiveSet Live { get; private set; }

    /// <summary>Work done: a step a code point, and one a state of the program wherever a set had to be found.</summary>
    public long Steps { get; private set; }

    /// <summary>Whether a match begins at or behind a position.</summary>
    /// <param name="from">In UTF-16 units.</param>
    /// <param name="steps">See <see cref="Steps"/>.</param>
    public bool Begins(int from, out long steps)
    {
        while (!Live.StartLives && Position > from) MoveBack();
        steps = Steps;
        return Live.StartLives;
    }

    public bool MoveBack()
    {
        if (Position == 0) return false;
        var symbol = symbolBefore;
        Position -= lengthBefore;
        Peek();
        Live = states.Before(Live, symbol, alphabet.ContextBehind(symbolBefore), out var isNew);
        Steps += isNew ? 1 + states.Cost : 1;
        return true;
    }

    private void Peek()
    {
        if (Position == 0)
        {
            symbolBefore = -1;
            return;
        }

        int last = text[Position - 1];
        var pair = char.IsLowSurrogate((char)last) && Position > 1 && char.IsHighSurrogate(text[Position - 2]);
        lengthBefore = pair ? 2 : 1;
        symbolBefore = alphabet.SymbolOf(pair ? char.ConvertToUtf32(text[Position - 2], (char)last) : last);
    }
}
