using System;

namespace ToolGen.Checks;

/// <summary>
/// The live states at every position of a text, in little memory: a first sweep from the end keeps one set in <see cref="Block"/>
/// positions; the block that is asked for is then swept again. Asked in ascending order, that makes two sweeps in all.
/// </summary>
internal sealed class LiveHistory
{
    private const int Block = 1024;

    private readonly PatternProgram program;
    private readonly LiveStates states;
    private readonly string text;
    private readonly (int Position, ulong[]? Live)[] marks;
    private readonly bool[] begins;
    private readonly ulong[]?[] window;
    private int windowBlock = -1;

    /// <summary>Sweeps from the end down to <paramref name="from"/>.</summary>
    public LiveHistory(PatternProgram program, LiveStates states, string text, int from)
    {
        this.program = program;
        this.states = states;
        this.text = text;
        marks = new (int, ulong[]?)[(text.Length / Block) + 1];
        begins = new bool[marks.Length];
        window = new ulong[]?[Math.Min(Block, text.Length + 1)];

        var sweep = new LiveSweep(program, states, text);
        do
        {
            var block = sweep.Position / Block;
            marks[block] = (sweep.Position, sweep.Live.Bits);
            begins[block] |= sweep.Live.StartLives;
            if (marks.Length == 1) window[sweep.Position] = sweep.Live.Bits;
        }
        while (sweep.Position > from && sweep.MoveBack());
        if (marks.Length == 1) windowBlock = 0;
        Steps = sweep.Steps;
    }

    /// <summary>See <see cref="LiveSweep.Steps"/>.</summary>
    public long Steps { get; private set; }

    /// <summary>The first position at or behind <paramref name="position"/> at which a match begins; -1 where there is none.</summary>
    public int FindStart(int position)
    {
        for (var block = position / Block; block < marks.Length; block++)
        {
            if (!begins[block]) continue;
            Load(block);
            for (var i = Math.Max(position - (block * Block), 0); i < window.Length; i++)
                if (window[i] is { } live && LiveSet.Has(live, program.Start)) return (block * Block) + i;
        }

        return -1;
    }

    /// <summary>Whether a state can reach the program's end from a position.</summary>
    public bool Lives(int position, int state)
    {
        Load(position / Block);
        return LiveSet.Has(window[position % Block]!, state);
    }

    private void Load(int block)
    {
        if (windowBlock == block) return;
        windowBlock = block;
        Array.Clear(window, 0, window.Length);
        // The lowest position of the next block (it may be its second unit, where a pair lies across) leads into this one.
        var sweep = block + 1 < marks.Length && marks[block + 1].Live is { } live
            ? new LiveSweep(program, states, text, marks[block + 1].Position, live)
            : new LiveSweep(program, states, text);
        var first = marks[block].Position;
        do
        {
            if (sweep.Position / Block == block) window[sweep.Position % Block] = sweep.Live.Bits;
        }
        while (sweep.Position > first && sweep.MoveBack());
        Steps += sweep.Steps;
    }
}
